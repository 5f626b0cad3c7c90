"""What is said about the five ways of being told."""

from datetime import time

import pytest

from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.words.notices import how_it_comes
from kiosk.words.words import Words

HOURS = (time(9), time(20, 30))


@pytest.mark.rule("V3")
def test_an_email_says_which_address_is_to_be_let_in(japanese: Words, english: Words) -> None:
    email = NoticeOption(NoticeMethod.EMAIL, comes_from="toshokan@example.jp")
    assert how_it_comes(english, email) == "From toshokan@example.jp: please let it in."
    assert how_it_comes(japanese, email).startswith("toshokan@example.jp から届きます。")


@pytest.mark.rule("R3")
def test_a_missed_call_says_its_number_and_its_hours(japanese: Words, english: Words) -> None:
    call = NoticeOption(NoticeMethod.MISSED_CALL, comes_from="086-555-0199", hours=HOURS)
    said = "086-555-0199 rings once, between 9:00 and 20:30."
    assert how_it_comes(english, call) == said
    assert how_it_comes(japanese, call) == "086-555-0199 から1回だけ鳴らします（9:00〜20:30）。"


def test_without_a_number_the_hours_are_said_alone(japanese: Words, english: Words) -> None:
    call = NoticeOption(NoticeMethod.MISSED_CALL, hours=HOURS)
    assert how_it_comes(english, call) == "It rings once, between 9:00 and 20:30."
    assert how_it_comes(japanese, call) == "9:00〜20:30に、1回だけ鳴らします。"


def test_about_the_others_there_is_nothing_to_know(words: Words) -> None:
    for method in (NoticeMethod.TELEPHONE, NoticeMethod.FAX, NoticeMethod.NONE):
        assert how_it_comes(words, NoticeOption(method, "090-••••-5678")) == ""
    assert how_it_comes(words, NoticeOption(NoticeMethod.EMAIL)) == ""
