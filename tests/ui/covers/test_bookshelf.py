from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Scheme, TextSize
from kiosk.domain.titles import TitleId
from kiosk.events import TitleChosen
from kiosk.ui.covers.bookshelf import Bookshelf
from kiosk.ui.look.theme import Theme
from kiosk.ui.screen import Screen
from kiosk.visit import Look, Visit
from tests.ui.samples import found, japanese

NEW = [found(name) for name in ("雪", "方丈記", "羅生門", "茶の本", "史記", "論語")]


class Home(Screen):
    def display(self, visit: Visit) -> None: ...


@pytest.fixture
def home(qtbot: QtBot) -> Home:
    made = Home(japanese())
    made.resize(1920, 500)
    qtbot.addWidget(made)
    return made


def shelf(home: Home, look: Look | None = None, *, is_portrait: bool = False) -> Bookshelf:
    made = Bookshelf(home.words, home)
    made.setGeometry(0, 0, 1080 if is_portrait else 1920, 452)
    home.restyle(Theme().of(look, is_portrait=is_portrait))
    made.show_titles(NEW, "新しく入った本", "11月17日に 64冊")
    home.show()
    return made


def test_a_book_facing_out_can_be_touched(home: Home) -> None:
    said: list[object] = []
    home.said.connect(said.append)
    books = shelf(home).books
    QTest.mouseClick(books[1], Qt.MouseButton.LeftButton)
    assert said == [TitleChosen(TitleId("方丈記"))]


def test_a_book_is_read_with_its_author(home: Home) -> None:
    assert shelf(home).books[0].accessibleName() == "雪、夏目 漱石"


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("size", list(TextSize))
def test_books_are_targets_and_stand_apart(
    home: Home, size: TextSize, *, is_portrait: bool
) -> None:
    made = shelf(home, Look(size=size), is_portrait=is_portrait)
    books = [book for book in made.books if not book.isHidden()]
    assert len(books) == (3 if is_portrait else 6)
    for book in books:
        assert min(book.width(), book.height()) >= 84
        assert made.rect().contains(book.geometry())
    for one, other in combinations(books, 2):
        assert not one.geometry().adjusted(-9, 0, 9, 0).intersects(other.geometry())


def test_one_book_after_the_other_steps_forward(home: Home, qtbot: QtBot) -> None:
    made = shelf(home)
    height = made.books[0].y()
    made._step()
    qtbot.waitUntil(lambda: made.books[0].y() == height - 14)
    made._step()
    qtbot.waitUntil(lambda: made.books[0].y() == height)
    qtbot.waitUntil(lambda: made.books[1].y() == height - 14)
    made.rest()
    assert made.books[1].y() == height
    assert not made._attract.isActive()


def test_nothing_moves_in_black_yellow(home: Home) -> None:
    assert not shelf(home, Look(scheme=Scheme.BLACK_YELLOW))._attract.isActive()


def test_an_empty_library_has_a_shelf_too(home: Home) -> None:
    made = shelf(home)
    made.show_titles([], "新しく入った本")
    assert all(book.isHidden() for book in made.books)
    assert not made.grab().toImage().isNull()
    made._step()
    assert made.childAt(QPoint(400, 300)) is None
