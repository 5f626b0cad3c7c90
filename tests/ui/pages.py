"""Small screens for tests of the stage."""

from typing import ClassVar

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from kiosk.events import SearchOpened
from kiosk.ui.look.style import Style
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Label
from kiosk.visit import Visit
from kiosk.words.words import Words

PAGE_COLOUR = QColor("#FF00FF")  # stands in no theme


class Page(Screen):
    """A field, a label, a button, on a ground that is found nowhere else."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.field = QLineEdit()
        self.name = Label("title")
        self.search = Button(says=SearchOpened())
        self.arranged: list[Style] = []
        page = QVBoxLayout(self)
        page.addWidget(self.field)
        page.addWidget(self.name)
        page.addWidget(self.search)

    def display(self, visit: Visit) -> None:
        self.name.show_text(self.words("Sign in"))
        self.search.show_text(self.words("Start"))

    def arrange(self, style: Style) -> None:
        self.arranged.append(style)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), PAGE_COLOUR)


class HomePage(Page):
    bar: ClassVar[BarKind] = BarKind.HOME


class SigningInPage(Page):
    bar: ClassVar[BarKind] = BarKind.SIGNING_IN


class BarePage(Page):
    bar: ClassVar[BarKind] = BarKind.NONE
    has_band: ClassVar[bool] = False


class PaintedPage(Page):
    """Counts how often it was painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.painted += 1
        super().paintEvent(event)
