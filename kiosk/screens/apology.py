"""What a patron sees when something went wrong that nobody foresaw."""

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.errors import KioskUnknown
from kiosk.events import HomeAsked
from kiosk.ui.keys.row import RowLabel
from kiosk.ui.lettering.fitted import SMALLEST
from kiosk.ui.look.style import Style
from kiosk.ui.parts.beside_cat import BesideCat
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.errors import apologise, explain
from kiosk.words.words import Words


class ApologyScreen(Screen):
    """Says what is, what to do, and leads home; the patron is never at fault."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("display", literary=True)
        self.what = Label("lead", bold=True)
        self.then = Label("lead")
        self.code = RowLabel("cap", ink="ink2", numbers=True)
        self.home = Button(says=HomeAsked(), kind=Kind.PRIMARY, icon="home")
        self._page = BesideCat()
        self._lay_out()

    def _lay_out(self) -> None:
        self._page.words.addStretch(1)
        for part in (self.heading, self.what, self.then):
            self._page.words.addWidget(part)
        self._page.words.addStretch(1)
        self._page.front.row.addWidget(self.code, stretch=1)
        self._page.front.row.addWidget(self.home)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def arrange(self, _style: Style) -> None:
        self.code.shrink_to(SMALLEST)  # for staff: it does not grow with the patron's letters

    def display(self, visit: Visit) -> None:
        trouble = _trouble(visit)
        explanation = explain(self.words, trouble) if trouble else apologise(self.words)
        self.heading.show_text(self.words("We are sorry"))
        self.what.show_text(explanation.what)
        self.then.show_text(explanation.then)
        self.code.show_text(type(trouble).__name__ if trouble else "")
        self.home.show_text(self.words("To the beginning"))


def _trouble(visit: Visit) -> Exception | None:
    """Where nothing failed yet, but the kiosk is shut out, that is the trouble."""
    is_shut_out = visit.trouble is None and visit.premises.is_shut_out
    return KioskUnknown() if is_shut_out else visit.trouble
