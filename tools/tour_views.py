"""How the tour looks at a scene: language, size, colours, and which way the panel stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import SCREENS
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.stage import Stage
from kiosk.visit import Look
from kiosk.words.words import Words
from tests.screens.every_screen import HERE, TOKYO, WORDS
from tools.tour_scenes import Scene

AFTERNOON = datetime(2026, 11, 20, 14, 32, tzinfo=TOKYO)
SIZES = {False: (1920, 1080), True: (1080, 1920)}  # by is_portrait
LANGUAGES = (Language.JAPANESE, Language.ENGLISH, Language.EASY_JAPANESE)


@dataclass(frozen=True, slots=True)
class View:
    look: Look
    is_portrait: bool = False

    @property
    def name(self) -> str:
        side = "portrait" if self.is_portrait else "landscape"
        size = self.look.size.name.lower()
        return f"{side}-{self.look.language}-{size}-{self.look.scheme}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What every stage is made with; read once."""

    theme: Theme
    words: Words

    @classmethod
    def ready(cls) -> "Drawing":
        return cls(Theme(is_motion_reduced=True), Words.load(WORDS, Language.JAPANESE))


def views() -> Iterator[View]:
    """Every language in the smallest and the largest letters; every colour in some of them."""
    looks = tuple(_looks())
    yield from (View(look) for look in looks)
    for scheme in (Scheme.CREAM, Scheme.DARK, Scheme.BLACK_YELLOW):
        yield View(Look(scheme=scheme))
    yield from (View(look, is_portrait=True) for look in looks)
    yield View(Look(size=TextSize.LARGEST, scheme=Scheme.BLACK_YELLOW), is_portrait=True)


def uncoloured_views() -> Iterator[View]:
    """One of each place where a key may stand: colours move nothing."""
    for look, is_portrait in product(_looks(), (False, True)):
        yield View(look, is_portrait=is_portrait)


def _looks() -> Iterator[Look]:
    ends = (TextSize.STANDARD, TextSize.LARGEST)
    yield from (Look(language, size) for language, size in product(LANGUAGES, ends))


@contextmanager
def shown(scene: Scene, view: View, drawing: Drawing) -> Iterator[Stage]:
    """The whole panel as a patron sees it; gone afterwards."""
    words = drawing.words.speaking(view.look.language)
    stage = Stage(words, drawing.theme, HERE, lambda: AFTERNOON)
    stage.resize(*SIZES[view.is_portrait])
    stage.show()
    stage.present(SCREENS[scene.screen](words), replace(scene.visit, look=view.look))
    _settle()
    if scene.then is not None:
        scene.then(stage)
        _settle()
    yield stage
    stage.close()
    stage.deleteLater()
    _settle()


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
