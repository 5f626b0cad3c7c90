"""Where lines are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.slips.lines import break_lines
from kiosk.words.furigana import Ruby, parse, plain

WIDE = 2  # of a Japanese character, in widths of a Latin one


def _measure(run: Ruby) -> int:
    return 10 * sum(WIDE if character > "\u2e80" else 1 for character in run.base)


def _broken(text: str, columns: int) -> list[str]:
    lines = break_lines(parse(text), columns * 10, _measure)
    return ["".join(run.base for run in line) for line in lines]


def test_what_fits_is_one_line() -> None:
    assert _broken("吾輩は猫である", 20) == ["吾輩は猫である"]


def test_a_title_breaks_where_a_phrase_ends() -> None:
    assert _broken("世界の終りとハードボイルド・ワンダーランド", 30) == [
        "世界の終りとハードボイルド・",
        "ワンダーランド",
    ]


def test_latin_words_stay_whole() -> None:
    assert _broken("The Tale of Peter Rabbit", 12) == ["The Tale of", "Peter Rabbit"]


def test_lines_are_about_equally_long() -> None:
    lines = _broken("雨の日の本の森の猫の夢の話の本", 26)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 2


def test_a_reading_stays_with_its_kanji() -> None:
    lines = break_lines(parse("{予約|よやく}の {本|ほん}が きました"), 80, _measure)
    assert Ruby("予約", "よやく") in lines[0]


def test_a_word_wider_than_the_paper_is_not_lost() -> None:
    assert "".join(_broken("Donaudampfschiff", 5)) == "Donaudampfschiff"


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_is_no_line(text: str) -> None:
    assert _broken(text, 10) == []


@given(st.text(alphabet="あいアー本猫、。「」AB 가", max_size=40), st.integers(8, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, columns: int) -> None:
    lines = _broken(text, columns)
    assert "".join("".join(lines).split()) == "".join(plain(text).split())
    assert all(_measure(Ruby(line)) <= columns * 10 for line in lines)


@given(st.text(alphabet="あいうアイ本猫、。", max_size=40), st.integers(16, 30))
def test_no_line_begins_with_a_full_stop(text: str, columns: int) -> None:
    is_odd = "、、" in text or "。。" in text or "、。" in text or "。、" in text
    lines = _broken(text, columns)[1:]
    assert is_odd or not any(line[0] in "、。" for line in lines)
