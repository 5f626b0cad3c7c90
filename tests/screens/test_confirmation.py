from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import DeviceGone, PaperOut
from kiosk.domain.looks import Language, TextSize
from kiosk.domain.waiting import Waiting
from kiosk.events import LogoutAsked, MyLibraryAsked, SearchOpened, SlipAsked, UndoAsked
from kiosk.premises import Premises
from kiosk.screens.confirmation import ConfirmationScreen
from kiosk.ui.my_library.standing import more_of
from kiosk.visit import Look, Visit
from kiosk.words.waiting import how_long
from kiosk.words.words import Words
from tests.screens.account_visits import DONE, EAST, KEPT_ONE, LONG_ONE, RESERVATION, WAITING_TIME
from tests.screens.every_screen import HERE, WORDS
from tests.screens.showing import Shown, looks

Page = Shown[ConfirmationScreen]
NO_PAPER = replace(DONE, trouble=PaperOut())
NO_LINE = Premises(is_line_down=True)
SPARE = 8  # px


def told(first: int, last: int) -> Waiting:
    day = WAITING_TIME.told_on
    earliest, latest = (day + timedelta(days=each) for each in (first, last))
    return replace(WAITING_TIME, earliest=earliest, latest=latest)


def with_(visit: Visit, **signed: object) -> Visit:
    assert visit.signed is not None
    return replace(visit, signed=replace(visit.signed, **signed))  # type: ignore[arg-type]


def kept(notice: NoticeMethod) -> Visit:
    assert KEPT_ONE.signed is not None
    reservation = KEPT_ONE.signed.last_reservation
    assert reservation is not None
    return with_(KEPT_ONE, last_reservation=replace(reservation, notice=notice))


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ConfirmationScreen)


def test_the_patron_reads_what_was_done_and_the_place_in_the_queue(shown: Page) -> None:
    shown.display(DONE)
    assert "予約しました" in shown.texts
    assert "『吾輩は猫である』　あなたは3番目です。" in shown.texts
    assert "用意できたら eメールでお知らせします。" in shown.texts


def test_the_stamp_is_the_library_s_and_has_its_day(shown: Page) -> None:
    late = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)  # half past midnight in Japan
    reserved = replace(RESERVATION, requested_at=late, pickup=EAST)
    shown.display(replace(with_(DONE, last_reservation=reserved), premises=Premises(HERE)))
    assert shown.screen.done.stamp.lines == ("みなと市立", "8.11.21", "予約")
    shown.display(
        replace(with_(DONE, last_reservation=reserved), premises=Premises(HERE)),
        Look(Language.ENGLISH),
    )
    assert shown.screen.done.stamp.lines == ("Minato City", "8.11.21", "Reserved")


@pytest.mark.rule("R4", "R9")
@pytest.mark.parametrize("days", [(0, 1), (2, 4), (16, 53)])
def test_how_long_it_takes_is_said_as_in_my_library(shown: Page, days: tuple[int, int]) -> None:
    japanese = Words.load(WORDS, Language.JAPANESE)
    reserved = replace(RESERVATION, waiting=told(*days))
    shown.display(with_(DONE, last_reservation=reserved))
    assert reserved.waiting is not None
    assert how_long(japanese, reserved.waiting) in shown.texts
    assert how_long(japanese, reserved.waiting) in more_of(japanese, reserved, hides_title=False)


@pytest.mark.rule("R4")
def test_where_nobody_knows_no_time_is_said(shown: Page) -> None:
    shown.display(with_(DONE, last_reservation=replace(RESERVATION, waiting=None)))
    assert shown.screen.done.expected.isHidden()


@pytest.mark.parametrize("size", list(TextSize))
def test_in_portrait_the_slip_is_seen_at_every_size(qtbot: QtBot, size: TextSize) -> None:
    shown = Shown(qtbot, ConfirmationScreen, is_portrait=True)
    shown.display(
        with_(DONE, last_reservation=replace(RESERVATION, waiting=told(2, 4))), Look(size=size)
    )
    assert shown.screen.slip.isVisible()
    assert "ひかえをお取りください" in shown.texts
    assert not list(shown.faults())


def test_without_the_picture_of_the_slip_its_words_stand_in_the_middle_of_their_card(
    qtbot: QtBot,
) -> None:
    shown = Shown(qtbot, ConfirmationScreen)
    shown.display(DONE, Look(Language.EASY_JAPANESE, TextSize.LARGEST))
    page = shown.screen
    card, above, below = (
        shown.box(part) for part in (page.slip_card, page.take_slip, page.no_name)
    )
    assert page.slip.isHidden()
    assert above.bottom() < below.top()
    assert card.left() < below.left()
    assert below.right() < card.right()
    assert abs((above.top() - card.top()) - (card.bottom() - below.bottom())) <= SPARE


