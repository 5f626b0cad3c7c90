"""A panel in this process, watched until it has painted what an event leads to."""

import socket
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kiosk.app import Panel, Showing
from kiosk.events import Event
from kiosk.settings import Settings
from kiosk.supervisor.channel import Channel, Told

PATIENCE_S = 30.0
_SETTLES_S = 1.0  # devices open once the first paint is done
_LEFT: list["PanelWatched"] = []


def now_ms() -> float:
    return time.monotonic() * 1000


class PanelWatched(QObject):
    """On the stage from the beginning."""

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        super().__init__()
        self._application = QApplication.instance() or QApplication(sys.argv[:1])
        self._application.installEventFilter(self)
        self._painted: set[int] = set()
        ours, theirs = socket.socketpair()
        self._supervisor = Channel(ours)
        self._panel = Panel(settings, Channel(theirs), Showing(windowed=True, size=size))
        self._panel.warm_up()
        self._supervisor.send(Told.COME_ON)
        self.rest(_SETTLES_S)

    def hear(self, event: Event, until: str) -> float:
        self._panel.machine.hear(event)
        return self.painted(until)

    def painted(self, place: str) -> float:
        """When the page of this place was painted."""
        self._until(lambda: self._shows(place), place)
        return now_ms()

    def leave(self) -> None:
        self._panel._fitted.leave()  # noqa: SLF001 - a panel that leaves ends its process
        self._panel.stage.hide()
        self._application.removeEventFilter(self)
        _LEFT.append(self)  # its channel stays open: without one a panel ends the process

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self._painted.add(id(watched))
        return False

    def _shows(self, place: str) -> bool:
        screen = self._panel.stage.screen_now
        return self._panel.machine.place.name == place and id(screen) in self._painted

    def rest(self, time_s: float) -> None:
        """Do what is still to be done; nobody scans at the moment at which a page appears."""
        end = time.monotonic() + time_s
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, f"never {what}, but {self._panel.machine.place.name}"
            QApplication.processEvents()
            time.sleep(0.0005)
