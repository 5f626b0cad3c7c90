"""Walks the chart in Qt's loop: hears events, shows places, sends jobs off."""

import logging

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.events import Event, HomeAsked
from kiosk.flow.step import Chart, Place, Work, step
from kiosk.flow.workers import Runner
from kiosk.visit import Visit

log = logging.getLogger(__name__)

ANY_TURN = -1  # of an answer that is heard wherever the patron stands


class Machine(QObject):
    """The one loop of the panel; lives in the GUI thread."""

    shown = Signal(object, object)  # Place, Visit: what the patron is to see now
    visit_ended = Signal(bool)  # a visit is over; True when somebody was signed in
    heard = Signal(object)  # every Event that meant something, for who stands beside
    unheard = Signal(object)  # an Event that means nothing where the patron stands
    _said = Signal(object)

    def __init__(self, chart: Chart, runner: Runner, visit: Visit | None = None) -> None:
        super().__init__()
        self._chart = chart
        self._runner = runner
        self._turn = 0
        self._has_signed_in = False
        self.place: Place = chart.start
        self.visit = visit if visit is not None else Visit()
        self._said.connect(self.hear, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Show the first place and send its job off."""
        self.shown.emit(self.place, self.visit)
        if self.place.does is not None:
            self._runner.run(Work(self.place.does, self.visit, HomeAsked()), self._turn)

    def say(self, event: Event) -> None:
        """Tell an event from any thread; it is heard in the GUI thread, in the order told."""
        self._said.emit(event)

    @Slot(object)
    def hear(self, event: Event) -> None:
        """Take one event; what means nothing here is passed over."""
        taken = step(self._chart, self.place, self.visit, event)
        if taken is None:
            log.debug("%s means nothing at %s", type(event).__name__, self.place.name)
            self.unheard.emit(event)
            return
        before, self.place, self.visit = self.visit, taken.place, taken.visit
        if taken.begins_turn:
            self._turn += 1
        self.heard.emit(event)
        self.shown.emit(self.place, self.visit)
        for work in taken.work:
            self._runner.run(work, ANY_TURN if work.is_aside else self._turn)
        self._tell_the_end_of(before)

    def _tell_the_end_of(self, before: Visit) -> None:
        self._has_signed_in = self._has_signed_in or self.visit.signed is not None
        if self.visit == self.visit.ended and before != before.ended:
            signed_in, self._has_signed_in = self._has_signed_in, False
            self.visit_ended.emit(signed_in)

    @Slot(int, object)
    def hear_answer(self, turn: int, event: Event) -> None:
        """Take a job's answer, unless the patron has moved on since it was asked."""
        if turn in (self._turn, ANY_TURN):
            self.hear(event)
        else:
            log.debug("%s came too late", type(event).__name__)
