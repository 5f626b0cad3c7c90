"""The question on the cloth is as large as the cloth allows."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.cloth import paint_cloth

QUESTION = "Would you like to go on?"


def lettered_rows(size: QSize, question: str) -> list[bool]:
    """For each row of px below the waves, whether some letter is on it."""
    style = Theme().of(is_portrait=size.height() > size.width())
    with_letters = paint_cloth(size, question, style).toImage()
    without = paint_cloth(size, " " * len(question), style).toImage()
    return [_row(with_letters, y) != _row(without, y) for y in range(170, size.height())]


def _row(image: QImage, y: int) -> list[int]:
    return [image.pixel(x, y) for x in range(0, image.width(), 3)]


def lines(rows: list[bool]) -> int:
    return sum(here and not before for before, here in zip([False, *rows], rows, strict=False))


def test_on_a_wide_cloth_the_question_stands_in_one_line(qapp: QApplication) -> None:
    assert lines(lettered_rows(QSize(1920, 560), QUESTION)) == 1


def test_on_a_narrow_cloth_it_stands_in_two_and_is_larger(qapp: QApplication) -> None:
    rows = lettered_rows(QSize(1080, 860), QUESTION)
    assert lines(rows) == 2
    assert sum(rows) > 2 * sum(lettered_rows(QSize(1080, 860), "Would_you_like_to_go_on?")) * 0.9


def test_a_short_japanese_question_has_a_strip_for_each_letter(qapp: QApplication) -> None:
    assert lines(lettered_rows(QSize(1080, 860), "続けますか")) == 1
