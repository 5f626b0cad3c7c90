"""Jobs beside the GUI thread: what was asked is gone once it is answered."""

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import CardOrPasswordWrong, LibraryError
from kiosk.events import Event, Failed, HomeAsked
from kiosk.flow.machine import ANY_TURN
from kiosk.flow.step import Job, Work
from kiosk.flow.workers import Workers, answer_of
from kiosk.ports import Kit
from kiosk.services.simulated.kit import simulated_kit
from kiosk.visit import Visit


class Entered(Event):
    """Something secret; unlike real events it can be watched while it fades."""


def answers(_visit: Visit, _kit: Kit, _event: Event) -> Event:
    return HomeAsked()


def fails(_visit: Visit, _kit: Kit, event: Event) -> Event:
    nobody: dict[Event, Event] = {}
    try:
        return nobody[event]
    except KeyError as error:
        raise CardOrPasswordWrong from error


@pytest.mark.parametrize("job", [answers, fails])
@pytest.mark.parametrize("settles", [True, False])
def test_a_thread_that_waits_holds_nothing_of_whom_it_worked_for(
    qtbot: QtBot, job: Job, *, settles: bool
) -> None:
    workers, entered = Workers(simulated_kit()), Entered()
    watched = weakref.ref(entered)
    heard: list[Event] = []
    workers.answered.connect(lambda _turn, event: heard.append(event))
    workers.run(Work(job, Visit(), entered, settles=settles), 1)
    del entered
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: (gc.collect(), watched())[1] is None)


def test_an_error_is_told_without_the_way_it_came() -> None:
    failed = answer_of(Work(fails, Visit(), Entered()), simulated_kit())
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, LibraryError)
    assert failed.error.__traceback__ is None
    assert failed.error.__cause__ is None
    assert failed.error.__context__ is None


def test_a_search_waits_for_no_question_that_nobody_waits_for(qtbot: QtBot) -> None:
    answered, heard = threading.Event(), list[int]()

    def asks_long(_visit: Visit, _kit: Kit, _event: Event) -> Event:
        answered.wait(10)
        return HomeAsked()

    workers = Workers(simulated_kit())
    workers.answered.connect(lambda turn, _event: heard.append(turn))
    for _ in range(5):
        workers.run(Work(asks_long, Visit(), HomeAsked(), is_aside=True), ANY_TURN)
    workers.run(Work(answers, Visit(), HomeAsked()), 1)
    workers.run(Work(answers, Visit(), HomeAsked(), settles=True), 2)
    qtbot.waitUntil(lambda: sorted(heard) == [1, 2])
    answered.set()
    qtbot.waitUntil(lambda: ANY_TURN in heard)
