"""Draws every screen, and what may lie over it, to PNG files that somebody then looks at."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Annotated

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import typer
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from kiosk.app import SCREENS
from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.events import HelpAsked, ScreenName
from kiosk.premises import Calling
from kiosk.screens.title import TitleScreen
from kiosk.slips.fonts import Fonts
from kiosk.slips.reservation import PillowSlips
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.look_panel import Choice
from kiosk.ui.panel.stage import Stage
from kiosk.ui.titles.beside_title import Beside
from kiosk.visit import Look, Visit
from kiosk.visit.located import Located
from kiosk.words.helping import Topic
from kiosk.words.words import Words
from tests.screens.every_screen import HERE, TOKYO, WORDS, every_visit
from tools.contact_sheets import lay_out_sheets

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "tour"
README_FOLDER = ROOT / "docs" / "pictures"
README_WIDTH = 960
IN_README = (
    ScreenName.HOME,
    ScreenName.SEARCH,
    ScreenName.RESULTS,
    ScreenName.TITLE,
    ScreenName.RESERVE,
    ScreenName.CONFIRMATION,
)
AFTERNOON = datetime(2026, 11, 20, 14, 32, tzinfo=TOKYO)
SIZES = {False: (1920, 1080), True: (1080, 1920)}  # by is_portrait
CURTAIN_S = 21
CALL = LibrarianCall(CallId("of nobody"))
QUICK = 80  # how little time PNG takes to pack the pixels; none are lost


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen with one visit, and what is then done to it."""

    name: str
    screen: ScreenName
    visit: Visit
    then: Callable[[Stage], None] | None = None


@dataclass(frozen=True, slots=True)
class View:
    look: Look
    is_portrait: bool

    @property
    def name(self) -> str:
        side = "portrait" if self.is_portrait else "landscape"
        size = self.look.size.name.lower()
        return f"{side}-{self.look.language}-{size}-{self.look.scheme}"


def scenes() -> Iterator[Scene]:
    """Every screen, then what lies over any of them."""
    visits = every_visit()
    for screen, named in visits.items():
        for name, visit in named.items():
            yield Scene("-".join(filter(None, (screen, name))), screen, visit)
    reserving = visits[ScreenName.RESERVE][""]
    found = visits[ScreenName.RESULTS][""]
    line_down = replace(found, premises=replace(found.premises, is_line_down=True))
    yield Scene("over-curtain-signed-in", ScreenName.RESERVE, reserving, _fall_quiet)
    yield Scene("over-curtain-anonymous", ScreenName.RESULTS, found, _fall_quiet)
    for choice in Choice:
        yield Scene(f"over-panel-{choice.name.lower()}", ScreenName.RESULTS, found, _open(choice))
    yield Scene("over-line-down", ScreenName.RESULTS, line_down)
    called, coming = (
        replace(found, premises=replace(found.premises, calling=Calling(call)))
        for call in (CALL, replace(CALL, state=CallState.ON_THE_WAY))
    )
    yield Scene("over-call", ScreenName.RESULTS, coming)
    yield Scene("over-help", ScreenName.RESERVE, reserving, _ask_help(Topic.RESERVING))
    yield Scene("over-help-elsewhere", ScreenName.RESULTS, coming, _ask_help(Topic.ELSEWHERE))
    yield Scene("over-help-signing-in", ScreenName.RESULTS, called, _ask_help(Topic.SIGNING_IN))
    yield Scene("over-help-line-down", ScreenName.RESULTS, line_down, _ask_help(Topic.SHELF))
    title = visits[ScreenName.TITLE][""]
    yield Scene("title-for-the-staff", ScreenName.TITLE, title, _show_staff)
    for beside in (Beside.EDITIONS, Beside.SIMILAR):
        yield Scene(f"title-{beside.name.lower()}", ScreenName.TITLE, title, _turn_to(beside))
    yield Scene("title-to-a-phone", ScreenName.TITLE, _located(title), _hand_over)
    yield Scene("over-help-topics", ScreenName.RESULTS, found, _list_topics)