@pytest.mark.parametrize("size", list(TextSize))
def test_in_portrait_missing_paper_is_told_at_every_size(qtbot: QtBot, size: TextSize) -> None:
    shown = Shown(qtbot, ConfirmationScreen, is_portrait=True)
    shown.display(NO_PAPER, Look(size=size))
    assert "プリンターの用紙がありません。" in shown.texts
    assert shown.screen.print_again.isVisible()


def test_a_kept_reservation_says_that_it_will_be_sent_and_its_number(shown: Page) -> None:
    shown.display(KEPT_ONE)
    assert "予約をお預かりしました" in shown.texts
    assert "回線がもどりしだい" in shown.texts
    assert "0010000017" in shown.texts
    assert "番目" not in shown.texts


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (NoticeMethod.EMAIL, "eメールでお知らせします"),
        (NoticeMethod.TELEPHONE, "電話でお知らせします"),
        (NoticeMethod.MISSED_CALL, "電話でお知らせします"),
        (NoticeMethod.FAX, "FAXでお知らせします"),
        (NoticeMethod.NONE, "職員におたずねください"),
    ],
)
def test_a_kept_reservation_says_how_a_refusal_would_reach_the_patron(
    shown: Page, notice: NoticeMethod, said: str
) -> None:
    shown.display(kept(notice))
    assert said in shown.texts
    shown.display(DONE)
    assert "予約できなかったとき" not in shown.texts


@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("notice", [NoticeMethod.EMAIL, NoticeMethod.NONE])
def test_how_a_refusal_would_reach_the_patron_is_said_at_every_size(
    qtbot: QtBot, notice: NoticeMethod, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, ConfirmationScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(kept(notice), look)
        assert shown.screen.done.refused.isVisible(), look
        assert not list(shown.faults()), look


def test_every_key_says_its_deed(shown: Page) -> None:
    shown.display(DONE)
    screen = shown.screen
    for key in (screen.undo, screen.search, screen.mine, screen.leave):
        shown.touch(key)
    assert shown.said == [UndoAsked(), SearchOpened(), MyLibraryAsked(), LogoutAsked()]


def test_undo_is_offered_without_any_hurry_while_it_can_be_done(shown: Page) -> None:
    shown.display(DONE)
    assert shown.screen.undo.isVisible()
    assert "秒" not in shown.texts
    shown.display(with_(DONE, undoable=None))
    assert not shown.screen.undo.isVisible()


def test_without_the_line_undo_is_dashed_with_its_reason(shown: Page) -> None:
    shown.display(replace(DONE, premises=NO_LINE))
    shown.touch(shown.screen.undo)
    shown.touch(shown.screen.mine)
    assert not shown.said
    assert shown.screen.undo.accessibleDescription() == "回線が切れています"


def test_the_slip_and_its_code_are_shown_without_a_name(shown: Page) -> None:
    shown.display(DONE)
    assert not shown.screen.slip.is_empty
    assert not shown.screen.code.is_empty
    assert "お名前は印刷していません" in shown.texts


@pytest.mark.parametrize("trouble", [PaperOut(), DeviceGone()])
def test_without_paper_the_code_stays_and_the_slip_can_be_asked_for(
    shown: Page, trouble: Exception
) -> None:
    shown.display(replace(DONE, trouble=trouble))
    assert "予約しました" in shown.texts
    assert "ひかえをお取りください" not in shown.texts
    assert shown.screen.code.isVisible()
    shown.touch(shown.screen.print_again)
    assert shown.said == [SlipAsked()]


def test_with_paper_nobody_is_asked_to_print_again(shown: Page) -> None:
    shown.display(DONE)
    assert not shown.screen.print_again.isVisible()


def test_a_new_language_says_everything_anew(shown: Page) -> None:
    shown.display(DONE)
    shown.display(DONE, Look(Language.ENGLISH))
    assert "Sign out and finish" in shown.texts


def test_in_portrait_the_way_out_stands_lowest(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ConfirmationScreen, is_portrait=True)
    shown.display(DONE)
    lowest = max(shown.box(key).bottom() for key in (shown.screen.undo, shown.screen.mine))
    assert shown.box(shown.screen.leave).top() > max(812, lowest)


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize(
    "visit",
    [
        DONE,
        KEPT_ONE,
        NO_PAPER,
        replace(DONE, trouble=DeviceGone()),
        with_(DONE, last_reservation=LONG_ONE),
        with_(DONE, slip=None, undoable=None),
        replace(DONE, premises=NO_LINE),
    ],
)
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ConfirmationScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look
