"""While a search takes its time every tap is painted, and its late answer changes nothing."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.events import TitlesFound
from kiosk.ui.typing.board_layouts import Act
from tests.app.loop import Finger, Loop, Painted, SlowSearch, taps, texts_after

COUNT = 200
CALM = 15  # pictures in a row, some ten milliseconds apart, that are the same
SIZES = ((1920, 1080), (1080, 1920))


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    chosen: tuple[int, int] = request.param
    return chosen


@pytest.fixture
def catalogue() -> Iterator[SlowSearch]:
    catalogue = SlowSearch()
    yield catalogue
    catalogue.may_answer.set()


def picture_at_rest(qtbot: QtBot, loop: Loop) -> QImage:
    """What is shown once the last key is up again and the last suggestion laid out."""
    pictures = [loop.picture()]

    def is_calm() -> bool:
        pictures.append(loop.picture())
        return len(pictures) > CALM and all(one == pictures[-1] for one in pictures[-CALM:])

    qtbot.waitUntil(is_calm)
    return pictures[-1]


def test_two_hundred_taps_are_painted_in_order_and_the_late_answer_changes_no_pixel(
    qtbot: QtBot, catalogue: SlowSearch, size: tuple[int, int]
) -> None:
    loop = Loop(catalogue, size)
    qtbot.addWidget(loop.stage)
    loop.stage.show()
    screen = loop.open_search()
    finger, painted = Finger(loop.stage, screen), Painted(screen)
    finger.tap("い")
    finger.tap(Act.SEARCH)
    assert catalogue.is_asked.wait(10), "the search was not begun"

    expected = texts_after(taps(COUNT), "い")
    for number, (tap, text) in enumerate(zip(taps(COUNT), expected, strict=True)):
        (finger.tap if number % 2 else finger.click)(tap)
        qtbot.waitUntil(partial(painted.shows, text))
    assert painted.texts[-COUNT:] == expected

    qtbot.waitUntil(lambda: loop.machine.visit.search.suggestions.text == expected[-1])
    before = picture_at_rest(qtbot, loop)
    catalogue.may_answer.set()
    qtbot.waitUntil(lambda: any(isinstance(event, TitlesFound) for event in loop.late))
    assert picture_at_rest(qtbot, loop) == before
    assert loop.machine.place.name == "search"
