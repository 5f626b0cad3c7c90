"""Signing in with an IC card that is known by its number, and binding one in My Library."""

import pytest

from kiosk.domain.errors import (
    CardOrPasswordWrong,
    IcCardBoundToAnother,
    IcCardNotBound,
    IcCardNotOffered,
    LineLost,
)
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.events import (
    CardPresented,
    DetailsAsked,
    Event,
    ForgottenAsked,
    IcCardBindAsked,
    IcCardLetGoAsked,
    IcCardPresented,
    IcCardRemoved,
    LogoutAsked,
    MyLibraryAsked,
    PasswordEntered,
    ScreenName,
)
from kiosk.services.simulated.patrons import CARD, NEW_CARD, PASSWORD
from kiosk.visit import Deed, Visit
from tests.flow.conftest import Walk
from tests.flow.outside import FARE_CARD
from tests.flow.own import signed

STUDENT_CARD = IcIdentifier(IcKind.UID, "04A1B2C3D4E5F6")
LAID = IcCardPresented(FARE_CARD)
SIGNED_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))
AT_DETAILS = (*SIGNED_IN, DetailsAsked())


@pytest.fixture
def bound(walk: Walk) -> Walk:
    """The fare card finds the patron."""
    walk.library.accounts.ic_cards.bind(CARD, FARE_CARD)
    return walk


def signs_in(walk: Walk, *events: Event) -> bool:
    walk(*events)
    return walk.visit.signed is not None


# ---- signing in
def test_a_bound_card_and_the_password_sign_in(bound: Walk) -> None:
    bound(LAID)
    assert bound.machine.place.name == "password"
    bound(IcCardRemoved(), PasswordEntered(PASSWORD))
    assert bound.screen is ScreenName.MY_LIBRARY
    assert bound.visit.card is None


def test_what_the_patron_was_about_goes_on(bound: Walk) -> None:
    bound(MyLibraryAsked(), LAID, PasswordEntered(PASSWORD))
    assert bound.screen is ScreenName.MY_LIBRARY


def test_a_card_that_nobody_bound_is_asked_for_a_password_too(walk: Walk) -> None:
    """Whether it is bound is not told to whoever lays it down (L7)."""
    walk(LAID, PasswordEntered(PASSWORD))
    assert walk.machine.place.name == "password"
    assert isinstance(walk.trouble, CardOrPasswordWrong)


def test_a_library_that_asks_no_password_signs_in_by_the_card_alone(bound: Walk) -> None:
    bound.library.accounts.ic_cards.asks_no_password()
    bound(LAID)
    assert bound.screen is ScreenName.MY_LIBRARY


def test_without_a_password_a_card_that_nobody_bound_is_told_what_to_do(walk: Walk) -> None:
    walk.library.accounts.ic_cards.asks_no_password()
    walk(LAID)
    assert walk.machine.place.name == "sign_in"
    assert isinstance(walk.trouble, IcCardNotBound)
    assert walk.visit.card is None


def test_who_has_no_password_yet_signs_in_with_the_library_card_first(walk: Walk) -> None:
    ic_cards = walk.library.accounts.ic_cards
    ic_cards.bind(NEW_CARD, FARE_CARD)
    ic_cards.asks_no_password()
    walk(LAID)
    assert isinstance(walk.trouble, IcCardNotBound)


def test_a_library_that_takes_no_such_cards_says_so(walk: Walk) -> None:
    walk.library.accounts.ic_cards.are_not_offered()
    walk(LAID)
    assert walk.machine.place.name == "sign_in"
    assert isinstance(walk.trouble, IcCardNotOffered)


def test_without_the_line_the_library_card_can_be_tried_next(walk: Walk) -> None:
    walk.library.accounts.breaks_with(LineLost())
    walk(LAID)
    assert walk.machine.place.name == "sign_in"
    walk.library.accounts.recovers()
    assert signs_in(walk, *SIGNED_IN)


def test_a_forgotten_password_needs_the_number_of_the_library_card(walk: Walk) -> None:
    walk(LAID, ForgottenAsked())
    assert walk.machine.place.name == "password"
    walk(CardPresented(CARD), ForgottenAsked())
    assert walk.screen is ScreenName.FORGOTTEN


def test_a_card_laid_down_by_who_is_signed_in_leads_nowhere(walk: Walk) -> None:
    walk(*SIGNED_IN, LAID)
    assert walk.screen is ScreenName.MY_LIBRARY
    assert walk.visit.card is None


# ---- binding
def test_a_card_that_lies_there_is_bound_by_a_touch_and_signs_in_from_then_on(walk: Walk) -> None:
    walk(*AT_DETAILS, LAID)
    assert signed(walk).details.lying == FARE_CARD
    assert walk.library.accounts.ic_cards.of(CARD) is None
    walk(IcCardBindAsked())
    assert walk.screen is ScreenName.DETAILS
    assert signed(walk).details.done is Deed.IC_CARD_BOUND
    found = signed(walk).details.found
    assert found is not None
    assert found.ic_card is not None
    assert signs_in(walk, LogoutAsked(), LAID, PasswordEntered(PASSWORD))


def test_a_card_that_was_taken_away_again_is_not_bound(walk: Walk) -> None:
    walk(*AT_DETAILS, LAID, IcCardRemoved(), IcCardBindAsked())
    assert walk.machine.place.name == "details"
    assert walk.library.accounts.ic_cards.of(CARD) is None


def test_what_was_done_stays_said_while_the_card_is_taken_away(walk: Walk) -> None:
    walk(*AT_DETAILS, LAID, IcCardBindAsked(), IcCardRemoved())
    assert signed(walk).details.done is Deed.IC_CARD_BOUND


def test_a_card_of_another_patron_is_left_to_the_staff(walk: Walk) -> None:
    walk.library.accounts.ic_cards.bind(NEW_CARD, FARE_CARD)
    walk(*AT_DETAILS, LAID, IcCardBindAsked(), IcCardRemoved())
    assert walk.machine.place.name == "details"
    assert isinstance(walk.trouble, IcCardBoundToAnother)
    assert walk.library.accounts.ic_cards.of(CARD) is None


def test_another_card_takes_the_place_of_the_former_one(bound: Walk) -> None:
    bound(*AT_DETAILS, IcCardPresented(STUDENT_CARD), IcCardBindAsked())
    assert bound.library.accounts.ic_cards.of(CARD) == STUDENT_CARD
    assert not signs_in(bound, LogoutAsked(), LAID, PasswordEntered(PASSWORD))


def test_a_card_that_was_let_go_opens_nothing_any_more(bound: Walk) -> None:
    bound(*AT_DETAILS, IcCardLetGoAsked())
    assert signed(bound).details.done is Deed.IC_CARD_LET_GO
    assert not signs_in(bound, LogoutAsked(), LAID, PasswordEntered(PASSWORD))


def test_where_no_such_cards_are_taken_none_is_offered_to_be_bound(walk: Walk) -> None:
    walk.library.accounts.ic_cards.are_not_offered()
    walk(*AT_DETAILS, LAID)
    assert signed(walk).details.lying is None


def test_logging_out_forgets_the_card_that_lay_there(walk: Walk) -> None:
    walk(*AT_DETAILS, LAID, LogoutAsked())
    assert walk.visit == Visit(premises=walk.visit.premises)


def test_no_number_of_a_card_stands_in_what_is_remembered(walk: Walk) -> None:
    walk(LAID)
    seen = repr(walk.visit)
    walk(*AT_DETAILS, LAID)
    assert FARE_CARD.number not in seen + repr(walk.visit) + repr(LAID)
