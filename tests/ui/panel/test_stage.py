from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.patrons import Session, SessionToken
from kiosk.domain.reservations import (
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.titles import CallNumber, TitleId
from kiosk.events import HomeAsked, SearchOpened, UndoAsked
from kiosk.premises import Premises
from kiosk.ui.keys.button import Button
from kiosk.ui.lettering.label import Label
from kiosk.ui.panel.idle import IdleLimits
from kiosk.ui.panel.stage import Stage
from kiosk.visit import Look, MyLibrary, Signed, Visit
from kiosk.words.words import Words
from tests.ui.conftest import LANDSCAPE, PORTRAIT, MakeStage
from tests.ui.pages import PAGE_COLOUR, BarePage, HomePage, Page

SIGNED = Visit(signed=Signed(Session(SessionToken("of nobody"))))
CANCELLED = Visit(
    signed=Signed(
        Session(SessionToken("of nobody")),
        undoable=Reservation(
            ReservationId("r1"),
            ReservationNumber("0010000017"),
            TitleId("t1"),
            "雪",
            "中谷 宇吉郎",
            CallNumber("451.6", "ナカ"),
            Branch(BranchId("main"), "本館"),
            NoticeMethod.NONE,
            ReservationState.CANCELLED,
            datetime(2026, 11, 20, 5, 32, tzinfo=UTC),
        ),
    )
)
QUICK = IdleLimits(signed_in_s=3, anonymous_s=3)


def has_page(stage: Stage) -> bool:
    image = stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    return PAGE_COLOUR.rgb() in found


def test_a_screen_stands_between_band_and_bar(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    assert page.geometry().getRect() == (0, 72, 1920, 896)
    stage.resize(*PORTRAIT)
    assert page.geometry().getRect() == (0, 92, 1080, 1616)
    assert page.is_portrait
    assert stage.style_now.is_portrait


def test_a_bare_screen_has_the_whole_panel(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = BarePage(words)
    stage.present(page, Visit())
    assert page.geometry() == stage.rect()
    assert stage.band.isHidden()
    assert stage.bar.isHidden()


def test_what_is_said_anywhere_is_said_by_the_stage(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    with qtbot.waitSignal(stage.said) as said:
        page.search.click()
    assert said.args == [SearchOpened()]
    with qtbot.waitSignal(stage.said) as said:
        stage.bar.keys.home.click()
    assert said.args == [HomeAsked()]


def test_a_new_look_keeps_what_is_being_typed(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    page.field.setText("ねこ")
    for look in (
        Look(size=TextSize.LARGEST),
        Look(scheme=Scheme.BLACK_YELLOW),
        Look(Language.ENGLISH),
    ):
        stage.present(page, Visit(look))
        assert page.field.text() == "ねこ"
        assert page.arranged[-1].look == look
    assert page.name.text() == "Sign in"


def test_a_screen_that_is_left_is_destroyed(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    first = Page(words)
    stage.present(first, Visit())
    with qtbot.waitSignal(first.destroyed):
        stage.present(HomePage(words), Visit())


def test_the_band_says_who_reads_this_and_what_time_it_is(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    stage.present(Page(words), SIGNED)
    said = {label.text() for label in stage.band.findChildren(Label) if label.isVisible()}
    assert said == {
        "みなと市立図書館",
        "本館 2階 一般",
        "ログイン中",
        "本日 9:30 − 20:00",
        "11月20日（金）",
        "14:32",
    }
    stage.present(Page(words), Visit(Look(Language.ENGLISH)))
    said = {label.text() for label in stage.band.findChildren(Label) if label.isVisible()}
    assert {
        "Minato City Library",
        "Main Library, Floor 2, General",
        "Open today 9:30 − 20:00",
    } < said
    assert "Signed in" not in said


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("text_size", TextSize)
def test_nothing_in_the_band_is_cut_off(
    make_stage: MakeStage, words: Words, size: tuple[int, int], text_size: TextSize
) -> None:
    stage = make_stage(size)
    for language in Words.offered:
        stage.present(Page(words), replace(SIGNED, look=Look(language, text_size)))
        QApplication.processEvents()
        for label in stage.band.findChildren(Label):
            if label.isVisible():
                assert label.width() >= label.setting().width
                assert stage.band.rect().contains(label.geometry())


def test_a_line_that_is_down_is_told_above_the_page(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit(premises=Premises(is_line_down=True)))
    assert stage.banner.isVisible()
    assert page.y() == stage.banner.geometry().bottom() + 1
    assert {label.text() for label in stage.banner.findChildren(Label)} == {
        "回線が切れています。",
        "本さがしはできます。予約はカウンターでうけたまわります。",
    }
    stage.present(page, Visit())
    assert stage.banner.isHidden()
    assert page.y() == 72


def test_what_was_done_can_be_undone_until_the_next_act(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, CANCELLED)
    assert stage.toast.isVisible()
    assert "『雪』の予約を取り消しました" in stage.toast.findChildren(Label)[0].text()
    assert stage.toast.geometry().bottom() < stage.bar.y()
    assert page.geometry().bottom() < stage.toast.y()
    with qtbot.waitSignal(stage.said) as said:
        stage.toast.findChildren(Button)[0].click()
    assert said.args == [UndoAsked()]
    assert stage.toast.isHidden()
    stage.present(page, SIGNED)
    assert page.geometry().bottom() == stage.bar.y() - 1


def test_a_new_look_keeps_the_undo(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, CANCELLED)
    stage.present(page, replace(CANCELLED, look=Look(Language.ENGLISH, TextSize.LARGEST)))
    assert stage.toast.isVisible()
    assert stage.toast.findChildren(Label)[0].text() == "The reservation is cancelled."


def test_without_the_line_the_undo_is_dashed_and_says_why(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    stage.present(Page(words), replace(CANCELLED, premises=Premises(is_line_down=True)))
    (undo,) = stage.toast.findChildren(Button)
    assert not undo.isEnabled()
    assert undo.accessibleDescription() == "回線が切れています"


def test_the_undo_hides_the_title_where_titles_are_hidden(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    assert CANCELLED.signed is not None
    hidden = replace(CANCELLED.signed, library=MyLibrary(hides_titles=True))
    stage.present(Page(words), replace(CANCELLED, signed=hidden))
    assert stage.toast.findChildren(Label)[0].text() == "予約を取り消しました。"


def test_what_was_reserved_is_taken_back_on_its_own_page(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    assert CANCELLED.signed is not None
    assert CANCELLED.signed.undoable is not None
    placed = replace(CANCELLED.signed.undoable, state=ReservationState.QUEUED)
    stage.present(
        Page(words), replace(CANCELLED, signed=replace(CANCELLED.signed, undoable=placed))
    )
    assert stage.toast.isHidden()


def test_the_keyboard_walks_the_page_before_the_bar(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Tab)
    assert stage.focusWidget() is stage.bar.keys.home


def test_the_ring_shows_what_the_keyboard_would_press(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    with qtbot.waitActive(stage):
        stage.activateWindow()
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Tab)
    key = stage.bar.keys.home
    assert stage.ring.isVisible()
    assert stage.ring.geometry() == key.geometry().translated(stage.bar.pos()).adjusted(
        -9, -9, 9, 9
    )
    QTest.mouseClick(page.search, Qt.MouseButton.LeftButton)
    assert stage.ring.isHidden()
