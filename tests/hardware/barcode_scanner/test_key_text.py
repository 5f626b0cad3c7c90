"""What keys type, from what an input device tells, without any device."""

from collections.abc import Iterator

import pytest

from kiosk.hardware.barcode_scanner.key_layouts import KEYS
from kiosk.hardware.barcode_scanner.key_text import KeyText
from kiosk.hardware.barcode_scanner.scanner_settings import Layout

ENTER, TAB, SHIFT, RIGHT_SHIFT, CTRL, CAPS, ALT = 28, 15, 42, 54, 29, 58, 56
UP, DOWN, HELD = 0, 1, 2


def keys_for(text: str, layout: Layout) -> Iterator[tuple[int, int]]:
    """The events of a scanner that is set to that keyboard."""
    alone = {pair[0]: key for key, pair in KEYS[layout].items()}
    shifted = {pair[1]: key for key, pair in KEYS[layout].items()}
    for sign in text:
        is_shifted = sign not in alone
        key = shifted[sign] if is_shifted else alone[sign]
        if is_shifted:
            yield SHIFT, DOWN
        yield key, DOWN
        yield key, UP
        if is_shifted:
            yield SHIFT, UP


def typed(events: Iterator[tuple[int, int]] | list[tuple[int, int]], layout: Layout) -> str:
    text = KeyText(layout)
    return "".join(text.take(key, value) for key, value in events)


@pytest.mark.parametrize("layout", list(Layout))
def test_every_printable_sign_comes_through(layout: Layout) -> None:
    signs = "".join(map(chr, range(0x20, 0x7F)))
    assert typed(keys_for(signs, layout), layout) == signs


@pytest.mark.parametrize(
    ("layout", "key", "alone", "shifted"),
    [
        (Layout.US, 3, "2", "@"),
        (Layout.JP, 3, "2", '"'),
        (Layout.US, 13, "=", "+"),
        (Layout.JP, 13, "^", "~"),
        (Layout.US, 26, "[", "{"),
        (Layout.JP, 26, "@", "`"),
        (Layout.JP, 27, "[", "{"),
        (Layout.US, 39, ";", ":"),
        (Layout.JP, 40, ":", "*"),
        (Layout.JP, 43, "]", "}"),
        (Layout.JP, 89, "\\", "_"),
        (Layout.JP, 124, "\\", "|"),
        (Layout.JP, 41, "", ""),
    ],
)
def test_a_key_types_what_is_printed_on_it(
    layout: Layout, key: int, alone: str, shifted: str
) -> None:
    assert typed([(key, DOWN)], layout) == alone
    assert typed([(RIGHT_SHIFT, DOWN), (key, DOWN)], layout) == shifted


def test_enter_and_tab_end_a_code() -> None:
    assert typed([(2, DOWN), (ENTER, DOWN), (3, DOWN), (TAB, DOWN)], Layout.US) == "1\n2\t"


def test_the_number_pad_types_numbers_whatever_num_lock_says() -> None:
    pad = [79, 80, 81, 75, 76, 77, 71, 72, 73, 82, 83, 55, 98, 74, 78, 96]
    assert typed([(key, DOWN) for key in pad], Layout.US) == "1234567890.*/-+\n"


def test_caps_lock_turns_letters_and_nothing_else() -> None:
    events = [(CAPS, DOWN), (CAPS, UP), (30, DOWN), (2, DOWN), (SHIFT, DOWN), (30, DOWN)]
    assert typed(events, Layout.US) == "A1a"


def test_caps_lock_pressed_again_is_off() -> None:
    assert typed([(CAPS, DOWN), (CAPS, UP), (CAPS, DOWN), (30, DOWN)], Layout.US) == "a"


def test_a_key_that_is_held_types_once() -> None:
    assert typed([(30, DOWN), (30, HELD), (30, HELD), (30, UP)], Layout.US) == "a"


def test_shift_holds_only_until_it_is_let_go() -> None:
    events = [(SHIFT, DOWN), (30, DOWN), (SHIFT, UP), (30, DOWN)]
    assert typed(events, Layout.US) == "Aa"


def test_ctrl_types_control_characters() -> None:
    assert typed([(CTRL, DOWN), (27, DOWN), (CTRL, UP), (27, DOWN)], Layout.US) == "\x1d]"


def test_other_keys_type_nothing() -> None:
    assert typed([(ALT, DOWN), (1, DOWN), (103, DOWN), (116, DOWN), (500, DOWN)], Layout.US) == ""
