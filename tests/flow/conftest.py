"""A patron to walk the chart with, in a library held in memory."""

from collections import deque

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.events import (
    CardPresented,
    Confirmed,
    Event,
    MyLibraryAsked,
    NoticeChosen,
    PasswordEntered,
    ReserveAsked,
    ScreenName,
    TitleChosen,
)
from kiosk.flow.chart import KIOSK
from kiosk.flow.machine import Machine
from kiosk.flow.step import Work
from kiosk.flow.workers import answer_of
from kiosk.ports import Kit
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN
from kiosk.visit import Visit


class PatientRunner:
    """Does the work one after the other when asked, in this thread; can hold answers back."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._waiting: deque[tuple[Work, int]] = deque()

    def run(self, work: Work, turn: int) -> None:
        self._waiting.append((work, turn))

    def answers(self) -> list[tuple[int, Event]]:
        """Do what waits now; the answers that somebody wants to hear."""
        waiting, self._waiting = list(self._waiting), deque()
        answers = [(turn, answer_of(work, self._kit), work) for work, turn in waiting]
        return [(turn, answer) for turn, answer, work in answers if work.is_heard]


class Walk:
    """Says events as a patron would, and lets every job answer before the next."""

    def __init__(self, library: SimulatedLibrary, kit: Kit | None = None) -> None:
        self.library = library
        self._runner = PatientRunner(kit or library.kit())
        self.machine = Machine(KIOSK, self._runner)
        self.ended: list[bool] = []
        self.machine.visit_ended.connect(self.ended.append)
        self.machine.start()
        self.rest()

    def __call__(self, *events: Event) -> "Walk":
        for event in events:
            self.machine.hear(event)
            self.rest()
        return self

    def at_once(self, *events: Event) -> None:
        """Events so quick that no job answers in between."""
        for event in events:
            self.machine.hear(event)
        self.rest()

    def rest(self) -> None:
        while answers := self._runner.answers():
            for turn, answer in answers:
                self.machine.hear_answer(turn, answer)

    @property
    def screen(self) -> ScreenName:
        return self.machine.place.shows

    @property
    def visit(self) -> Visit:
        return self.machine.visit

    @property
    def trouble(self) -> Exception | None:
        return self.visit.trouble


@pytest.fixture
def library() -> SimulatedLibrary:
    return SimulatedLibrary()


@pytest.fixture
def walk(library: SimulatedLibrary) -> Walk:
    return Walk(library)


@pytest.fixture
def with_one(walk: Walk) -> Walk:
    """A patron with one reservation, at the lists."""
    walk(CardPresented(CARD), PasswordEntered(PASSWORD), TitleChosen(BOTCHAN.title.id))
    walk(ReserveAsked(), NoticeChosen(NoticeMethod.EMAIL), Confirmed())
    return walk(MyLibraryAsked())
