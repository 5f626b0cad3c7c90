"""From a finger to the paint: taps at ten a second while a search takes five seconds."""

import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.domain.looks import Scheme, TextSize
from kiosk.domain.searching import Found, Query
from kiosk.events import Event, HomeAsked, SchemeChosen, SearchOpened, TextSizeChosen
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.ui.typing.board_layouts import Act
from kiosk.ui.typing.field import Field
from tests.app.loop import Finger, Loop, taps, texts_after

PACE_S = 0.1
SEARCH_EVERY = 50  # taps: when one search has been answered, the next begins
SEARCH_S = 5.0
WARM_UP_S = 1.0
Taken = dict[str, list[float]]


class SearchOfFiveSeconds(SimulatedCatalogue):
    """Suggests at once; what it finds comes late."""

    def search(self, query: Query) -> Found:
        time.sleep(SEARCH_S)
        return super().search(query)


class Watch(QObject):
    """Measures from when a tap was due until its text is painted and handed to the screen."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._due: dict[str, float] = {}
        self.taken: list[float] = []
        field.installEventFilter(self)

    def expect(self, text: str, due: float) -> None:
        self._due = {text: due}

    @property
    def is_waiting(self) -> bool:
        return bool(self._due)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, partial(self._note, self._field.text))
        return False

    def _note(self, text: str) -> None:
        due = self._due.pop(text, None)
        if due is not None:
            self.taken.append(since(due))


def measure(size: tuple[int, int], count: int) -> Taken:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    loop = Loop(SearchOfFiveSeconds(), size)
    loop.stage.show()
    wait(WARM_UP_S)
    taken = {"tap until painted, a search under way": _tap(loop, count)}
    taken |= _changes(loop)
    loop.stage.close()
    del application
    return taken


def _tap(loop: Loop, count: int) -> list[float]:
    """Counted from when the finger was due, so that what piles up counts too."""
    screen = loop.open_search()
    wait(WARM_UP_S)
    finger, watch = Finger(loop.stage, screen), Watch(screen.field)
    finger.tap("い")
    began = time.perf_counter()
    for number, (key, text) in enumerate(
        zip(taps(count), texts_after(taps(count), "い"), strict=True)
    ):
        if number % SEARCH_EVERY == 0:
            finger.tap(Act.SEARCH)
        due = began + number * PACE_S
        wait(due - time.perf_counter())
        watch.expect(text, due)
        finger.tap(key)
        _until(lambda: not watch.is_waiting)
    return watch.taken


def _changes(loop: Loop) -> Taken:
    """Every look once, and from page to page and back."""
    looks = [*(SchemeChosen(scheme) for scheme in Scheme), *(TextSizeChosen(s) for s in TextSize)]
    back = [SchemeChosen(Scheme.LIGHT), TextSizeChosen(TextSize.STANDARD)]
    restyled = [_change(loop, look) for look in [*looks, *back] * 3]
    changed = [_change(loop, event) for event in [HomeAsked(), SearchOpened()] * 10]
    return {"another look until painted": restyled, "another page until painted": changed}


def _change(loop: Loop, event: Event) -> float:
    wait(PACE_S)
    began = time.perf_counter()
    loop.machine.hear(event)
    loop.stage.repaint()
    return since(began)


def since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _until(holds: Callable[[], bool]) -> None:
    end = time.perf_counter() + 10
    while not holds():
        assert time.perf_counter() < end, "a tap was never painted"
        QApplication.processEvents()


def wait(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)
