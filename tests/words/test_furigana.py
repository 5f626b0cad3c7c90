"""Readings beside kanji."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.words.furigana import Ruby, in_brackets, parse, plain, spoken


def test_a_reading_belongs_to_its_kanji() -> None:
    assert parse("この {本|ほん}を {読|よ}む") == (
        Ruby("この "),
        Ruby("本", "ほん"),
        Ruby("を "),
        Ruby("読", "よ"),
        Ruby("む"),
    )


def test_plain_text_has_no_readings() -> None:
    assert plain("{予約|よやく}する") == "予約する"


def test_a_screen_reader_reads_the_reading() -> None:
    assert spoken("{1日|ついたち}から") == "ついたちから"


def test_braces_of_a_title_are_no_furigana() -> None:
    assert parse("C{++}|x") == (Ruby("C{++}|x"),)


@given(st.text())
def test_nothing_of_a_text_is_lost(text: str) -> None:
    assert "".join(run.base for run in parse(text)) == plain(text)


@given(st.text(alphabet="あ本|{} "))
def test_odd_markup_never_fails(text: str) -> None:
    assert all(run.base for run in parse(text))


def test_where_nothing_stands_above_a_line_the_reading_follows_in_brackets() -> None:
    assert in_brackets("この {本|ほん}を") == "この 本（ほん）を"
