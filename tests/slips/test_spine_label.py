"""The spine label on paper."""

from kiosk.domain.titles import CallNumber
from kiosk.slips.fonts import Fonts
from kiosk.slips.spine_label import FRAME, ROW, WIDTH, draw_spine_label


def test_a_label_has_three_rows_whether_filled_or_not(fonts: Fonts) -> None:
    two = draw_spine_label(CallNumber("913.6", "ナツ"), fonts)
    three = draw_spine_label(CallNumber("913.6", "ナツ", "3"), fonts)
    assert two.size == three.size == (WIDTH, 3 * ROW + 2 * FRAME)


def test_a_long_class_widens_the_label_and_is_not_cut(fonts: Fonts) -> None:
    assert draw_spine_label(CallNumber("JAPAN-913.68"), fonts).width > WIDTH


def test_the_class_stands_in_white_on_black(fonts: Fonts) -> None:
    label = draw_spine_label(CallNumber("913.6", "ナツ"), fonts).convert("L")
    first = label.crop((FRAME, FRAME, WIDTH - FRAME, FRAME + ROW))
    second = label.crop((FRAME, FRAME + ROW + 1, WIDTH - FRAME, FRAME + 2 * ROW))
    dark = [part.histogram()[0] / (part.width * part.height) for part in (first, second)]
    assert dark[0] > 0.5 > dark[1] > 0
