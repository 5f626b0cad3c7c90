"""A whole kiosk in real processes on a real screen, and a patron before it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.virtual_screen import virtual_screen
from tests.e2e.touching import Finger

PATIENCE_S = 60.0
LOOK_EVERY_S = 0.05
PAUSE = threading.Event()  # never set: a real screen is looked at again and again
SETTINGS = """
data_folder = "{folder}"

[idle]
idle_signed_in_s = 10
idle_anonymous_s = 10
curtain_signed_in_s = 20
curtain_anonymous_s = 20

[devices]
card_reader = "simulated"
"""


@dataclass(frozen=True, slots=True)
class Target:
    name: str
    x: int
    y: int


class Kiosk:
    """What a patron sees and touches, and what a trial may break."""

    def __init__(self, folder: Path, finger: Finger, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.finger = finger
        self.process = process
        self._targets = folder / "targets.json"

    # ---- looking
    def seen(self) -> dict[str, Any]:
        try:
            seen: dict[str, Any] = json.loads(self._targets.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {"pid": 0, "page": "", "targets": []}
        return seen

    @property
    def page(self) -> str:
        return str(self.seen()["page"])

    @property
    def panel_pid(self) -> int:
        return int(self.seen()["pid"])

    def targets(self) -> list[Target]:
        return [Target(one["name"], *one["at"]) for one in self.seen()["targets"]]

    def find(self, name: str) -> Target | None:
        """The key of exactly this name, or else the first whose name contains it."""
        targets = self.targets()
        exact = [target for target in targets if target.name == name]
        return next(iter(exact or [target for target in targets if name in target.name]), None)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > end or self.process.poll() is not None:
                picture = self.folder / "failed.png"
                self.finger.picture(picture)
                names = [target.name for target in self.targets()]
                raise AssertionError(f"not {what}; on {self.page}: {names}; see {picture}")
            PAUSE.wait(LOOK_EVERY_S)

    def until_page(self, page: str) -> None:
        self.until(lambda: self.page == page, f"on page {page}")

    # ---- touching
    def tap(self, name: str) -> None:
        """Touch what bears this name, once it is there and no longer moves."""
        self.until(lambda: self.find(name) is not None, f"a key {name}")
        target, before = self.find(name), None
        while target != before:
            PAUSE.wait(2 * LOOK_EVERY_S)
            before, target = target, self.find(name)
        assert target is not None, f"the key {name} went away"
        self.finger.tap(target.x, target.y)

    def type(self, keys: str) -> None:
        for key in keys:
            self.tap(key)

    # ---- what a trial breaks
    def children(self) -> dict[int, str]:
        """The kiosk's processes: id and command line."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        pairs = (line.strip().split(" ", 1) for line in listed.splitlines())
        return {int(pid): args for pid, args in pairs}

    @property
    def service_pid(self) -> int:
        return next(pid for pid, args in self.children().items() if " central serve" in args)

    def kill_service(self) -> None:
        os.kill(self.service_pid, signal.SIGKILL)


@contextmanager
def running_kiosk(folder: Path, more: str = "") -> Iterator[Kiosk]:
    """`kiosk run` on a screen of its own; ended, and all its processes with it, on leaving.

    more: settings besides.
    """
    settings = folder / "kiosk.toml"
    settings.write_text(SETTINGS.format(folder=folder / "data") + more, encoding="utf-8")
    with virtual_screen(1920, 1080) as screen:
        environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        with (folder / "kiosk.log").open("wb") as log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "kiosk", "run", "--settings", str(settings)),
                    *("--targets", str(folder / "targets.json")),
                ],
                env=environment,
                stdout=log,
                stderr=log,
            )
        finger = Finger(screen.display)
        try:
            yield Kiosk(folder, finger, process)
        finally:
            process.terminate()
            process.wait(20)
            finger.close()
