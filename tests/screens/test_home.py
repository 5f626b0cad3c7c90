from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import TitleUnknown
from kiosk.domain.looks import Language, Scheme
from kiosk.events import MyLibraryAsked, SearchOpened, TitleChosen
from kiosk.screens.home import HomeScreen
from kiosk.visit import Look
from tests.screens.showing import Shown, looks
from tests.screens.visits import AT_REST, NEW_TITLES, line_down, signed_in

Page = Shown[HomeScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, HomeScreen)


def test_the_whole_field_opens_the_search(shown: Page) -> None:
    shown.display(AT_REST)
    shown.touch(shown.screen.hero)
    assert shown.said == [SearchOpened()]


@pytest.mark.rule("L8")
def test_my_library_is_a_touch_away_signed_in_or_not(shown: Page) -> None:
    shown.display(AT_REST)
    shown.touch(shown.screen.my_library)
    shown.display(signed_in(AT_REST))
    shown.touch(shown.screen.my_library)
    assert shown.said == [MyLibraryAsked(), MyLibraryAsked()]


def test_a_new_book_on_the_shelf_can_be_touched(shown: Page) -> None:
    shown.display(AT_REST)
    shown.touch(shown.screen.shelf.books[1])
    assert shown.said == [TitleChosen(NEW_TITLES[1].title.id)]


def test_the_second_shelf_goes_on_where_the_first_ends(qtbot: QtBot) -> None:
    shown = Shown(qtbot, HomeScreen, is_portrait=True)
    shown.display(AT_REST)
    shown.touch(shown.screen.lower_shelf.books[0])
    assert shown.said == [TitleChosen(NEW_TITLES[3].title.id)]


def test_without_the_line_my_library_says_why_it_is_closed(shown: Page) -> None:
    shown.display(line_down(AT_REST))
    shown.touch(shown.screen.my_library)
    assert shown.said == []
    assert shown.screen.my_library.accessibleDescription() == "回線が切れています"


def test_a_scanner_that_is_gone_is_not_promised(shown: Page) -> None:
    shown.display(AT_REST)
    assert "本のバーコードも読めます" in shown.texts
    gone = Health(Device.SCANNER, Condition.GONE)
    shown.display(replace(AT_REST, premises=replace(AT_REST.premises, devices=(gone,))))
    assert "バーコード" not in shown.texts


def test_a_scanned_book_that_nobody_knows_is_explained(shown: Page) -> None:
    shown.display(replace(AT_REST, trouble=TitleUnknown()))
    assert "目録にありません" in shown.texts


def test_the_other_languages_take_turns(shown: Page) -> None:
    shown.display(AT_REST)
    others = shown.screen.others
    seen = [others.language_now]
    others.change()
    seen.append(others.language_now)
    assert seen == [Language.ENGLISH, Language.EASY_JAPANESE]
    assert "さわると" in shown.texts


def test_nothing_moves_by_itself_in_black_yellow_or_off_the_screen(shown: Page) -> None:
    shown.display(AT_REST)
    timers = (shown.screen.others._timer, shown.screen.shelf._attract)
    assert all(timer.isActive() for timer in timers)
    shown.display(AT_REST, Look(scheme=Scheme.BLACK_YELLOW))
    assert not any(timer.isActive() for timer in timers)
    shown.display(AT_REST)
    shown.place.hide()
    assert not any(timer.isActive() for timer in timers)


def test_a_touch_beside_everything_only_stops_the_motion(shown: Page) -> None:
    shown.display(AT_REST)
    shown.touch(shown.screen.shelf)
    assert shown.said == []
    assert not shown.screen.shelf._attract.isActive()


@pytest.mark.parametrize("is_portrait", [False, True])
def test_all_fits_in_every_language_and_size(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, HomeScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(AT_REST, look)
        assert not list(shown.faults()), look
    assert shown.box(shown.screen.hero).bottom() > 812 or not is_portrait
