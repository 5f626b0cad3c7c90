"""Text on paper, with furigana above it."""

from PIL import Image, ImageDraw

from kiosk.slips.fonts import Fonts
from kiosk.slips.paper import PAPER_DOTS
from kiosk.slips.text import Lines, Style, centred
from kiosk.words.furigana import parse


def _ink(lines: Lines) -> tuple[int, int, int, int]:
    image = Image.new("1", (PAPER_DOTS, lines.height), 1)
    lines.draw(ImageDraw.Draw(image), 0)
    ink = image.convert("L").point(lambda light: 255 - light).getbbox()
    assert ink is not None
    return ink


def test_furigana_stand_above_their_kanji(fonts: Fonts) -> None:
    style = Style(fonts, 40)
    marked, bare = centred(parse("{本|ほん}"), style), centred(parse("本"), style)
    assert marked.height > bare.height
    assert _ink(marked)[3] - _ink(marked)[1] > _ink(bare)[3] - _ink(bare)[1]


def test_all_ink_stays_inside_its_block(fonts: Fonts) -> None:
    for text in ("{本|ほん}が gjpq", "Ågjpq本", "{猫|ねこ}{猫|ねこ}" * 10):
        lines = centred(parse(text), Style(fonts, 40))
        left, top, right, bottom = _ink(lines)
        assert 0 < top < bottom < lines.height
        assert 0 < left < right < PAPER_DOTS


def test_a_reading_wider_than_its_kanji_makes_room_for_itself(fonts: Fonts) -> None:
    style = Style(fonts, 40)
    (wide,) = parse("{志|こころざし}")
    assert style.measure(wide) > fonts.width("志", style.face, style.size)
