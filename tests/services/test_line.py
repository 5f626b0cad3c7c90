"""The line's going and coming is said once each, and promptly no more."""

import threading
from collections.abc import Callable

import httpx
import pytest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.events import Event, HealthChanged, LineCameBack, LineWentDown
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.line import LineWatch, Rhythm
from tests.services.conftest import SHORT

READY = HealthChanged(Health(Device.LINE, Condition.READY))
NO_ANSWER = HealthChanged(Health(Device.LINE, Condition.GONE, "no_answer"))
BROKEN = HealthChanged(Health(Device.LINE, Condition.GONE, "service_broken"))
WELL = '{"is_well": true}'


class Line:
    """Answers as it is told."""

    def __init__(self) -> None:
        self.answers: Callable[[], httpx.Response] = lambda: httpx.Response(200, text=WELL)
        self.said: list[Event] = []
        self.http = CentralHttp(httpx.MockTransport(lambda _: self.answers()), "key", limits=SHORT)

    def goes_down(self) -> None:
        def fail() -> httpx.Response:
            raise httpx.ConnectError("gone")

        self.answers = fail

    def comes_back(self) -> None:
        self.answers = lambda: httpx.Response(200, text=WELL)


@pytest.fixture
def line() -> Line:
    return Line()


def test_a_line_that_holds_is_said_to_be_ready_once(line: Line) -> None:
    watch = LineWatch(line.http, line.said.append)
    for _ in range(3):
        watch.look()
    assert line.said == [READY]


def test_one_lost_answer_is_no_line_down(line: Line) -> None:
    watch = LineWatch(line.http, line.said.append)
    line.goes_down()
    watch.look()
    line.comes_back()
    watch.look()
    assert line.said == [READY]


def test_a_line_goes_down_and_comes_back_once_each(line: Line) -> None:
    watch = LineWatch(line.http, line.said.append)
    watch.look()
    line.goes_down()
    for _ in range(4):
        watch.look()
    line.comes_back()
    watch.look()
    watch.look()
    assert line.said == [READY, LineWentDown(), NO_ANSWER, LineCameBack(), READY]


def test_a_service_that_answers_with_failure_is_down_too(line: Line) -> None:
    watch = LineWatch(line.http, line.said.append)
    line.answers = lambda: httpx.Response(500)
    watch.look()
    watch.look()
    assert line.said == [LineWentDown(), BROKEN]


def test_another_servers_friendly_page_is_no_line(line: Line) -> None:
    watch = LineWatch(line.http, line.said.append)
    line.answers = lambda: httpx.Response(200, text="<html>free wireless</html>")
    watch.look()
    watch.look()
    assert line.said == [LineWentDown(), NO_ANSWER]


def test_the_watch_runs_in_a_thread_of_its_own(line: Line) -> None:
    heard = threading.Event()

    def say(event: Event) -> None:
        line.said.append(event)
        heard.set()

    watch = LineWatch(line.http, say, Rhythm(when_up_s=0.001, when_down_s=0.001))
    watch.start()
    assert heard.wait(5)
    watch.stop()


def test_nothing_is_said_after_stop_though_an_answer_was_awaited(line: Line) -> None:
    asked, released = threading.Event(), threading.Event()

    def late() -> httpx.Response:
        asked.set()
        released.wait(5)
        return httpx.Response(200, text=WELL)

    line.answers = late
    watch = LineWatch(line.http, line.said.append)
    watch.start()
    assert asked.wait(5)
    watch.stop()
    released.set()
    for thread in threading.enumerate():
        if thread.name == "line-watch":
            thread.join(5)
    assert line.said == []
