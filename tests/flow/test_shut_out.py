"""A kiosk that the service knows no more: searching goes on, signing in is closed."""

import pytest

from kiosk.domain.errors import KioskUnknown
from kiosk.domain.searching import Query
from kiosk.events import (
    CardPresented,
    Event,
    Failed,
    HomeAsked,
    KioskLetIn,
    KioskShutOut,
    MyLibraryAsked,
    MyNumberCardPresented,
    PasswordEntered,
    QueryTyped,
    ReserveAsked,
    ScreenName,
    SearchAsked,
    SearchOpened,
    SignInAsked,
    StaffCardPresented,
    StaffPinEntered,
    TitleChosen,
)
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.staff import STAFF_CARD, STAFF_PIN
from kiosk.services.simulated.stock import BOTCHAN
from tests.flow.conftest import Walk


@pytest.fixture
def shut_out(walk: Walk) -> Walk:
    return walk(KioskShutOut())


def test_whoever_only_looks_for_a_book_is_not_disturbed(walk: Walk) -> None:
    walk(SearchOpened(), KioskShutOut())
    assert walk.screen is ScreenName.SEARCH
    walk(QueryTyped("ぼっちゃん"), SearchAsked(Query("ぼっちゃん")))
    assert walk.screen is ScreenName.RESULTS
    walk(TitleChosen(BOTCHAN.title.id))
    assert walk.screen is ScreenName.TITLE


@pytest.mark.parametrize(
    "asked",
    [SignInAsked(), MyLibraryAsked(), CardPresented(CARD), MyNumberCardPresented()],
    ids=lambda asked: type(asked).__name__,
)
def test_whoever_would_sign_in_is_told_where_else_to_go(shut_out: Walk, asked: Event) -> None:
    shut_out(asked)
    assert shut_out.screen is ScreenName.APOLOGY
    shut_out(HomeAsked())
    assert shut_out.screen is ScreenName.HOME
    assert not shut_out.visit.is_personal


def test_whoever_would_reserve_is_told_before_a_password_is_asked(shut_out: Walk) -> None:
    shut_out(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    assert shut_out.screen is ScreenName.APOLOGY


def test_nobody_types_a_password_for_nothing(walk: Walk) -> None:
    walk(CardPresented(CARD), KioskShutOut())
    assert walk.screen is ScreenName.APOLOGY


def test_whoever_was_quicker_than_the_news_reads_the_same(walk: Walk) -> None:
    walk.machine.hear(CardPresented(CARD))
    walk.machine.hear(PasswordEntered(PASSWORD))
    walk.machine.hear(Failed(KioskUnknown()))
    assert walk.screen is ScreenName.APOLOGY
    assert isinstance(walk.trouble, KioskUnknown)


def test_what_a_patron_has_before_them_stays_until_they_leave(with_one: Walk) -> None:
    before = with_one.screen
    with_one(KioskShutOut())
    assert with_one.screen is before


def test_once_it_is_let_in_again_patrons_sign_in(shut_out: Walk) -> None:
    shut_out(KioskLetIn(), CardPresented(CARD), PasswordEntered(PASSWORD))
    assert shut_out.visit.signed is not None


def test_it_is_not_forgotten_from_one_visit_to_the_next(shut_out: Walk) -> None:
    shut_out(SearchOpened(), HomeAsked(), SignInAsked())
    assert shut_out.screen is ScreenName.APOLOGY


def test_staff_come_in_all_the_same(shut_out: Walk) -> None:
    shut_out(StaffCardPresented(STAFF_CARD), StaffPinEntered(STAFF_PIN))
    assert shut_out.screen is ScreenName.STAFF
