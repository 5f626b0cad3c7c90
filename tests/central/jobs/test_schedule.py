"""Jobs are done beside the service, again and again, and none of them can stop it."""

import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.central.jobs.last_runs import failing as failing_jobs
from kiosk.central.jobs.last_runs import last_runs
from kiosk.central.jobs.net import look
from kiosk.central.jobs.recurring import Job, Recurring
from kiosk.central.jobs.schedule import AT_NIGHT, TIMETABLE, recurring
from kiosk.central.logs import JsonLines
from kiosk.central.service import Service
from kiosk.central.storage.lease import Leases
from kiosk.domain.jobs import JobOutcome
from tests.central.clock import TurnedClock

PATIENCE_S = 60  # for a machine that does much else
SECRET = "はるか"
HOUR = timedelta(hours=1)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the service writes, as its technician reads it."""
    stream = io.StringIO()
    lines = logging.StreamHandler(stream)
    lines.setFormatter(JsonLines())
    root = logging.getLogger()
    before = root.level
    root.addHandler(lines)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(lines)
    root.setLevel(before)


def told(log: io.StringIO) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    unlike = ("at", "from")  # each line anew
    return [{key: line[key] for key in line if key not in unlike} for line in lines]


def three(_service: Service) -> int:
    return 3


def failing(_service: Service) -> int:
    raise ValueError(SECRET) from KeyError(SECRET)


class Told:
    """A job that says when it was done so often."""

    def __init__(self, times: int = 1) -> None:
        self.__name__ = "told"
        self.done = threading.Event()
        self._times = times

    def __call__(self, _service: Service) -> int:
        self._times -= 1
        if self._times == 0:
            self.done.set()
        return 0


def timetable(*jobs: Job, every: timedelta = HOUR) -> tuple[Recurring, ...]:
    return tuple(Recurring(job, every) for job in jobs)


def run(job: Job, service: Service) -> None:
    assert look(Recurring(job, HOUR), service, Leases(service.database))


def threads() -> set[str]:
    ours = ("jobs", "APScheduler", "ThreadPoolExecutor")
    return {each.name for each in threading.enumerate() if each.name.startswith(ours)}


def test_a_job_tells_its_name_and_how_much_it_did(service: Service, log: io.StringIO) -> None:
    run(three, service)
    assert told(log) == [{"level": "info", "says": "a job is done", "job": "three", "count": 3}]


def test_a_job_that_fails_is_told_by_types_and_places(service: Service, log: io.StringIO) -> None:
    run(failing, service)
    [line] = told(log)
    assert (line["level"], line["says"], line["job"]) == ("error", "a job failed", "failing")
    assert [each["type"] for each in line["error"]] == ["ValueError", "KeyError"]  # type: ignore[attr-defined]
    assert SECRET not in log.getvalue()


def test_after_a_job_that_fails_the_next_is_done(service: Service, log: io.StringIO) -> None:
    after = Told()
    with recurring(service, timetable(failing, after), first_after_s=0):
        assert after.done.wait(PATIENCE_S)
    assert [(line["says"], line["job"]) for line in told(log)] == [
        ("a job failed", "failing"),
        ("a job is done", "told"),
    ]


def test_a_job_is_done_again(service: Service) -> None:
    twice = Told(times=2)
    with recurring(service, timetable(twice, every=timedelta(seconds=1)), first_after_s=0):
        assert twice.done.wait(PATIENCE_S)


def test_nothing_is_done_right_after_the_start(service: Service) -> None:
    early = Told()
    with recurring(service, timetable(early)):
        assert threads() == {"jobs"}
    assert not early.done.is_set()


def test_the_scheduler_ends_with_the_service(service: Service) -> None:
    begun = Told()
    with recurring(service, timetable(begun), first_after_s=0):
        assert begun.done.wait(PATIENCE_S)
        assert "APScheduler" in threads()
    assert threads() == set()


def test_it_ends_when_the_service_fails_too(service: Service) -> None:
    with pytest.raises(OSError, match="no more"), recurring(service, timetable(three)):
        raise OSError("no more")
    assert threads() == set()


def test_a_job_that_has_begun_is_waited_for(service: Service) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def slow(_service: Service) -> int:
        begun.set()
        go_on.wait(PATIENCE_S)
        ended.set()
        return 0

    with recurring(service, timetable(slow), first_after_s=0):
        assert begun.wait(PATIENCE_S)
        threading.Timer(0.05, go_on.set).start()
    assert ended.is_set()


def test_every_job_of_the_service_can_be_done(service: Service, log: io.StringIO) -> None:
    for each in TIMETABLE:
        run(each.job, service)
    done = [line for line in told(log) if line["says"] == "a job is done"]
    assert [line["job"] for line in done] == [each.job.__name__ for each in TIMETABLE]


def test_how_it_went_can_be_asked_by_everybody(service: Service) -> None:
    run(three, service)
    [last] = last_runs(service.database)
    assert (last.job, last.outcome, last.count, last.failures) == ("three", JobOutcome.DONE, 3, 0)
    assert last.done_at == last.ended_at
    assert not last.is_failing


def test_a_job_that_always_fails_is_told_after_the_third_time(service: Service) -> None:
    clock = TurnedClock()
    leases = Leases(service.database, lambda _session: clock.now())
    for failures in (1, 2, 3):
        assert look(Recurring(failing, HOUR), service, leases)
        assert not look(Recurring(failing, HOUR), service, leases)
        [last] = last_runs(service.database)
        assert (last.outcome, last.failures, last.done_at) == (JobOutcome.FAILED, failures, None)
        assert bool(failing_jobs(service.database)) == (failures == 3)
        clock.turn(HOUR)


def test_one_that_failed_in_the_night_is_tried_again_within_the_hour() -> None:
    nightly = Recurring(three, timedelta(days=1), at=AT_NIGHT)
    began = datetime(2026, 11, 19, 18, 0, 5, tzinfo=UTC)  # 3:00:05 in Japan
    assert nightly.due_after(began, "Asia/Tokyo", has_failed=True) == began + HOUR


@pytest.mark.parametrize(
    ("began_at", "due_at"),
    [
        ("2026-11-20T01:00:00Z", "2026-11-20T18:00:00Z"),  # at 10:00 in Japan: the next night
        ("2026-11-19T17:59:59Z", "2026-11-19T18:00:00Z"),
        ("2026-11-19T18:00:00Z", "2026-11-20T18:00:00Z"),
    ],
)
def test_what_is_done_at_night_is_due_when_it_is_night_where_the_library_is(
    began_at: str, due_at: str
) -> None:
    nightly = Recurring(three, timedelta(days=1), at=AT_NIGHT)
    due = nightly.due_after(datetime.fromisoformat(began_at), "Asia/Tokyo")
    assert due == datetime.fromisoformat(due_at)


def test_the_service_starts_without_waiting_for_the_scheduler() -> None:
    program = "import sys, kiosk.central.serve; sys.exit('apscheduler' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
