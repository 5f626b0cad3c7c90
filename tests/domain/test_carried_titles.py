"""A list of titles goes into a QR code, and comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.carried_titles import MOST_CARRIED, as_line, read_line
from kiosk.domain.titles import TitleId

ids = st.from_regex(r"[A-Za-z0-9._:()-]{1,64}", fullmatch=True).map(TitleId)
lists = st.lists(ids, min_size=1, max_size=MOST_CARRIED, unique=True).map(tuple)

LINE = "KIOSK1:aozora-000773,112244-%41%43;"
TITLES = (TitleId("aozora-000773"), TitleId("112244-AC"))


def test_a_list_is_one_line_that_begins_with_our_mark() -> None:
    assert as_line(TITLES) == LINE


@given(lists)
def test_what_was_carried_away_comes_back_in_its_order(titles: tuple[TitleId, ...]) -> None:
    line = as_line(titles)
    assert line.isascii()
    assert "\n" not in line
    assert read_line(line) == titles


@given(lists)
def test_a_scanner_may_change_the_case_of_letters(titles: tuple[TitleId, ...]) -> None:
    line = as_line(titles)
    for heard in (line.lower(), line.upper(), line.swapcase()):
        assert read_line(heard) == titles


@pytest.mark.parametrize("divider", [":", "+", "'"])
def test_a_scanner_may_type_for_another_countrys_keyboard(divider: str) -> None:
    assert read_line(LINE.replace(":", divider)) == TITLES


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\r\n坊っちゃん\r\n913.6 ナツ\r\n",
        f"坊っちゃん\n{LINE}",
        f"\ufeff{LINE}\n坊っちゃん",  # the mark by which a QR code says UTF-8
        f"ï»¿{LINE}",  # the same, heard by a scanner that knows Latin letters only
    ],
)
def test_the_line_is_found_among_the_lines_for_people(text: str) -> None:
    assert read_line(text) == TITLES


def test_a_title_is_carried_once() -> None:
    assert read_line(as_line((*TITLES, *TITLES))) == TITLES
    assert read_line("KIOSK1:a,b,a;") == (TitleId("a"), TitleId("b"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9784003101018",
        "KIOSK1:;",
        "KIOSK1:a,,b;",
        "KIOSK1:a,b",  # cut short: the last number may be another title's
        "KIOSK2:a;",
        "KIOSK1:%00;",
        "KIOSK1:%;",
        "KIOSK1:%e5%9d%8a;",
        "KIOSK1:坊っちゃん;",
        "KIOSK1:a b;",
        f"KIOSK1:{'a' * 65};",
        f"KIOSK1:{','.join(map(str, range(MOST_CARRIED + 1)))};",
    ],
)
def test_what_we_did_not_write_is_no_list(text: str) -> None:
    assert read_line(text) is None


@given(st.text(st.characters(codec=None), max_size=500))
def test_no_text_disturbs_it(text: str) -> None:
    assert read_line(f"kiosk1:{text}") == read_line(f"KIOSK1:{text}")
