"""From the end of a signed-in visit to the attract screen of the next process, on a real screen.

At the end of the visit the used process is stopped and its window painted in one loud colour: so
the screen tells when the spare has painted all of it.
"""

import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from Xlib import X
from Xlib.display import Display

from kiosk.commands.prove_wipe import gathered
from kiosk.supervisor.channel import Said
from kiosk.wiping.canaries import Canaries
from kiosk.wiping.company import Company
from kiosk.wiping.folders import Folders
from kiosk.wiping.plays import play_named
from kiosk.wiping.proof import order_of
from kiosk.wiping.watched_panel import WatchedPanel

LOUD = 0x00FF00FF
COLUMNS, ROWS = 6, 4  # points of the screen that are looked at
LOOK_EVERY_S = 0.002
ON_SCREEN_S = 0.5
VISIT = play_named("idle, signed in by PIN")
Taken = dict[str, list[float]]


class Screen:
    """The X screen, seen from beside: paints over a window, and sees when that is gone."""

    def __init__(self) -> None:
        self._display = Display()
        self._root = self._display.screen().root

    def paint_loudly(self) -> None:
        """All of what is on top."""
        graphics = self._root.create_gc(foreground=LOUD, subwindow_mode=X.IncludeInferiors)
        size = self._root.get_geometry()
        self._root.fill_rectangle(graphics, 0, 0, size.width, size.height)
        graphics.free()
        self._display.sync()

    def is_quiet(self) -> bool:
        """Whether nothing loud is left at any of the points."""
        size = self._root.get_geometry()
        spots = [
            (
                size.width * (2 * column + 1) // (2 * COLUMNS),
                size.height * (2 * row + 1) // (2 * ROWS),
            )
            for column in range(COLUMNS)
            for row in range(ROWS)
        ]
        return all(self._colour(*spot) != LOUD & 0xFFFFFF for spot in spots)

    def _colour(self, x: int, y: int) -> int:
        image = self._root.get_image(x, y, 1, 1, X.ZPixmap, 0xFFFFFFFF)
        return int.from_bytes(image.data[:3], "little")


class Timing:
    """Hears what panels say, and notes when."""

    def __init__(self) -> None:
        self._screen = Screen()
        self._ended_at = 0.0
        self.taken: Taken = {
            "panel start until its first paint (hidden)": [],
            "swap: ended until the spare is on stage": [],
            "swap: ended until the spare has painted": [],
        }
        self.is_painted = threading.Event()

    def hear(self, panel: WatchedPanel, word: Said) -> None:
        now = time.monotonic()
        match word:
            case Said.PAINTED:
                self._note("panel start until its first paint (hidden)", now - panel.started_at)
            case Said.ENDED:
                self._begin(panel, now)
            case Said.ON_STAGE if self._ended_at:
                self._note("swap: ended until the spare is on stage", now - self._ended_at)

    def _begin(self, used: WatchedPanel, now: float) -> None:
        os.kill(used.pid, signal.SIGSTOP)
        self._screen.paint_loudly()
        self._ended_at = now
        self.is_painted.clear()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        screen = Screen()
        while not screen.is_quiet():
            time.sleep(LOOK_EVERY_S)
        took_s = time.monotonic() - self._ended_at
        self._note("swap: ended until the spare has painted", took_s)
        self.is_painted.set()

    def _note(self, name: str, took_s: float) -> None:
        self.taken[name].append(took_s * 1000)


def measure(swaps: int) -> Taken:
    """On the screen that DISPLAY names."""
    timing = Timing()
    with tempfile.TemporaryDirectory(prefix="kiosk-swap-") as root:
        folders, canaries = Folders(Path(root)), Canaries.hatch()
        with folders.lived_in():
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            with gathered(folders, canaries, on_said=timing.hear) as company:
                for _ in range(swaps):
                    _swap(company, canaries, timing.is_painted.is_set)
    return timing.taken


def _swap(company: Company, canaries: Canaries, is_painted: Callable[[], bool]) -> None:
    company.gather()
    _linger(company)
    used = company.on_stage
    company.ask(used, order_of("play", VISIT, canaries))
    company.tell(used, order_of("end", VISIT, canaries))
    company.until(lambda: not used.is_on_stage and is_painted())
    os.kill(used.pid, signal.SIGCONT)
    company.wait_for_follower(used)


def _linger(company: Company) -> None:
    """Let what a new process does at first come to rest."""
    end = time.monotonic() + ON_SCREEN_S
    company.until(lambda: time.monotonic() > end)
