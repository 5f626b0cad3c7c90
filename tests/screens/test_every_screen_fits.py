"""What holds of every screen: nothing clipped, nothing too small or too close, all has a name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import combinations, product
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import SCREENS
from kiosk.domain.looks import Language, TextSize
from kiosk.events import ScreenName
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.stage import Stage
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.visit import Look, Visit
from kiosk.words.words import Words
from tests.screens.every_screen import HERE, TOKYO, WORDS, every_visit

AFTERNOON = datetime(2026, 11, 20, 14, 32, tzinfo=TOKYO)
SIZES = {False: (1920, 1080), True: (1080, 1920)}  # by is_portrait
Kind = TypeVar("Kind", bound=QWidget)
LEAST_TARGET = 84  # px, 20.8 mm
LEAST_GAP = 10  # px, 2.5 mm
PADDING_OF_KEYS = 8  # px above and below the words; a key in a full row may use it up
TONGUES = ("ja", "easy", "en", "pseudo")
# Words that grow by 60 % stand for a language that is not written yet, letters that double for
# patrons who need them: both at once is nobody.
GROWN = {"pseudo": (TextSize.STANDARD, TextSize.LARGE)}
LANGUAGES = {"ja": Language.JAPANESE, "easy": Language.EASY_JAPANESE}


class Room:
    """A stage that shows one screen after the other, and what is wrong with what it shows."""

    def __init__(self, qtbot: QtBot, tongue: str, *, is_portrait: bool) -> None:
        self._language = LANGUAGES.get(tongue, Language.ENGLISH)
        loaded = Words.load(WORDS, Language.JAPANESE)
        self._words = Words.pseudo() if tongue == "pseudo" else loaded.speaking(self._language)
        theme = Theme(is_motion_reduced=True)
        self.stage = Stage(self._words, theme, HERE, lambda: AFTERNOON)
        qtbot.addWidget(self.stage)
        self.stage.resize(*SIZES[is_portrait])
        self.stage.present(_Nothing(self._words), self._seen(Visit(), TextSize.STANDARD))
        self.stage.show()

    def show(self, name: ScreenName, visit: Visit, size: TextSize) -> None:
        screen = self.stage.screen_now
        if type(screen) is not SCREENS[name]:
            screen = SCREENS[name](self._words)
        assert screen is not None
        self.stage.present(screen, self._seen(visit, size))
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _seen(self, visit: Visit, size: TextSize) -> Visit:
        return replace(visit, look=Look(self._language, size))

    def faults(self) -> Iterator[str]:
        screen = self.stage.screen_now
        assert screen is not None
        yield from _faults_of_page(screen)
        parts: list[Label | Button] = [*_seen_in(self.stage, Label)]
        parts += _seen_in(self.stage, Button)
        for part in parts:
            yield from self._faults_of_text(part)
        yield from self._faults_of_targets()

    def _faults_of_text(self, part: Label | Button) -> Iterator[str]:
        if not part.text():
            return
        name = f"{type(part).__name__} {part.text()[:30]!r}"
        box = self._box(part)
        if not self.stage.rect().contains(box):
            yield f"{name} leaves the panel: {box}"
        above = part.parentWidget()
        if above is not None and not above.rect().contains(part.geometry()):
            yield f"{name} is cut by what it stands in"
        if _high(part) > part.height():
            yield f"{name} is cut: {part.height()} < {_high(part)}"
        if _wide(part) > part.width():
            yield f"{name} is too narrow: {part.width()} < {_wide(part)}"

    def _faults_of_targets(self) -> Iterator[str]:
        keys = [(key, self._box(key)) for key in _seen_in(self.stage, QAbstractButton)]
        for key, box in keys:
            if min(box.width(), box.height()) < LEAST_TARGET:
                yield f"{_name(key)} is too small: {box.width()} × {box.height()}"
            if not key.accessibleName():
                yield f"{_name(key)} has no name"
        for (key, box), (other, beside) in combinations(keys, 2):
            near = box.adjusted(-LEAST_GAP + 1, -LEAST_GAP + 1, LEAST_GAP - 1, LEAST_GAP - 1)
            if near.intersects(beside):
                yield f"{_name(key)} is too close to {_name(other)}"

    def _box(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.stage, QPoint(0, 0)), widget.size())


class _Nothing(Screen):
    """Stands on the stage before the first screen."""

    def display(self, visit: Visit) -> None:
        pass


def _seen_in(widget: QWidget, kind: type[Kind]) -> list[Kind]:
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def _name(key: QAbstractButton) -> str:
    return f"{type(key).__name__} {key.accessibleName()[:30]!r}"


def _high(part: Label | Button) -> int:
    """How high the letters of all lines stand, without what is free above and below them."""
    if isinstance(part, Button):
        return part.heightForWidth(part.width()) - PADDING_OF_KEYS
    setting = part.setting(part.width())
    return setting.height - (setting.letters.line - setting.letters.px)


def _wide(part: Label | Button) -> float:
    """How wide the longest line is, once all are broken where they may be."""
    if isinstance(part, Button):
        return max((setting.width for setting in part.settings(part.width())), default=0)
    return part.setting(part.width()).width


def _faults_of_page(screen: Screen) -> Iterator[str]:
    least, size = screen.minimumSizeHint(), screen.size()
    if least.width() > size.width():
        yield f"the page is too wide: {least.width()} > {size.width()}"
    if least.height() > size.height():
        yield f"the page is too high: {least.height()} > {size.height()}"


@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("name", ScreenName)
def test_everything_fits(qtbot: QtBot, name: ScreenName, tongue: str, *, is_portrait: bool) -> None:
    room = Room(qtbot, tongue, is_portrait=is_portrait)
    faults: list[str] = []
    for (what, visit), size in product(every_visit()[name].items(), GROWN.get(tongue, TextSize)):
        room.show(name, visit, size)
        faults += (f"{what or name} at {size.name}: {fault}" for fault in room.faults())
    assert not faults, "\n".join(faults)
