"""What a patron sees when something went wrong that nobody foresaw."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.events import HomeAsked
from kiosk.ui.drawn import Drawn
from kiosk.ui.screen import Screen
from kiosk.ui.style import Style
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.errors import apologise, explain
from kiosk.words.words import Words


class ApologyScreen(Screen):
    """Says what is, what to do, and leads home; the patron is never at fault."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("display", literary=True)
        self.what = Label("lead")
        self.then = Label("body", ink="ink2")
        self.home = Button(says=HomeAsked(), kind=Kind.PRIMARY, icon="home")
        self._page = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._cat = Drawn("sleeping_cat", 560)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.heading, self.what, self.then):
            self._words.addWidget(part)
        self._words.addStretch(1)
        self._words.addWidget(self.home)
        self._page.addWidget(self._cat)
        self._page.addLayout(self._words, stretch=1)

    def arrange(self, style: Style) -> None:
        side, gap = style.grid("margin"), style.space(6)
        self._page.setContentsMargins(side, gap, side, gap)
        self._page.setSpacing(style.space(7))
        self._words.setSpacing(style.space(5))
        self._cat.setVisible(not style.is_portrait)

    def display(self, visit: Visit) -> None:
        trouble = visit.trouble
        explanation = explain(self.words, trouble) if trouble else apologise(self.words)
        self.heading.show_text(self.words("We are sorry"))
        self.what.show_text(explanation.what)
        self.then.show_text(explanation.then)
        self.home.show_text(self.words("To the beginning"))
