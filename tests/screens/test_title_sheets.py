"""What is laid over a title: the page for the staff, and the code for a phone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import LimitReached, NotReservable
from kiosk.domain.looks import Language
from kiosk.domain.slips import Slip
from kiosk.events import LocationAsked, ReserveAsked
from kiosk.screens.title import TitleScreen
from kiosk.ui.lettering.label import Label
from kiosk.visit import Look
from kiosk.visit.located import Located
from tests.screens.account_visits import drawn_slip
from tests.screens.showing import Shown, looks
from tests.screens.title_visits import AMONG, IN_A_SET, SET
from tests.screens.visits import CAT_TOWN, LONG, opened, signed_in

Page = Shown[TitleScreen]
ENGLISH = Look(Language.ENGLISH)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, TitleScreen)


def show_staff(shown: Page) -> None:
    shown.touch(shown.screen.page.card.staff)
    QApplication.processEvents()


@pytest.mark.rule("E4", "E5")
def test_the_page_for_the_staff_is_in_japanese_whatever_the_patron_reads(shown: Page) -> None:
    shown.display(AMONG, ENGLISH)
    show_staff(shown)
    for said in ("この資料を探しています。", "吾輩は猫である", "夏目 漱石", "棚にあります"):
        assert said in shown.texts
    assert "本館 2階　24番の棚" in shown.texts
    assert "資料番号 cat" in shown.texts
    assert shown.screen.staff_sheet.label.accessibleName()


def test_it_is_closed_in_the_patrons_language_and_in_japanese(shown: Page) -> None:
    shown.display(AMONG, ENGLISH)
    show_staff(shown)
    key = shown.screen.staff_sheet.close_key
    assert key.accessibleName() == "Close とじる"
    shown.touch(key)
    assert not shown.screen.staff_sheet.is_open
    shown.touch(shown.screen.page.card.reserve)
    assert shown.said == [ReserveAsked()]


def test_its_title_is_larger_than_anything_on_the_page(shown: Page) -> None:
    shown.display(AMONG)
    sizes = [label.letters.px for label in shown.shown(Label)]
    show_staff(shown)
    assert shown.screen.staff_sheet.name.letters.px > max(sizes)


@pytest.mark.rule("E4")
@pytest.mark.parametrize("error", [NotReservable(), LimitReached(10, "book")])
def test_after_a_refusal_it_asks_what_can_be_done(shown: Page, error: Exception) -> None:
    shown.display(replace(AMONG, trouble=error), ENGLISH)
    show_staff(shown)
    assert "この資料を予約したいのですが、どうすればよいですか。" in shown.texts


def test_it_tells_the_volume_and_of_a_set_how_many_there_are(shown: Page) -> None:
    shown.display(IN_A_SET)
    show_staff(shown)
    assert "港町年代記　中巻" in shown.texts
    shown.display(SET)
    show_staff(shown)
    assert "全3巻" in shown.texts


def test_another_title_closes_what_lay_over_the_one_before(shown: Page) -> None:
    shown.display(AMONG)
    show_staff(shown)
    shown.display(opened(CAT_TOWN))
    assert not shown.screen.staff_sheet.is_open
    assert shown.screen.page.isVisible()


def test_back_closes_the_sheet_before_it_leaves_the_title(shown: Page) -> None:
    shown.display(AMONG)
    assert not shown.screen.closes_sheet()
    show_staff(shown)
    assert shown.screen.closes_sheet()
    assert shown.screen.page.isVisible()


def test_a_phone_reads_the_place_from_the_screen(shown: Page) -> None:
    shown.display(AMONG)
    shown.touch(shown.screen.page.card.phone)
    assert shown.said == [LocationAsked()]
    assert shown.screen.phone_sheet.code.is_empty
    slip = drawn_slip()
    shown.display(replace(AMONG, search=replace(AMONG.search, located=Located(slip))))
    assert not shown.screen.phone_sheet.code.is_empty
    assert slip.text in shown.texts
    assert "通信は使いません" in shown.texts


LOCATED = replace(AMONG.search, located=Located(Slip(b"", b"", "みなと市立図書館\n" * 9)))
VISITS = [opened(LONG), signed_in(replace(AMONG, search=LOCATED))]


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("which", ["staff", "phone"])
def test_sheets_fit_in_every_language_and_size(
    qtbot: QtBot, which: str, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, TitleScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        for visit in VISITS:
            shown.display(visit, look)
            if which == "staff":
                show_staff(shown)
            else:
                shown.screen.say(LocationAsked())
                QApplication.processEvents()
            assert not list(shown.faults()), look
            shown.screen.closes_sheet()
