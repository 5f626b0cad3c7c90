"""Staff close the kiosk, open it again, and nobody else does."""

from kiosk.events import (
    CardPresented,
    ClosedFound,
    ClosingAsked,
    HomeAsked,
    IdleElapsed,
    OpeningAsked,
    ScreenName,
    SignInGivenUp,
    StaffCardPresented,
    StaffLeft,
    StaffPinEntered,
)
from kiosk.services.simulated.patrons import CARD
from kiosk.services.simulated.staff import STAFF_CARD, STAFF_PIN
from tests.flow.conftest import Walk

STAFF_COMES = (StaffCardPresented(STAFF_CARD), StaffPinEntered(STAFF_PIN))


def test_staff_close_the_kiosk_and_open_it_again(walk: Walk) -> None:
    walk(*STAFF_COMES)
    assert walk.screen is ScreenName.STAFF
    walk(ClosingAsked())
    assert walk.screen is ScreenName.OUT_OF_SERVICE
    assert walk.library.sign.is_up()
    walk(HomeAsked(), CardPresented(CARD))
    assert walk.screen is ScreenName.OUT_OF_SERVICE
    walk(*STAFF_COMES, OpeningAsked())
    assert walk.screen is ScreenName.HOME
    assert not walk.library.sign.is_up()


def test_a_wrong_pin_opens_nothing(walk: Walk) -> None:
    walk(StaffCardPresented(STAFF_CARD), StaffPinEntered("000000"))
    assert walk.screen is ScreenName.STAFF_DOOR
    assert walk.trouble is not None
    walk(SignInGivenUp())
    assert walk.screen is ScreenName.HOME
    assert not walk.visit.is_personal


def test_another_staff_card_may_follow_a_wrong_one(walk: Walk) -> None:
    walk(StaffCardPresented("STAFF-OF-YESTERDAY"), StaffPinEntered(STAFF_PIN))
    assert walk.screen is ScreenName.STAFF_DOOR
    walk(*STAFF_COMES)
    assert walk.screen is ScreenName.STAFF


def test_a_sign_that_hangs_since_before_closes_the_kiosk(walk: Walk) -> None:
    walk(ClosedFound())
    assert walk.screen is ScreenName.OUT_OF_SERVICE
    walk(*STAFF_COMES, StaffLeft())
    assert walk.screen is ScreenName.OUT_OF_SERVICE


def test_staff_mode_closes_by_itself(walk: Walk) -> None:
    walk(*STAFF_COMES, IdleElapsed())
    assert walk.screen is ScreenName.HOME
    assert not walk.visit.is_personal
