from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LineLost, NoticeNotPossible
from kiosk.domain.looks import TextSize
from kiosk.events import (
    CancelAsked,
    ChangeConfirmed,
    EyeTouched,
    NoticeChosen,
    PickupChosen,
    ReservationOpened,
)
from kiosk.premises import Premises
from kiosk.screens.reservation import ReservationScreen
from kiosk.ui.parts.answer_row import AnswerRow
from kiosk.visit import Look
from tests.screens.account_visits import EAST, MAIN, MOVING, READY
from tests.screens.my_library_visits import (
    CHANGES,
    IN_ORDER,
    OPENED,
    WAITING,
    changed,
    looked_at,
    otherwise,
)
from tests.screens.showing import Shown

Page = Shown[ReservationScreen]
LARGEST = Look(size=TextSize.LARGEST)
LINE_DOWN = Premises(is_line_down=True)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ReservationScreen)


def row(shown: Page, word: str) -> AnswerRow:
    return next(each for each in shown.shown(AnswerRow) if each.accessibleName().startswith(word))


def test_it_says_how_it_stands_and_what_is_chosen(shown: Page) -> None:
    shown.display(OPENED)
    assert "吾輩は猫である" in shown.texts
    assert "3番目に待っています" in shown.texts
    chosen = [each.accessibleName()[:2] for each in shown.shown(AnswerRow) if each.is_on]
    assert chosen == ["本館", "eメ"]


@pytest.mark.rule("V1", "R2")
def test_branch_and_notice_can_be_chosen_anew(shown: Page) -> None:
    shown.display(OPENED)
    shown.touch(row(shown, "東分館"))
    shown.touch(row(shown, "着信履歴"))
    assert shown.said == [PickupChosen(EAST.id), NoticeChosen(NoticeMethod.MISSED_CALL)]


@pytest.mark.rule("R3", "V1", "V3")
def test_where_the_other_notice_comes_from_is_told_before_it_is_changed(shown: Page) -> None:
    shown.display(OPENED)
    assert "toshokan@ocl.city.okayama.jp から届きます" in shown.texts
    shown.display(otherwise())
    assert "086-555-0199 から1回だけ鳴らします" in shown.texts
    shown.display(changed(OPENED, has_changed=True))
    assert "変えました" in shown.texts
    assert "から届きます" not in shown.texts


@pytest.mark.rule("R6", "R3")
def test_what_cannot_be_chosen_says_why(shown: Page) -> None:
    shown.display(OPENED)
    for word, reason in (("FAX", "FAX番号の登録がありません"), ("港南分館", "ほかの館")):
        shown.touch(row(shown, word))
        assert not shown.said
        assert reason in row(shown, word).accessibleName()


def test_as_long_as_nothing_else_is_chosen_there_is_nothing_to_confirm(shown: Page) -> None:
    shown.display(OPENED)
    key = shown.screen.summary.button
    shown.touch(key)
    assert not shown.said
    assert key.accessibleDescription() == "館かお知らせを選びなおしてください"


def test_the_sentence_says_what_will_be_and_one_key_does_it(shown: Page) -> None:
    shown.display(otherwise())
    assert "東分館で受け取り、用意できたら090-••••-5678を1回だけ鳴らします。" in shown.texts
    shown.touch(shown.screen.summary.button)
    shown.touch(shown.screen.summary.button)
    assert shown.said == [ChangeConfirmed()]


def test_a_change_that_was_made_is_said(shown: Page) -> None:
    shown.display(otherwise())
    shown.touch(shown.screen.summary.button)
    shown.display(changed(OPENED, has_changed=True))
    assert "変えました。" in shown.texts
    shown.touch(shown.screen.cancel)
    assert shown.said == [ChangeConfirmed(), CancelAsked(WAITING.id)]


@pytest.mark.rule("E4")
def test_a_refused_change_is_explained_and_can_be_tried_again(shown: Page) -> None:
    shown.display(otherwise())
    shown.touch(shown.screen.summary.button)
    shown.display(replace(otherwise(), trouble=NoticeNotPossible()))
    assert "ほかの方法をお選びください" in shown.texts
    shown.touch(shown.screen.summary.button)
    assert shown.said == [ChangeConfirmed(), ChangeConfirmed()]


