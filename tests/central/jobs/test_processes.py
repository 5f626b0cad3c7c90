"""Two real services on one PostgreSQL do every job once, and one takes over from a dead one."""

import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest
from sqlalchemy import create_engine, text

from kiosk.central.jobs.last_runs import last_runs
from kiosk.central.jobs.schedule import TIMETABLE
from kiosk.central.listening import at_path
from kiosk.central.service import Service
from kiosk.central.storage.lease import HELD
from kiosk.domain.jobs import JobOutcome
from tests.central.conftest import POLICIES

PATIENCE_S = 60  # for a machine that does much else

SERVING = """
import sys
from kiosk.central.serve import serve
from kiosk.central.settings import CentralSettings
from pathlib import Path
url, policy, data, fd = sys.argv[1:]
settings = CentralSettings(Path(data), Path(policy), database_url=url)
serve(settings, int(fd), watch_stdin=True, jobs_after_s=0)
"""
# Does a job that never ends, or one that ends at once, under a lease of two seconds.
DOING = """
import sys, threading
from datetime import timedelta
from pathlib import Path
from kiosk.central.storage.lease import Leases
from kiosk.central.jobs.net import look
from kiosk.central.jobs.recurring import Recurring
from kiosk.central.service import assemble_from
from kiosk.central.settings import CentralSettings
url, policy, data, is_endless = sys.argv[1:]
service = assemble_from(CentralSettings(Path(data), Path(policy), database_url=url))
leases = Leases(service.database, held=timedelta(seconds=2))
def counted(_service):
    print("begun", flush=True)
    if is_endless == "endless":
        threading.Event().wait()
    return 7
while not look(Recurring(counted, timedelta(days=1)), service, leases):
    threading.Event().wait(0.1)
print("done", flush=True)
"""


class Told:
    """What a process writes, line by line, with a limit on waiting for it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def line(self) -> str:
        return self._lines.get(timeout=PATIENCE_S).decode().strip()

    def _read(self, stream: IO[bytes]) -> None:
        for line in stream:
            self._lines.put(line)


@pytest.fixture
def ending() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def start(ending: ExitStack, *words: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", *words]
    process = ending.enter_context(subprocess.Popen(command, stdin=pipe, stdout=pipe))
    ending.callback(process.kill)
    return process


def jobs_done(folder: Path, url: str, ending: ExitStack, until: int) -> list[str]:
    """Two services, each with a data folder of its own; the jobs they did, as their logs say."""
    policy, lines = str(POLICIES / "demonstration.toml"), queue.Queue[str]()
    processes = []
    for name in ("one", "other"):
        listener = ending.enter_context(at_path(folder / f"{name}.socket"))
        fd = listener.fileno()
        words = [sys.executable, "-c", SERVING, url, policy, str(folder / name), str(fd)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(words, pass_fds=(fd,), stdin=pipe, stderr=pipe)
        processes.append(ending.enter_context(process))
        ending.callback(process.kill)
        assert process.stderr is not None
        threading.Thread(target=_pass_on, args=(process.stderr, lines), daemon=True).start()
    done: list[str] = []
    ended = 0
    while len(done) < until:
        line = json.loads(lines.get(timeout=PATIENCE_S))
        done += [line["job"]] if line["says"] == "a job is done" else []
    for process in processes:
        assert process.stdin is not None
        process.stdin.close()
    while ended < len(processes):  # what they did besides, until both have ended
        line = json.loads(lines.get(timeout=PATIENCE_S))
        done += [line["job"]] if line["says"] == "a job is done" else []
        ended += line["says"] == "ended"
    return done


def _pass_on(stream: IO[bytes], lines: "queue.Queue[str]") -> None:
    for line in stream:
        lines.put(line.decode())


def test_two_services_do_each_job_once(
    tmp_path: Path, postgresql_url: str, ending: ExitStack
) -> None:
    done = jobs_done(tmp_path, postgresql_url, ending, len(TIMETABLE))
    assert sorted(done) == sorted(each.job.__name__ for each in TIMETABLE)


@pytest.mark.parametrize("is_stopped", [False, True])
def test_when_one_is_killed_or_stopped_the_other_takes_over(
    service: Service, tmp_path: Path, postgresql_url: str, ending: ExitStack, *, is_stopped: bool
) -> None:
    policy = str(POLICIES / "demonstration.toml")
    first = start(ending, DOING, postgresql_url, policy, str(tmp_path), "endless")
    assert first.stdout is not None
    assert Told(first.stdout).line() == "begun"
    second = start(ending, DOING, postgresql_url, policy, str(tmp_path), "at once")
    assert second.stdout is not None
    first.send_signal(signal.SIGSTOP if is_stopped else signal.SIGKILL)
    told = Told(second.stdout)
    assert [told.line(), told.line()] == ["begun", "done"]
    engine = create_engine(postgresql_url)
    with engine.connect() as connection:
        job = text("SELECT fence, outcome, count, holder FROM job WHERE name = 'counted'")
        assert connection.execute(job).one() == (2, JobOutcome.DONE, 7, None)
    engine.dispose()


def test_nobody_takes_over_from_one_that_lives(service: Service) -> None:
    """A minute is long against the third of it after which a lease is renewed."""
    assert timedelta(seconds=30) <= HELD <= timedelta(minutes=2)
    assert last_runs(service.database) == ()
