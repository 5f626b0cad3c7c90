from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import NoticeNotPossible
from kiosk.domain.looks import Language, TextSize
from kiosk.domain.titles import FoundTitle
from kiosk.events import Confirmed, EditionChosen, NoticeChosen, PickupChosen
from kiosk.screens.reserve import ReserveScreen
from kiosk.ui.parts.answer_row import AnswerRow
from kiosk.visit import Look, Search, Visit
from tests.screens.account_visits import CHOOSING, CHOSEN, EAST, LONG
from tests.screens.showing import Shown, looks
from tests.screens.title_visits import ANY_EDITION

Page = Shown[ReserveScreen]
LONG_TITLE = replace(CHOSEN, search=Search(chosen=FoundTitle(LONG)))
LARGEST = Look(size=TextSize.LARGEST)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ReserveScreen)


def row(shown: Page, word: str) -> AnswerRow:
    return next(each for each in shown.shown(AnswerRow) if each.accessibleName().startswith(word))


def choose(visit: Visit, **chosen: Any) -> Visit:
    assert visit.signed is not None
    return replace(visit, signed=replace(visit.signed, **chosen))


def test_this_branch_is_chosen_already_and_no_notice_is(shown: Page) -> None:
    shown.display(CHOOSING)
    chosen = [each.accessibleName() for each in shown.shown(AnswerRow) if each.is_on]
    assert len(chosen) == 1
    assert chosen[0].startswith("本館 この館")


def test_before_a_notice_is_chosen_the_key_is_dashed_and_says_why(shown: Page) -> None:
    shown.display(CHOOSING)
    shown.touch(shown.screen.summary.button)
    assert not shown.said
    assert "お知らせの方法" in shown.screen.summary.button.accessibleDescription()


def test_a_touch_on_an_answer_says_it(shown: Page) -> None:
    shown.display(CHOOSING)
    shown.touch(row(shown, "東分館"))
    shown.touch(row(shown, "着信履歴"))
    assert shown.said == [PickupChosen(EAST.id), NoticeChosen(NoticeMethod.MISSED_CALL)]


def test_where_there_is_one_edition_only_nothing_is_asked_about_it(shown: Page) -> None:
    shown.display(CHOOSING)
    assert shown.screen.any_edition.isHidden()


def test_any_edition_is_a_choice_that_can_be_taken_back(shown: Page) -> None:
    shown.display(choose(ANY_EDITION, any_edition=False))
    assert shown.screen.any_edition.accessibleName() == "どの版でもよい（ほかに 2版）"
    shown.touch(shown.screen.any_edition)
    shown.display(ANY_EDITION)
    assert shown.screen.any_edition.isChecked()
    assert "先に用意できた版が届きます" in shown.texts
    shown.touch(shown.screen.any_edition)
    assert shown.said == [EditionChosen(is_any=True), EditionChosen(is_any=False)]


def test_every_notice_says_what_will_happen_and_where_to(shown: Page) -> None:
    shown.display(CHOOSING)
    assert "1回だけ鳴らします。出なくて大丈夫です" in row(shown, "着信履歴").accessibleName()
    assert "090-••••-5678" in row(shown, "着信履歴").accessibleName()


@pytest.mark.rule("R3", "V3")
def test_once_email_is_chosen_the_library_s_address_is_told(shown: Page) -> None:
    shown.display(CHOOSING)
    assert "toshokan@" not in shown.texts
    shown.display(CHOSEN)
    said = "toshokan@ocl.city.okayama.jp から届きます。受信できるようにしておいてください。"
    assert said in shown.texts
    assert "あとから変えられます" in shown.texts


@pytest.mark.rule("R3")
def test_once_a_missed_call_is_chosen_its_number_and_hours_are_told(shown: Page) -> None:
    shown.display(choose(CHOSEN, notice=NoticeMethod.MISSED_CALL))
    assert "086-555-0199 から1回だけ鳴らします（9:00〜20:00）。" in shown.texts
    shown.display(choose(CHOSEN, notice=NoticeMethod.TELEPHONE))
    assert "086-555-0199" not in shown.texts


@pytest.mark.rule("R3", "V3")
@pytest.mark.parametrize("is_portrait", [False, True])
def test_in_the_largest_letters_it_is_told_too(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ReserveScreen, is_portrait=is_portrait)
    shown.display(CHOSEN, LARGEST)
    told = "toshokan@ocl.city.okayama.jp から届きます"
    assert told in shown.texts
    assert (told in row(shown, "eメール").accessibleName()) is not is_portrait
    assert not list(shown.faults())


