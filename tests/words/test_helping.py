"""What help tells: every topic, in every language, and where the rest is done."""

import re

import pytest

from kiosk.domain.looks import Language
from kiosk.words.calling import call_note
from kiosk.words.helping import Topic, questions_about, topic_name
from kiosk.words.words import Words
from tests.words.conftest import FOLDER

MOST_QUESTIONS = 6


def speaking(language: Language) -> Words:
    return Words.load(FOLDER, language)


def said_about(topic: Topic, language: Language = Language.JAPANESE) -> str:
    asked = questions_about(speaking(language), topic)
    return "\n".join(f"{question.asked} {question.answer}" for question in asked)


@pytest.mark.rule("E1")
@pytest.mark.parametrize("language", Words.offered)
@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_a_name_and_a_few_questions(topic: Topic, language: Language) -> None:
    words = speaking(language)
    assert topic_name(words, topic)
    asked = questions_about(words, topic)
    assert 1 < len(asked) <= MOST_QUESTIONS
    assert len({question.asked for question in asked}) == len(asked)
    assert all(question.answer for question in asked)


@pytest.mark.parametrize("language", Words.offered)
def test_no_two_topics_have_one_name(language: Language) -> None:
    words = speaking(language)
    assert len({topic_name(words, topic) for topic in Topic}) == len(Topic)


@pytest.mark.rule("E3", "R1")
def test_what_this_panel_does_not_do_is_named_with_the_place_where_it_is_done() -> None:
    said = said_about(Topic.ELSEWHERE)
    for service in ("新着お知らせメール", "My 本棚", "読書チャレンジ"):
        assert service in said
    assert "インターネット" in said
    assert "予約かご" in said


@pytest.mark.rule("R7")
@pytest.mark.parametrize("language", Words.offered)
def test_reserving_in_an_order_is_done_at_the_counter(language: Language) -> None:
    words = speaking(language)
    (ordered,) = [
        question
        for question in questions_about(words, Topic.ELSEWHERE)
        if "順番予約" in _plain(question.answer)
    ]
    assert "counter" in ordered.answer or "カウンター" in ordered.answer


@pytest.mark.rule("V1")
def test_what_is_on_its_way_is_changed_by_telephone() -> None:
    for topic in (Topic.ELSEWHERE, Topic.MY_LIBRARY):
        assert "受取館へのお電話" in said_about(topic)
        assert "カウンター" in said_about(topic)


@pytest.mark.rule("L5")
def test_a_forgotten_password_is_told_in_both_cases() -> None:
    (forgotten,) = [
        question.answer
        for question in questions_about(speaking(Language.JAPANESE), Topic.SIGNING_IN)
        if "忘れた" in question.asked
    ]
    assert "「パスワードを忘れた」" in forgotten
    assert "メールの登録がない方" in forgotten
    assert "カードと本人確認書類をカウンターへ" in forgotten


def test_who_gets_no_e_mail_is_shown_where_to_try_it() -> None:
    assert "利用者情報設定" in said_about(Topic.RESERVING)
    assert "職員がお伝えします" not in said_about(Topic.RESERVING)


@pytest.mark.rule("L8")
def test_patrons_are_told_to_log_out_before_they_leave() -> None:
    assert "必ず「ログアウト」" in said_about(Topic.PRIVACY)


@pytest.mark.rule("R4")
def test_who_is_in_a_hurry_is_sent_to_the_counter() -> None:
    assert "お急ぎの方はカウンターへ" in said_about(Topic.RESERVING)


def test_no_number_stands_in_help_that_a_policy_changes() -> None:
    """The parts of the first password are the rule L2 itself; 1 is no number of a policy."""
    for topic in Topic:
        numbers = set(re.findall(r"[0-9]+", said_about(topic, Language.ENGLISH)))
        assert numbers <= ({"4"} if topic is Topic.SIGNING_IN else {"1", "2"}), topic


def test_nobody_is_called_without_a_call() -> None:
    assert call_note(speaking(Language.JAPANESE), None) == ""


def _plain(text: str) -> str:
    return re.sub(r"\{([^|]*)\|[^}]*\}", r"\1", text)
