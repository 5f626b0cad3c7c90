"""Which font draws which character."""

from pathlib import Path

import pytest

from kiosk.slips.fonts import Face, Fonts, NoFonts


def _families(fonts: Fonts, text: str) -> list[tuple[str | None, str]]:
    return [(font.getname()[0], run) for font, run in fonts.runs(text, Face.REGULAR, 30)]


def test_japanese_is_drawn_in_biz_ud_gothic(fonts: Fonts) -> None:
    assert _families(fonts, "吾輩は猫 cat") == [("BIZ UDPGothic", "吾輩は猫 cat")]


@pytest.mark.parametrize("character", ["𠮷", "한"])
def test_what_biz_ud_gothic_lacks_noto_draws(fonts: Fonts, character: str) -> None:
    assert _families(fonts, f"a{character}b") == [
        ("BIZ UDPGothic", "a"),
        ("Noto Sans CJK JP", character),
        ("BIZ UDPGothic", "b"),
    ]


def test_what_no_font_has_is_drawn_all_the_same(fonts: Fonts) -> None:
    assert fonts.width("\U0010fffe", Face.REGULAR, 30) > 0


def test_numbers_are_of_one_width(fonts: Fonts) -> None:
    widths = {fonts.width(digit, Face.NUMBERS, 40) for digit in "0123456789"}
    assert len(widths) == 1


def test_no_font_at_all_is_said_with_the_folders(tmp_path: Path) -> None:
    with pytest.raises(NoFonts, match=r"BIZUDPGothic-Regular\.ttf") as caught:
        Fonts([tmp_path])
    assert str(tmp_path) in str(caught.value)
