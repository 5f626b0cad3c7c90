"""Runs jobs beside the GUI thread and brings their answers back to it."""

import logging
import threading
import traceback
from collections import deque
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import LibraryError
from kiosk.events import Event
from kiosk.flow.step import Work
from kiosk.ports import Kit

THREADS = 2  # of each lane: a slow question must not hold up what changes something

log = logging.getLogger(__name__)


class Runner(Protocol):
    """Who does the work that a step asks for."""

    def run(self, work: Work, turn: int) -> None:
        """Begin the work; its answer comes back with the turn that asked."""
        ...


@dataclass(frozen=True, slots=True)
class _Errand:
    work: Work
    turn: int


class Workers(QObject):
    """Lanes of threads: questions, of which only the latest turn's are begun, and deeds.

    Questions beside have a lane of their own: nobody waits for them, so nothing waits behind them.
    """

    answered = Signal(int, object)  # turn, Event: arrives in the thread this object lives in

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._questions = _Lane("questions", self._do)
        self._deeds = _Lane("deeds", self._do)
        self._beside = _Lane("beside", self._do)

    def run(self, work: Work, turn: int) -> None:
        if work.settles:
            self._deeds.add(_Errand(work, turn))
        elif work.is_aside:
            self._beside.drop_before(turn + 1)  # all that are not begun: only the latest matters
            self._beside.add(_Errand(work, turn))
        else:
            self._questions.drop_before(turn)
            self._questions.add(_Errand(work, turn))

    def finish(self, timeout_s: float) -> bool:
        """Wait for the deeds that were begun; True when none is left."""
        return self._deeds.wait_until_empty(timeout_s)

    def _do(self, errand: _Errand) -> None:
        event = answer_of(errand.work, self._kit)
        if errand.work.is_heard:
            self.answered.emit(errand.turn, event)


def answer_of(work: Work, kit: Kit) -> Event:
    """Do the work here and now; whatever it raises is told as its failure."""
    try:
        return work.job(work.visit, kit, work.event)
    except LibraryError as error:
        return work.failure(_alone(error))
    except Exception as error:  # noqa: BLE001 - the one net: logged, and apologised for
        # Neither the message nor the values: they may speak of a patron.
        frames = "".join(traceback.format_tb(error.__traceback__))
        what = type(error).__name__
        log.error("%s failed with %s\n%s", work.job.__name__, what, frames)  # noqa: TRY400
        return work.failure(_alone(error))


def _alone(error: Exception) -> Exception:
    """The error without the way it came: those frames hold what was asked, a password too."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


class _Lane:
    """Daemon threads that take errands in the order in which they came."""

    def __init__(self, name: str, do: "_Doing") -> None:
        self._do = do
        self._waiting: deque[_Errand] = deque()
        self._busy = 0
        self._changed = threading.Condition()
        for number in range(THREADS):
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True).start()

    def add(self, errand: _Errand) -> None:
        with self._changed:
            self._waiting.append(errand)
            self._changed.notify_all()

    def drop_before(self, turn: int) -> None:
        """Forget what is not begun and whose answer nobody would hear."""
        with self._changed:
            self._waiting = deque(errand for errand in self._waiting if errand.turn >= turn)

    def wait_until_empty(self, timeout_s: float) -> bool:
        with self._changed:
            return self._changed.wait_for(self._is_empty, timeout_s)

    def _is_empty(self) -> bool:
        return not self._waiting and not self._busy

    def _work(self) -> None:
        while True:
            self._do_next()

    def _do_next(self) -> None:
        """In a frame of its own: a thread that waits holds nothing of whom it worked for."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting))
            self._busy += 1
            errand = self._waiting.popleft()
        try:
            self._do(errand)
        finally:
            with self._changed:
                self._busy -= 1
                self._changed.notify_all()


class _Doing(Protocol):
    def __call__(self, errand: _Errand, /) -> None: ...