def views() -> Iterator[View]:
    """Every language in the smallest and the largest letters; every colour in some of them."""
    languages = (Language.JAPANESE, Language.ENGLISH, Language.EASY_JAPANESE)
    ends = (TextSize.STANDARD, TextSize.LARGEST)
    looks = tuple(Look(language, size) for language, size in product(languages, ends))
    yield from (View(look, is_portrait=False) for look in looks)
    for scheme in (Scheme.CREAM, Scheme.DARK, Scheme.BLACK_YELLOW):
        yield View(Look(scheme=scheme), is_portrait=False)
    yield from (View(look, is_portrait=True) for look in looks)
    yield View(Look(size=TextSize.LARGEST, scheme=Scheme.BLACK_YELLOW), is_portrait=True)


def draw(scene: Scene, view: View, theme: Theme, words: Words) -> QPixmap:
    """The whole panel, as a patron sees it."""
    words = words.speaking(view.look.language)
    stage = Stage(words, theme, HERE, lambda: AFTERNOON)
    stage.resize(*SIZES[view.is_portrait])
    stage.show()
    screen = SCREENS[scene.screen](words)
    stage.present(screen, replace(scene.visit, look=view.look))
    _settle()
    if scene.then is not None:
        scene.then(stage)
        _settle()
    picture = stage.grab()
    stage.close()
    stage.deleteLater()
    _settle()
    return picture


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _fall_quiet(stage: Stage) -> None:
    stage.idle.fell_quiet.emit(CURTAIN_S)


def _open(choice: Choice) -> Callable[[Stage], None]:
    return lambda stage: stage.bar.panel_asked.emit(choice)


def _located(visit: Visit) -> Visit:
    """With the code of the place, as it is laid out."""
    assert visit.search.chosen is not None, "a title is looked at"
    slips = PillowSlips(Words.load(WORDS, Language.JAPANESE), HERE, Fonts(), TOKYO)
    slip = slips.location(visit.search.chosen, Language.JAPANESE)
    return replace(visit, search=replace(visit.search, located=Located(slip)))


def _title(stage: Stage) -> TitleScreen:
    assert isinstance(stage.screen_now, TitleScreen), "the title's own scenes"
    return stage.screen_now


def _show_staff(stage: Stage) -> None:
    _title(stage).page.card.staff.click()


def _turn_to(beside: Beside) -> Callable[[Stage], None]:
    return lambda stage: _title(stage).page.beside.keys[beside].click()


def _hand_over(stage: Stage) -> None:
    _title(stage).page.card.phone.click()


def _ask_help(topic: Topic) -> Callable[[Stage], None]:
    return lambda stage: stage.say(HelpAsked(topic))


def _list_topics(stage: Stage) -> None:
    stage.say(HelpAsked())
    stage.help.others.click()


def draw_all(folder: Path, only: Iterable[str]) -> list[Path]:
    theme, words = Theme(is_motion_reduced=True), Words.load(WORDS, Language.JAPANESE)
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    wanted = tuple(only)
    for scene, view in product(scenes(), views()):
        if wanted and not scene.name.startswith(wanted):
            continue
        made.append(folder / f"{scene.name}-{view.name}.png")
        draw(scene, view, theme, words).save(str(made[-1]), "PNG", QUICK)
    return made


def draw_for_readme() -> list[Path]:
    theme, words = Theme(is_motion_reduced=True), Words.load(WORDS, Language.JAPANESE)
    README_FOLDER.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for screen in IN_README:
        scene = Scene(screen, screen, every_visit()[screen][""])
        picture = draw(scene, View(Look(), is_portrait=False), theme, words)
        made.append(README_FOLDER / f"{screen}.png")
        smooth = Qt.TransformationMode.SmoothTransformation
        picture.scaledToWidth(README_WIDTH, smooth).save(str(made[-1]))
    return made


def main(
    only: Annotated[str, typer.Option(help="screens, such as home,search,over")] = "",
    *,
    readme: Annotated[bool, typer.Option("--readme", help="draw the README's six too")] = False,
    sheets: Annotated[bool, typer.Option("--sheets", help="six pictures on a sheet")] = False,
) -> None:
    application = QApplication.instance() or QApplication([])
    assert application is not None, "widgets need an application"
    wanted = tuple(filter(None, only.split(",")))
    made = draw_all(FOLDER, wanted)
    print(f"{len(made)} pictures in {FOLDER.relative_to(ROOT)}")
    if sheets:
        laid = lay_out_sheets(made, FOLDER / "sheets")
        print(f"{len(laid)} sheets in {(FOLDER / 'sheets').relative_to(ROOT)}")
    if readme:
        print(f"{len(draw_for_readme())} pictures in {README_FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    typer.run(main)
