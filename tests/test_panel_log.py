"""The panel's log: nothing is lost among lines that come again each second."""

import logging
from collections.abc import Iterator

import pytest

from kiosk.panel_log import EVERY_S, MOST, Seldom


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock, caplog: pytest.LogCaptureFixture) -> Iterator[logging.Logger]:
    """A log that is filtered as the panel's is; what it lets through stands in caplog."""
    caplog.set_level(logging.INFO)
    seldom, log = Seldom(clock), logging.getLogger(__name__)
    log.addFilter(seldom)
    yield log
    log.removeFilter(seldom)


def test_a_line_that_comes_each_second_is_told_once_a_minute(
    log: logging.Logger, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(int(2 * EVERY_S)):
        log.warning("GET %s: %s", "/records", "no line")
        clock.now_s += 1
    assert caplog.messages == [
        "GET /records: no line",
        "GET /records: no line (and 59 times since this was told)",
    ]


def test_another_line_or_another_level_is_another(
    log: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    log.info("no line")
    log.warning("no line")
    log.warning("no paper")
    log.warning("no paper")
    assert caplog.messages == ["no line", "no line", "no paper"]


def test_what_is_said_in_many_ways_is_not_remembered_for_ever(
    log: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    log.info("no line")
    for number in range(MOST):
        log.info("reservation %d", number)
    log.info("no line")
    assert caplog.messages.count("no line") == 2