@pytest.mark.rule("V1")
def test_one_touch_cancels_and_no_second_one_is_heard(shown: Page) -> None:
    shown.display(OPENED)
    shown.touch(shown.screen.cancel)
    shown.touch(shown.screen.cancel)
    assert shown.said == [CancelAsked(WAITING.id)]


@pytest.mark.rule("V1", "E4")
@pytest.mark.parametrize("reservation", [replace(MOVING, pickup=MAIN), READY])
def test_what_is_on_its_way_or_ready_is_changed_by_phone_or_at_the_counter(
    shown: Page, reservation: object
) -> None:
    assert isinstance(reservation, type(READY))
    shown.display(looked_at(reservation))
    assert "ここでは変更や取り消しができません" in shown.texts
    assert "カウンターの職員" in shown.texts
    assert "03-0000-0001" in shown.texts
    assert not shown.shown(AnswerRow)
    assert not shown.screen.cancel.isVisible()


def test_a_branch_without_a_number_sends_to_the_counter_alone(shown: Page) -> None:
    shown.display(looked_at(replace(READY, pickup=EAST)))
    assert "カウンターの職員におたずねください。" in shown.texts
    assert not shown.screen.phone.number.isVisible()


def test_what_is_ready_says_its_shelf_and_day(shown: Page) -> None:
    shown.display(looked_at(READY))
    assert "取置棚 B-07" in shown.texts
    assert "11月27日（金）まで" in shown.texts


@pytest.mark.rule("R7")
def test_an_order_says_its_rank_and_who_changes_it(shown: Page) -> None:
    shown.display(looked_at(IN_ORDER, replace(CHANGES, reservation=IN_ORDER.id)))
    assert "順番予約の2番目です。順番の変更は、カウンターでうけたまわります。" in shown.texts


def test_the_eye_hides_the_title_here_too(shown: Page) -> None:
    shown.display(OPENED)
    shown.touch(shown.screen.head.eye)
    assert shown.said == [EyeTouched()]
    shown.display(changed(OPENED, hides_titles=True))
    assert "吾輩は猫である" not in shown.texts
    assert "資料3" in shown.texts


def test_choices_that_could_not_be_read_can_be_asked_for_again(shown: Page) -> None:
    shown.display(looked_at(WAITING, trouble=LineLost()))
    assert "回線が切れています" in shown.texts
    assert not shown.shown(AnswerRow)
    shown.touch(shown.screen.again)
    assert shown.said == [ReservationOpened(WAITING.id)]


def test_without_the_line_nothing_is_offered_that_needs_it(shown: Page) -> None:
    shown.display(replace(otherwise(), premises=LINE_DOWN))
    for key in (shown.screen.cancel, shown.screen.summary.button):
        shown.touch(key)
        assert key.accessibleDescription() == "回線が切れています"
    assert not shown.said


def test_with_the_largest_letters_the_choices_stand_behind_a_key(shown: Page) -> None:
    shown.display(OPENED, LARGEST)
    assert not shown.shown(AnswerRow)
    assert "本館で受け取り" in shown.texts
    shown.touch(shown.screen.deeds.change)
    assert shown.shown(AnswerRow)
    shown.display(otherwise(), LARGEST)
    shown.touch(shown.screen.summary.button)
    assert shown.said == [ChangeConfirmed()]


def test_a_refused_change_shows_the_reservation_as_it_is(shown: Page) -> None:
    shown.display(OPENED, LARGEST)
    shown.touch(shown.screen.deeds.change)
    shown.display(replace(otherwise(), trouble=NoticeNotPossible()), LARGEST)
    assert "本館で受け取り" in shown.screen.deeds.wished.text()
    assert "ほかの方法をお選びください" in shown.texts


def test_with_the_largest_letters_one_touch_cancels_too(shown: Page) -> None:
    shown.display(OPENED, LARGEST)
    shown.touch(shown.screen.deeds.cancel)
    assert shown.said == [CancelAsked(WAITING.id)]


def test_in_portrait_the_keys_stand_in_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ReservationScreen, is_portrait=True)
    shown.display(otherwise())
    assert shown.box(shown.screen.summary.button).top() >= 812
    assert shown.box(shown.screen.cancel).top() >= 812
