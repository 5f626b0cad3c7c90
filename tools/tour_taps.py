"""Looks on a stage for the key to touch next: there, whole, large enough, and free of others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.targets import can_be_touched, name_of
from kiosk.ui.panel.stage import Stage
from tools.next_taps import NEXT_TAPS
from tools.tour_scenes import Scene
from tools.tour_views import Drawing, View, shown

LEAST_PX = 84
_HIGH = ("high", "in the middle", "low")
_ACROSS = ("left", "centre", "right")


@dataclass(frozen=True, slots=True)
class Seen:
    """The next tap of one scene in one view; `fault` says why a patron could not touch it."""

    scene: str
    view: str
    where: str = ""
    fault: str = ""

    def __str__(self) -> str:
        return f"{self.scene}, {self.view}: {self.fault}"


def look_at(scenes: Iterable[Scene], views: Iterable[View], drawing: Drawing) -> Iterator[Seen]:
    kept = tuple(views)
    for scene in scenes:
        for view in kept:
            with shown(scene, view, drawing) as stage:
                yield seen_on(stage, scene, view, drawing)


def seen_on(stage: Stage, scene: Scene, view: View, drawing: Drawing) -> Seen:
    tap = NEXT_TAPS.get(scene.name)
    if tap is None:
        return Seen(scene.name, view.name, fault="tools/next_taps.py names no next tap")
    words = drawing.words.speaking(view.look.language)
    said = tap.said(words)
    if said is None:
        return Seen(scene.name, view.name)
    keys = keys_that_say(said, stage)
    if not keys and tap.else_key:
        keys = keys_that_say(tap.else_said(words), stage)
    faults = {key: fault_of(key, stage) for key in keys}
    free = [key for key, fault in faults.items() if not fault]
    if not free:
        told = "; ".join(faults.values()) or "no such key"
        return Seen(scene.name, view.name, fault=f"“{said}”: {told}")
    free.sort(key=stage.bar.isAncestorOf)  # what lies over a page says so itself
    return Seen(scene.name, view.name, where=_where(free[0], stage))


def keys_that_say(said: str, window: QWidget) -> list[QAbstractButton]:
    """The keys that say just this; else those that begin with it; else those that say it too."""
    keys = [key for key in window.findChildren(QAbstractButton) if key.isVisible()]
    alike = [key for key in keys if name_of(key) == said]
    if alike or len(said) == 1:
        return alike
    begun = [key for key in keys if name_of(key).startswith(said)]
    return begun or [key for key in keys if said in name_of(key)]


def fault_of(key: QAbstractButton, window: QWidget) -> str:
    """Why a finger can't touch it; empty where it can."""
    place = _place(key, window)
    if not key.isEnabled():
        return "is dashed"
    if min(place.width(), place.height()) < LEAST_PX:
        return f"is {place.width()} × {place.height()} px"
    is_whole = key.visibleRegion().boundingRect() == key.rect()
    if not (window.rect().contains(place) and is_whole and can_be_touched(key)):
        return "is not whole on the panel"
    touched = window.childAt(place.center())
    if touched is None or not _is_of(touched, key):
        return "lies below something else"
    return ""


def _is_of(touched: QWidget, key: QWidget) -> bool:
    """Whether a touch there is this key's; a board takes the touches of its keys itself."""
    return touched is key or key.isAncestorOf(touched) or touched.isAncestorOf(key)


def _place(key: QWidget, window: QWidget) -> QRect:
    return QRect(key.mapTo(window, QPoint(0, 0)), key.size())


def _where(key: QAbstractButton, stage: Stage) -> str:
    part = _part(key, stage)
    middle, size = _place(key, stage).center(), stage.size()
    if part == "bar":
        return f"bar, {_ACROSS[3 * middle.x() // size.width()]}"
    high, across = _HIGH[3 * middle.y() // size.height()], _ACROSS[3 * middle.x() // size.width()]
    return f"{part}, {high} {across}"


def _part(key: QWidget, stage: Stage) -> str:
    over = {stage.bar: "bar", stage.help: "help", stage.curtain: "curtain", stage.panel: "panel"}
    return next((name for part, name in over.items() if part.isAncestorOf(key)), "page")


def nameless(scenes: Iterable[Scene]) -> set[str]:
    """Scenes without a next tap, and next taps without a scene."""
    return {scene.name for scene in scenes} ^ set(NEXT_TAPS)
