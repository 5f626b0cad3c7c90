"""A finger drawn over a list turns its pages and touches no row."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kiosk.ui.titles.flick import Flick

LEFT = Qt.MouseButton.LeftButton


class Row:
    """One row under the finger, and what came of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.button = QPushButton()
        self.button.resize(400, 300)
        qtbot.addWidget(self.button)
        self.flick = Flick(self.button)
        self.flick.watch(self.button)
        self.flicks: list[int] = []
        self.clicks: list[bool] = []
        self.flick.flicked.connect(self.flicks.append)
        self.button.clicked.connect(lambda: self.clicks.append(True))
        self.button.show()

    def draw(self, *heights: int) -> None:
        first, *others = (QPoint(100, height) for height in heights)
        QTest.mousePress(self.button, LEFT, pos=first)
        for point in others:
            QTest.mouseMove(self.button, point)
        QTest.mouseRelease(self.button, LEFT, pos=(first, *others)[-1])


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    return Row(qtbot)


def test_a_touch_is_a_touch(row: Row) -> None:
    row.draw(150)
    assert (len(row.clicks), row.flicks) == (1, [])


def test_a_touch_that_slips_is_still_a_touch(row: Row) -> None:
    row.draw(150, 165)
    assert (len(row.clicks), row.flicks) == (1, [])


@pytest.mark.parametrize(("heights", "turned"), [((200, 150, 100), 1), ((100, 150, 200), -1)])
def test_drawn_up_turns_on_and_drawn_down_turns_back(
    row: Row, heights: tuple[int, ...], turned: int
) -> None:
    row.draw(*heights)
    assert (row.clicks, row.flicks) == ([], [turned])


def test_a_finger_that_comes_back_has_changed_its_mind(row: Row) -> None:
    row.draw(200, 100, 195)
    assert (row.clicks, row.flicks) == ([], [])
