"""A forgotten password, with an e-mail address on file and without (rule L5)."""

import pytest

from kiosk.domain.errors import CodeWrong, LineLost, PasswordNotAllowed
from kiosk.domain.patrons import CardNumber
from kiosk.events import (
    BackAsked,
    CardPresented,
    ForgottenAsked,
    IdleElapsed,
    LogoutAsked,
    MyLibraryAsked,
    MyNumberCardPresented,
    PasswordEntered,
    ReserveAsked,
    ResetCodeAsked,
    ResetEntered,
    ScreenName,
    SignInAsked,
    SignInGivenUp,
    TitleChosen,
)
from kiosk.services.simulated.patrons import CARD, NEW_CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN
from kiosk.visit import ReserveThis, Visit
from tests.flow.conftest import Walk

NEW = "ume2026"
NOBODY = CardNumber("99990000")


@pytest.fixture
def forgotten(walk: Walk) -> Walk:
    return walk(MyLibraryAsked(), CardPresented(CARD), ForgottenAsked())


def code_of(walk: Walk) -> str:
    return walk.library.details.last_code


@pytest.mark.rule("L5")
def test_with_an_address_on_file_a_code_opens_a_new_password(forgotten: Walk) -> None:
    assert forgotten.screen is ScreenName.FORGOTTEN
    forgotten(ResetCodeAsked())
    assert forgotten.screen is ScreenName.RESET
    forgotten(ResetEntered(code_of(forgotten), NEW))
    assert forgotten.screen is ScreenName.SIGN_IN
    assert forgotten.visit.card is not None
    assert forgotten.visit.card.has_new_password
    forgotten(PasswordEntered(PASSWORD))
    assert forgotten.screen is ScreenName.SIGN_IN
    forgotten(PasswordEntered(NEW))
    assert forgotten.screen is ScreenName.MY_LIBRARY


@pytest.mark.rule("L5", "L7")
@pytest.mark.parametrize("card", [CARD, NEW_CARD, NOBODY])
def test_nobody_learns_whether_a_card_has_an_address_or_exists(
    walk: Walk, card: CardNumber
) -> None:
    walk(SignInAsked(), CardPresented(card), ForgottenAsked(), ResetCodeAsked())
    assert walk.screen is ScreenName.RESET
    assert walk.trouble is None
    walk(ResetEntered("no code", NEW))
    assert walk.screen is ScreenName.RESET
    assert isinstance(walk.trouble, CodeWrong)


@pytest.mark.rule("L5")
def test_without_an_address_no_letter_goes_out(walk: Walk) -> None:
    walk(SignInAsked(), CardPresented(NEW_CARD), ForgottenAsked(), ResetCodeAsked())
    assert walk.library.details.letters == []


@pytest.mark.rule("L5")
def test_who_was_about_to_reserve_goes_on_with_it(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), CardPresented(CARD), ForgottenAsked())
    walk(ResetCodeAsked())
    walk(ResetEntered(code_of(walk), NEW))
    assert isinstance(walk.visit.purpose, ReserveThis)
    walk(PasswordEntered(NEW))
    assert walk.screen is ScreenName.RESERVE


def test_another_code_is_sent_where_the_first_did_not_come(forgotten: Walk) -> None:
    forgotten(ResetCodeAsked(), ResetCodeAsked())
    assert forgotten.screen is ScreenName.RESET
    assert forgotten.visit.card is not None
    assert forgotten.visit.card.codes_asked == 2
    forgotten(ResetEntered(code_of(forgotten), NEW))
    assert forgotten.screen is ScreenName.SIGN_IN


@pytest.mark.rule("L4", "E4")
@pytest.mark.parametrize(("new", "reason"), [("abc", "length"), ("a" * 21, "length")])
def test_a_password_that_is_not_allowed_leaves_the_code_good(
    forgotten: Walk, new: str, reason: str
) -> None:
    forgotten(ResetCodeAsked())
    forgotten(ResetEntered(code_of(forgotten), new))
    assert forgotten.trouble == PasswordNotAllowed(reason)
    assert forgotten.screen is ScreenName.RESET
    forgotten(ResetEntered(code_of(forgotten), NEW))
    assert forgotten.screen is ScreenName.SIGN_IN


@pytest.mark.rule("E4")
def test_without_the_line_each_step_stays_and_says_so(forgotten: Walk) -> None:
    details = forgotten.library.details
    details.breaks_with(LineLost(), times=1)
    forgotten(ResetCodeAsked())
    assert isinstance(forgotten.trouble, LineLost)
    assert forgotten.screen is ScreenName.FORGOTTEN
    forgotten(ResetCodeAsked())
    for event in (ResetCodeAsked(), ResetEntered(code_of(forgotten), NEW)):
        details.breaks_with(LineLost(), times=1)
        forgotten(event)
        assert isinstance(forgotten.trouble, LineLost)
        assert forgotten.screen is ScreenName.RESET
    forgotten(ResetEntered(code_of(forgotten), NEW))
    assert forgotten.screen is ScreenName.SIGN_IN


def test_who_remembers_after_all_presents_the_card_again(forgotten: Walk) -> None:
    forgotten(CardPresented(CARD), PasswordEntered(PASSWORD))
    assert forgotten.screen is ScreenName.MY_LIBRARY


def test_before_a_card_nothing_is_forgotten(walk: Walk) -> None:
    walk(SignInAsked(), ForgottenAsked())
    assert walk.screen is ScreenName.SIGN_IN
    walk(MyNumberCardPresented(), ForgottenAsked())
    assert walk.screen is ScreenName.PIN


@pytest.mark.parametrize("leaving", [SignInGivenUp(), IdleElapsed(), BackAsked()])
def test_who_leaves_leaves_no_card(forgotten: Walk, leaving: SignInGivenUp | IdleElapsed) -> None:
    forgotten(ResetCodeAsked(), leaving)
    assert forgotten.visit == Visit(premises=forgotten.visit.premises)


def test_a_session_begun_with_the_new_password_knows_nothing_of_the_reset(forgotten: Walk) -> None:
    forgotten(ResetCodeAsked())
    forgotten(ResetEntered(code_of(forgotten), NEW), PasswordEntered(NEW))
    assert forgotten.visit.card is None
    forgotten(LogoutAsked())
    assert forgotten.visit == Visit(premises=forgotten.visit.premises)
