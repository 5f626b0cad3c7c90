from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import LineLost, TooLateToChange
from kiosk.domain.reservations import ReservationId
from kiosk.events import MyLibraryAsked, SearchOpened
from kiosk.premises import Premises
from kiosk.screens.my_library import MyLibraryScreen
from kiosk.ui.parts.reservation_card import ReservationCard
from kiosk.visit import Signed, Visit
from tests.screens.account_visits import EMPTY, MINE, RESERVATION, SESSION, UNKNOWN
from tests.screens.showing import Shown, looks

MANY = replace(
    MINE,
    signed=Signed(
        SESSION,
        reservations=tuple(
            replace(
                RESERVATION,
                id=ReservationId(f"r{turn}"),
                title_name=f"全集 第{turn}巻",
                position=turn,
            )
            for turn in range(1, 21)
        ),
    ),
)

Page = Shown[MyLibraryScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, MyLibraryScreen)


def cards(shown: Page) -> list[str]:
    found = shown.shown(ReservationCard)
    found.sort(key=lambda card: (shown.box(card).top(), shown.box(card).left()))
    return [card.accessibleName() for card in found]


def test_what_is_ready_comes_first_then_on_the_way_then_by_turn_then_kept(shown: Page) -> None:
    shown.display(MINE)
    titles = [name.split(" ")[0][:4] for name in cards(shown)]
    assert titles == ["坊っちゃ", "遠野物語", "吾輩は猫", "銀河鉄道", "雪"]


def test_what_is_ready_says_on_which_hold_shelf_and_until_when(shown: Page) -> None:
    shown.display(MINE)
    assert "B-07" in cards(shown)[0]
    assert "11月27日（金）まで" in cards(shown)[0]


def test_what_waits_says_its_turn(shown: Page) -> None:
    shown.display(MINE)
    assert "3番目" in cards(shown)[2]


def test_a_kept_reservation_says_that_it_is_not_sent_yet_and_its_number(shown: Page) -> None:
    shown.display(MINE)
    assert "回線がもどりしだい" in cards(shown)[4]
    assert "0010000017" in cards(shown)[4]


def test_an_empty_list_says_how_to_fill_it(shown: Page) -> None:
    shown.display(EMPTY)
    assert not cards(shown)
    assert "予約する" in shown.texts


def test_a_list_that_could_not_be_read_is_not_called_empty(shown: Page) -> None:
    shown.display(replace(UNKNOWN, trouble=LineLost()))
    assert "回線が切れています" in shown.texts
    assert "予約している資料はありません" not in shown.texts
    shown.touch(shown.screen.again)
    assert shown.said == [MyLibraryAsked()]


def test_without_the_line_reading_again_is_dashed_with_its_reason(shown: Page) -> None:
    shown.display(replace(UNKNOWN, trouble=LineLost(), premises=Premises(is_line_down=True)))
    shown.touch(shown.screen.again)
    assert not shown.said
    assert shown.screen.again.accessibleDescription() == "回線が切れています"


def test_an_undo_that_came_too_late_is_explained_beside_the_list(shown: Page) -> None:
    shown.display(replace(MINE, trouble=TooLateToChange()))
    assert "受取館にお電話ください" in shown.texts
    assert len(cards(shown)) == 5


def test_the_patron_goes_on_searching(shown: Page) -> None:
    shown.display(MINE)
    shown.touch(shown.screen.search)
    assert shown.said == [SearchOpened()]


def test_twenty_reservations_take_pages_and_none_is_lost(shown: Page) -> None:
    shown.display(MANY)
    seen = cards(shown)
    while shown.screen.list.rail.on.isEnabled():
        shown.touch(shown.screen.list.rail.on)
        seen += cards(shown)
    assert len(seen) == 20
    assert len(set(seen)) == 20


def test_a_new_language_keeps_the_page(shown: Page) -> None:
    shown.display(MANY)
    shown.touch(shown.screen.list.rail.on)
    before = [name.split(" ")[1] for name in cards(shown)]
    shown.display(MANY)
    assert [name.split(" ")[1] for name in cards(shown)] == before


def test_a_title_with_braces_is_shown_as_catalogued(shown: Page) -> None:
    odd = replace(RESERVATION, title_name="集合{x|y}の本")
    shown.display(replace(MINE, signed=Signed(SESSION, reservations=(odd,))))
    assert "集合｛x|y｝の本" in cards(shown)[0]


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("visit", [MINE, EMPTY, MANY, replace(UNKNOWN, trouble=LineLost())])
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, MyLibraryScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look
