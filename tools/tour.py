"""Draws every screen, and what may lie over it, to PNG files that somebody then looks at.

On each it looks for the key that a patron would touch next, and it writes docs/tour.md.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Annotated

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import typer
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from kiosk.events import ScreenName
from kiosk.visit import Look
from tests.screens.every_screen import every_visit
from tools.contact_sheets import lay_out_sheets
from tools.tour_page import PAGE, look_first, page
from tools.tour_scenes import Scene, scenes
from tools.tour_taps import Seen, look_at, seen_on
from tools.tour_views import Drawing, View, shown, uncoloured_views, views

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
QUICK = 80  # how little time PNG takes to pack the pixels; none are lost


@dataclass(slots=True)
class Drawn:
    """The pictures made so far, and the next tap on each."""

    pictures: list[Path] = field(default_factory=list)
    taps: list[Seen] = field(default_factory=list)


def draw(scene: Scene, view: View, drawing: Drawing) -> QPixmap:
    """The whole panel, as a patron sees it."""
    with shown(scene, view, drawing) as stage:
        return stage.grab()


def draw_all(folder: Path, only: Iterable[str]) -> Drawn:
    """Draw, and look for the next tap on each picture."""
    drawing, drawn = Drawing.ready(), Drawn()
    folder.mkdir(parents=True, exist_ok=True)
    wanted = tuple(only)
    for scene, view in product(scenes(), views()):
        if wanted and not scene.name.startswith(wanted):
            continue
        drawn.pictures.append(folder / f"{scene.name}-{view.name}.png")
        with shown(scene, view, drawing) as stage:
            stage.grab().save(str(drawn.pictures[-1]), "PNG", QUICK)
            drawn.taps.append(seen_on(stage, scene, view, drawing))
    return drawn


def draw_for_readme() -> list[Path]:
    drawing = Drawing.ready()
    README_FOLDER.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for screen in IN_README:
        scene = Scene(screen, screen, every_visit()[screen][""])
        picture = draw(scene, View(Look()), drawing)
        made.append(README_FOLDER / f"{screen}.png")
        smooth = Qt.TransformationMode.SmoothTransformation
        picture.scaledToWidth(README_WIDTH, smooth).save(str(made[-1]))
    return made


def write_page() -> None:
    drawing = Drawing.ready()
    PAGE.write_text(page(look_first(drawing), drawing), encoding="utf-8")


def told(taps: Iterable[Seen]) -> int:
    """Say which next taps a patron could not touch; how many they are."""
    faults = [one for one in taps if one.fault]
    for one in faults:
        print(one)
    return len(faults)


def main(
    only: Annotated[str, typer.Option(help="screens, such as home,search,over")] = "",
    *,
    readme: Annotated[bool, typer.Option("--readme", help="draw the README's six too")] = False,
    sheets: Annotated[bool, typer.Option("--sheets", help="six pictures on a sheet")] = False,
    next_taps: Annotated[
        bool, typer.Option("--next-taps", help="draw nothing: look for the next taps")
    ] = False,
) -> None:
    application = QApplication.instance() or QApplication([])
    assert application is not None, "widgets need an application"
    wanted = tuple(filter(None, only.split(",")))
    if not wanted:
        write_page()
    if next_taps:
        chosen = [one for one in scenes() if not wanted or one.name.startswith(wanted)]
        sys.exit(min(told(look_at(chosen, uncoloured_views(), Drawing.ready())), 1))
    drawn = draw_all(FOLDER, wanted)
    print(f"{len(drawn.pictures)} pictures in {FOLDER.relative_to(ROOT)}")
    if sheets:
        laid = lay_out_sheets(drawn.pictures, FOLDER / "sheets")
        print(f"{len(laid)} sheets in {(FOLDER / 'sheets').relative_to(ROOT)}")
    if readme:
        print(f"{len(draw_for_readme())} pictures in {README_FOLDER.relative_to(ROOT)}")
    sys.exit(min(told(drawn.taps), 1))


if __name__ == "__main__":
    typer.run(main)