def test_a_notice_that_is_chosen_turns_no_leaf(shown: Page) -> None:
    for language in (Language.JAPANESE, Language.EASY_JAPANESE, Language.ENGLISH):
        for notice in (None, NoticeMethod.EMAIL, NoticeMethod.MISSED_CALL):
            shown.display(choose(CHOSEN, notice=notice), Look(language))
            assert shown.screen.questions.notices.pages == 1


def test_what_cannot_be_chosen_says_why_and_says_nothing_when_touched(shown: Page) -> None:
    shown.display(CHOOSING)
    for word, reason in (("FAX", "FAX番号の登録がありません"), ("港南分館", "ほかの館")):
        impossible = row(shown, word)
        shown.touch(impossible)
        assert not shown.said
        assert reason in impossible.accessibleName()


def test_the_sentence_is_rewritten_with_every_choice(shown: Page) -> None:
    shown.display(CHOOSING)
    assert "お知らせの方法をお選びください" in shown.texts
    shown.display(CHOSEN)
    assert (
        "本館で受け取り、用意できたらeメール（ha•••@example.jp）でお知らせします。" in shown.texts
    )
    shown.display(choose(CHOSEN, pickup=EAST.id, notice=NoticeMethod.NONE))
    assert "東分館で受け取ります。お知らせはありません。" in shown.texts


def test_confirming_is_said_once(shown: Page) -> None:
    shown.display(CHOSEN)
    shown.touch(shown.screen.summary.button)
    shown.display(CHOSEN)
    shown.touch(shown.screen.summary.button)
    assert shown.said == [Confirmed()]


def test_a_refused_choice_is_explained_and_can_be_confirmed_again(shown: Page) -> None:
    shown.display(CHOSEN)
    shown.touch(shown.screen.summary.button)
    shown.display(replace(CHOSEN, trouble=NoticeNotPossible()))
    assert "ほかの方法をお選びください" in shown.texts
    shown.touch(shown.screen.summary.button)
    assert shown.said == [Confirmed(), Confirmed()]


def test_what_was_shown_stays_while_the_service_answers(shown: Page) -> None:
    shown.display(CHOSEN)
    before = shown.texts
    shown.display(choose(CHOSEN, options=None, pickup=None, notice=None))
    assert shown.texts == before


@pytest.mark.rule("R4")
def test_preparing_takes_days_even_for_what_is_on_the_shelf(shown: Page) -> None:
    shown.display(CHOOSING)
    assert "棚にあっても、ご用意に日数がかかることがあります。" in shown.texts


@pytest.mark.rule("R4")
def test_who_is_in_a_hurry_is_sent_to_the_counter_at_every_size(shown: Page) -> None:
    for size in TextSize:
        shown.display(CHOSEN, Look(size=size))
        assert "お急ぎの方は、カウンター" in shown.texts


def test_with_the_largest_letters_one_question_is_asked_at_a_time(shown: Page) -> None:
    shown.display(CHOSEN, LARGEST)
    names = [each.accessibleName() for each in shown.shown(AnswerRow)]
    assert names
    assert names[0].startswith("eメール")
    assert "1　受け取り：本館" in shown.texts
    shown.touch(shown.screen.questions.pickup_tab)
    assert shown.shown(AnswerRow)[0].accessibleName().startswith("本館")
    assert not shown.said


def test_a_new_language_says_everything_anew(shown: Page) -> None:
    shown.display(CHOSEN)
    shown.display(CHOSEN, Look(Language.ENGLISH))
    assert "Main Library" in shown.texts
    assert "You get an e-mail on the day it is ready." in shown.texts


def test_in_portrait_the_key_stands_in_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ReserveScreen, is_portrait=True)
    shown.display(CHOSEN)
    assert shown.box(shown.screen.summary.button).top() >= 812
    assert len([each for each in shown.shown(AnswerRow) if each.isVisible()]) == 9


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("visit", [CHOOSING, CHOSEN, LONG_TITLE])
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ReserveScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look
        if look.size is TextSize.STANDARD and visit is not LONG_TITLE:
            assert len(shown.shown(AnswerRow)) == 9, look


@pytest.mark.rule("R9")
def test_how_long_it_takes_stands_on_the_key_that_shows_how_it_is_counted(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ReserveScreen)
    shown.display(CHOSEN)
    screen = shown.screen
    assert "2～8週間" in screen.count_key.accessibleName()
    shown.touch(screen.count_key)
    assert screen.counting.is_open
    assert screen.closes_sheet()
    assert not screen.counting.is_open
