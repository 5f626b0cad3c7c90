"""A panel process with somebody beside it who plays visits, and looks for what stays of them.

Started by a proof in place of `kiosk panel`; everything of the panel is the real one.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from kiosk.app import Panel, Showing, show
from kiosk.settings import Settings, read_settings
from kiosk.wiping.acting import Acting
from kiosk.wiping.door import Line, knock
from kiosk.wiping.plays import Beat, play_named
from kiosk.wiping.qt_texts import qt_texts
from kiosk.wiping.reachable import reachable_texts
from kiosk.wiping.sieve import Sieve

LOOK_EVERY_MS = 20
SETTLED_AFTER_MS = 100
HEAP = 20_000  # texts looked through at once
LOOKS = 1000  # then the play is stuck


class Rehearsal(QObject):
    """Takes orders at the stage door: play a visit, end it, look through this process."""

    def __init__(self, panel: Panel, my_number: Path, line: Line) -> None:
        super().__init__(panel)
        self._panel, self._my_number, self._line = panel, my_number, line
        self._beats: Iterator[Beat] = iter(())
        self._until = ""
        self._looks = 0
        self._ear = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._hear)
        self._eye = QTimer(self, interval=LOOK_EVERY_MS)
        self._eye.timeout.connect(self._look)

    def _hear(self) -> None:
        order = self._line.hear()
        if order is None:
            self._ear.setEnabled(False)
            return
        match order["do"]:
            case "play":
                self._begin(play_named(order["play"]).beats, order)
            case "end":
                ending = play_named(order["play"]).ending
                self._begin((ending,) if ending else (), order)
            case "look":
                self._line.tell({"found": list(_found(Sieve(order["marks"])))})

    # ---- playing
    def _begin(self, beats: tuple[Beat, ...], order: Any) -> None:
        self._acting = Acting(self._panel, self._my_number, order["canaries"])
        self._beats = iter(beats)
        self._next_beat()

    def _next_beat(self) -> None:
        beat = next(self._beats, None)
        if beat is None:
            QTimer.singleShot(SETTLED_AFTER_MS, lambda: self._line.tell({"at": self._place}))
            return
        self._until, self._looks = beat.until, 0
        beat.does(self._acting)
        self._eye.start()

    def _look(self) -> None:
        self._looks += 1
        if self._place == self._until:
            self._eye.stop()
            self._next_beat()
        elif self._looks > LOOKS:
            self._eye.stop()
            self._line.tell({"stuck_at": self._place, "wanted": self._until})

    @property
    def _place(self) -> str:
        return self._panel.machine.place.name


def _found(sieve: Sieve) -> Iterator[tuple[str, str]]:
    """The canaries that this process still holds, and what kind of object holds each."""
    held = chain(reachable_texts(), qt_texts())
    while heap := list(islice(held, HEAP)):
        if sieve.catches_any([text for _, text in heap]):
            for holder, text in heap:
                count = sieve.in_text(text) if isinstance(text, str) else sieve.in_bytes(text)
                yield from ((canary, holder) for canary in count)


def rehearse(
    settings: Settings,
    control: int,
    door: Path,
    showing: Showing,
    beside: Callable[[Panel], object] = lambda _panel: None,
) -> int:
    """Run a panel process, and let a proof in at the stage door.

    beside: who else stands beside the panel.
    """
    my_number = settings.assets_folder / "demonstration" / "my_number"

    def join(panel: Panel) -> None:
        Rehearsal(panel, my_number, knock(door, os.getpid()))
        beside(panel)

    return show(settings, control, showing, join)


def main(beside: Callable[[Panel], object] = lambda _panel: None) -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--settings", type=Path, required=True)
    asked.add_argument("--door", type=Path, required=True)
    asked.add_argument("--control", type=int, required=True)
    given = asked.parse_args()
    sys.excepthook = _end_with
    settings = read_settings(given.settings)
    showing = replace(Showing(), windowed=os.environ.get("QT_QPA_PLATFORM") == "offscreen")
    return rehearse(settings, given.control, given.door, showing, beside)


def _end_with(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What goes wrong beside the panel, or in it, ends the proof: it is not to pass for clean."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


if __name__ == "__main__":
    raise SystemExit(main())
