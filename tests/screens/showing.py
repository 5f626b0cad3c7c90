"""Shows a screen as the stage would: in its place between band and bar, in one look."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.events import Event
from kiosk.ui.lettering.label import Label
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button
from kiosk.visit import Look, Visit
from kiosk.words.words import Words

WORDS = Path(__file__).parents[2] / "assets" / "words"
LEAST_TARGET = 84  # px
LEAST_GAP = 10
THEME = Theme()
Kind = TypeVar("Kind", bound=QWidget)
Page = TypeVar("Page", bound=Screen)

LOOKS = tuple(
    (Look(language, size), is_portrait)
    for language, size, is_portrait in product(
        (Language.JAPANESE, Language.EASY_JAPANESE, Language.ENGLISH),
        (TextSize.STANDARD, TextSize.LARGE, TextSize.LARGER, TextSize.LARGEST),
        (False, True),
    )
)


def looks(*, is_portrait: bool) -> list[Look]:
    """Every language and text size for a panel that stands this way."""
    return [look for look, is_tall in LOOKS if is_tall == is_portrait]


class Shown(Generic[Page]):
    """A screen in its place, and what it has said."""

    def __init__(self, qtbot: QtBot, make: type[Page], *, is_portrait: bool = False) -> None:
        self.words = Words.load(WORDS, Language.JAPANESE)
        self.is_portrait = is_portrait
        self.place = Part()
        self.screen = make(self.words)
        self.screen.setParent(self.place)
        self.said: list[Event] = []
        self.screen.said.connect(self.said.append)
        self.place.restyle(THEME.of(is_portrait=is_portrait))
        qtbot.addWidget(self.place)

    def display(self, visit: Visit, look: Look | None = None, *, banner: int = 0) -> None:
        """banner: px that the stage's own banner takes above the screen."""
        seen = replace(visit, look=look or visit.look)
        self.words.switch(seen.look.language)
        style = THEME.of(seen.look, is_portrait=self.is_portrait)
        wide, high = (1080, 1920) if self.is_portrait else (1920, 1080)
        self.place.resize(wide, high)
        top = style.band_height + banner
        self.screen.setGeometry(0, top, wide, high - top - style.bar_height)
        self.place.restyle(style)
        self.screen.display(seen)
        self.place.show()
        for _ in range(3):
            QApplication.processEvents()

    def touch(self, key: QWidget) -> None:
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    def box(self, widget: QWidget) -> QRect:
        """Where a widget stands on the panel."""
        return QRect(widget.mapTo(self.place, QPoint(0, 0)), widget.size())

    @property
    def texts(self) -> str:
        """All that can be read now, without its readings."""
        labels = (label.text() for label in self.shown(Label))
        keys = (key.accessibleName() for key in self.shown(Button))
        return "\n".join((*labels, *keys))

    def shown(self, kind: type[Kind]) -> list[Kind]:
        return [each for each in self.screen.findChildren(kind) if each.isVisible()]

    def faults(self) -> Iterator[str]:
        """What does not fit: cut words, parts outside, keys too small or too close."""
        page = self.screen.rect()
        parts: list[Label | Button] = [*self.shown(Label), *self.shown(Button)]
        for part in parts:
            name = f"{type(part).__name__} {part.text()[:24]!r}"
            box = QRect(part.mapTo(self.screen, QPoint(0, 0)), part.size())
            if part.text() and not page.contains(box):
                yield f"{name} leaves the page: {box}"
            if part.text() and part.heightForWidth(part.width()) > part.height():
                yield f"{name} is cut: {part.height()} < {part.heightForWidth(part.width())}"
            if part.text() and part.minimumSizeHint().width() > part.width():
                yield f"{name} is too narrow: {part.width()}"
        yield from self._faults_of_targets()

    def _faults_of_targets(self) -> Iterator[str]:
        keys = [(key, self.box(key)) for key in self.shown(Button)]
        for at, (key, box) in enumerate(keys):
            if min(box.width(), box.height()) < LEAST_TARGET:
                yield f"{key.accessibleName()!r} is too small: {box.size()}"
            for other, beside in keys[at + 1 :]:
                near = box.adjusted(-LEAST_GAP + 1, -LEAST_GAP + 1, LEAST_GAP - 1, LEAST_GAP - 1)
                if near.intersects(beside):
                    yield f"{key.accessibleName()!r} is too close to {other.accessibleName()!r}"
