from itertools import combinations

import pytest

from kiosk.ui.typing.board_layouts import COLUMNS, ROWS, Act, KeyPlan, Look, plan
from kiosk.ui.typing.kana import Mode

ALL = [
    plan(Mode.HIRAGANA),
    plan(Mode.HIRAGANA, is_across=True),
    plan(Mode.KATAKANA),
    plan(Mode.LATIN),
    plan(Mode.LATIN, is_capital=True),
    plan(Mode.NUMBERS),
]


def at(keys: tuple[KeyPlan, ...], glyph: str) -> KeyPlan:
    return next(key for key in keys if key.glyph == glyph)


def test_a_stands_at_the_right_and_its_row_runs_down() -> None:
    keys = plan(Mode.HIRAGANA)
    assert [(at(keys, kana).spot.column, at(keys, kana).spot.row) for kana in "あいうえお"] == [
        (9, 0),
        (9, 1),
        (9, 2),
        (9, 3),
        (9, 4),
    ]
    assert at(keys, "わ").spot.column == 0


def test_the_other_order_runs_from_left_to_right() -> None:
    keys = plan(Mode.HIRAGANA, is_across=True)
    assert [at(keys, kana).spot.column for kana in "あいうえお"] == [0, 1, 2, 3, 4]
    assert {at(keys, kana).spot.row for kana in "かきくけこ"} == {1}


@pytest.mark.parametrize("keys", ALL)
def test_no_key_lies_over_another_or_off_the_board(keys: tuple[KeyPlan, ...]) -> None:
    for key in keys:
        spot = key.spot
        assert spot.column >= 0
        assert spot.column + spot.width <= COLUMNS
        assert spot.row + spot.height <= ROWS
    for one, other in combinations(keys, 2):
        a, b = one.spot, other.spot
        beside = a.column + a.width <= b.column or b.column + b.width <= a.column
        above = a.row + a.height <= b.row or b.row + b.height <= a.row
        assert beside or above, (one, other)


@pytest.mark.parametrize("keys", ALL)
def test_the_two_erasers_stand_at_opposite_ends_and_search_at_the_lower_right(
    keys: tuple[KeyPlan, ...],
) -> None:
    spots = {key.act: key.spot for key in keys if key.act is not Act.TYPE}
    assert spots[Act.ERASE_ALL].column == 0
    assert spots[Act.ERASE].column + spots[Act.ERASE].width == COLUMNS
    assert (spots[Act.SEARCH].column, spots[Act.SEARCH].row) == (6, ROWS - 1)


def test_every_kana_of_the_table_is_there_once() -> None:
    glyphs = [key.glyph for key in plan(Mode.HIRAGANA) if key.act is Act.TYPE]
    assert len(glyphs) == len(set(glyphs)) == 46 + 1  # the long vowel mark too


def test_the_heads_of_the_rows_are_the_index() -> None:
    heads = [key.glyph for key in plan(Mode.KATAKANA) if key.look is Look.HEAD]
    assert heads == list("アカサタナハマヤラワ")


def test_the_numbers_stand_as_on_a_telephone() -> None:
    keys = plan(Mode.NUMBERS)
    assert at(keys, "1").spot.row < at(keys, "4").spot.row < at(keys, "7").spot.row
