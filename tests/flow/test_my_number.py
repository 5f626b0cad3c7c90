"""Signing in with a My Number card, and never losing a try to the kiosk."""

import pytest

from kiosk.domain.errors import CardGone, CertificateNotBound, LastTryKept, PinWrong
from kiosk.events import IcCardRemoved, MyNumberCardPresented, PinEntered, ScreenName
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.my_number import PIN, SimulatedMyNumberCard
from kiosk.visit import BindMyNumber
from tests.flow.conftest import Walk


def test_a_my_number_card_and_its_pin_sign_in(walk: Walk) -> None:
    walk(MyNumberCardPresented())
    assert walk.screen is ScreenName.PIN
    assert walk.visit.card is not None
    assert walk.visit.card.tries_left == 3
    walk(PinEntered(PIN))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert walk.visit.card is None


def test_a_wrong_pin_tells_how_many_tries_are_left(walk: Walk) -> None:
    walk(MyNumberCardPresented(), PinEntered("0000"))
    assert walk.screen is ScreenName.PIN
    assert walk.trouble == PinWrong(2)
    assert walk.visit.card is not None
    assert walk.visit.card.tries_left == 2


def test_the_last_try_is_never_spent_here(walk: Walk) -> None:
    walk(MyNumberCardPresented(), PinEntered("0000"), PinEntered("0000"), PinEntered("0000"))
    assert isinstance(walk.trouble, LastTryKept)
    assert walk.library.my_number.tries_left() == 1


def test_a_card_taken_away_ends_the_asking(walk: Walk) -> None:
    walk(MyNumberCardPresented())
    walk.library.my_number.taken_away()
    walk(PinEntered(PIN))
    assert walk.screen is ScreenName.SIGN_IN
    assert isinstance(walk.trouble, CardGone)
    walk.library.my_number.laid_down()
    walk(MyNumberCardPresented(), IcCardRemoved())
    assert walk.screen is ScreenName.SIGN_IN


@pytest.mark.rule("E4")
def test_a_card_that_nobody_has_bound_is_told_what_to_do(library: SimulatedLibrary) -> None:
    library.my_number = SimulatedMyNumberCard(certificate=b"of a stranger")
    walk = Walk(library)
    walk(MyNumberCardPresented(), PinEntered(PIN))
    assert walk.screen is ScreenName.SIGN_IN
    assert isinstance(walk.trouble, CertificateNotBound)
    assert walk.visit.purpose == BindMyNumber()
