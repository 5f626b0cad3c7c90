"""What a walk says of the signed-in patron's own lists."""

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.events import (
    CardPresented,
    NoticeChosen,
    PasswordEntered,
)
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.visit import MyLibrary, Signed
from tests.flow.conftest import Walk

SIGN_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))
EMAIL = NoticeChosen(NoticeMethod.EMAIL)


def signed(walk: Walk) -> Signed:
    assert walk.visit.signed is not None
    return walk.visit.signed


def mine(walk: Walk) -> MyLibrary:
    return signed(walk).library


def only(walk: Walk) -> Reservation:
    """The one reservation of the list."""
    (reservation,) = mine(walk).reservations or ()
    return reservation


def loan(walk: Walk, wanted: LoanId) -> Loan:
    found = mine(walk).loan(wanted)
    assert found is not None
    return found


def in_state(walk: Walk, state: ReservationState) -> None:
    """As staff move it while the patron looks elsewhere."""
    walk.library.reservations.sets_state(only(walk).id, state)
