"""Keys in lines: none is cut, and one that is hidden leaves its place."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.parts.key_flow import KeyFlow
from kiosk.ui.text import Button

WIDTH = 600


class Shelf:
    """A flow of four keys on a page of 600 px."""

    def __init__(self, qtbot: QtBot, theme: Theme, *, fills: bool) -> None:
        self.page = Part()
        self.page.restyle(theme.of())
        self.keys = [Button("棚への行き方") for _ in range(4)]
        self.flow = KeyFlow(fills=fills, parent=self.page)
        self.flow.take_keys(self.keys)
        qtbot.addWidget(self.page)
        self.page.resize(WIDTH, 600)
        self.page.show()
        self.lay()

    def lay(self) -> list[QRect]:
        self.flow.setGeometry(0, 0, WIDTH, self.flow.heightForWidth(WIDTH))
        QApplication.processEvents()
        return [key.geometry() for key in self.keys if not key.isHidden()]


@pytest.fixture(params=[False, True], ids=["as-wide-as-needed", "filled"])
def shelf(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Shelf:
    return Shelf(qtbot, theme, fills=request.param)


def test_what_finds_no_room_stands_in_the_next_line(shelf: Shelf) -> None:
    boxes = shelf.lay()
    assert len({box.top() for box in boxes}) > 1
    assert all(box.right() < WIDTH for box in boxes)
    assert boxes[-1].bottom() < shelf.flow.height()
    for at, box in enumerate(boxes):
        near = box.adjusted(-9, -9, 9, 9)
        assert not any(near.intersects(other) for other in boxes[at + 1 :])


def test_a_hidden_key_leaves_its_place_to_the_next(shelf: Shelf) -> None:
    first, second = shelf.lay()[:2]
    shelf.keys[0].setVisible(False)
    moved = shelf.lay()[0]
    assert moved.topLeft() == first.topLeft() != second.topLeft()


def test_a_key_with_longer_words_takes_more_room_at_once(shelf: Shelf) -> None:
    shelf.keys[0].show_text("棚への行き方と、そこから先の道のり")
    boxes = shelf.lay()
    assert boxes[0].width() >= shelf.keys[0].sizeHint().width()
    assert boxes[1].top() > boxes[0].top()


def test_filled_lines_take_all_the_width(qtbot: QtBot, theme: Theme) -> None:
    boxes = Shelf(qtbot, theme, fills=True).lay()
    last_of_lines = [max(box.right() for box in boxes if box.top() == top) for top in (0,)]
    assert all(WIDTH - 1 - right < len(boxes) for right in last_of_lines)
