"""A job is one process's at a time, and whoever lost it writes nothing any more."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.central.jobs.last_runs import last_runs
from kiosk.central.jobs.net import look
from kiosk.central.jobs.recurring import Recurring
from kiosk.central.service import Service
from kiosk.central.storage.database import Database
from kiosk.central.storage.lease import HELD, Lease, LeaseLost, Leases, Run
from kiosk.central.tables.installation import InstallationRow
from kiosk.domain.jobs import JobOutcome
from tests.central.clock import TurnedClock

JOB = "erase_letters"
HOUR = timedelta(hours=1)
DONE = Run(JobOutcome.DONE, 3, 20)
ROUNDS = 20


class Process:
    """One of several services on a database; they know one time, the database's."""

    def __init__(self, database: Database, clock: TurnedClock) -> None:
        self.leases = Leases(database, lambda _session: clock.now())

    def take(self) -> Lease | None:
        return self.leases.take(JOB)


@pytest.fixture
def one(database: Database, clock: TurnedClock) -> Process:
    return Process(database, clock)


@pytest.fixture
def other(database: Database, clock: TurnedClock) -> Process:
    return Process(database, clock)


def taken(process: Process) -> Lease:
    lease = process.take()
    assert lease is not None
    return lease


def write(database: Database, value: str) -> None:
    with database.writing() as session:
        session.merge(InstallationRow(name="written", value=value))


def written(database: Database) -> str | None:
    with database.session() as session:
        return session.scalar(select(InstallationRow.value))


def test_what_one_holds_the_other_does_not_get(one: Process, other: Process) -> None:
    assert taken(one).fence == 1
    assert other.take() is None
    assert one.take() is None


def test_what_is_done_is_done_once_a_period(
    one: Process, other: Process, clock: TurnedClock
) -> None:
    lease = taken(one)
    assert one.leases.end(lease, DONE, lease.began_at + HOUR)
    assert other.take() is None
    clock.turn(HOUR - timedelta(microseconds=1))
    assert other.take() is None
    clock.turn(timedelta(microseconds=1))
    assert taken(other).fence == 2


def test_a_dead_holder_s_lease_lapses(one: Process, other: Process, clock: TurnedClock) -> None:
    taken(one)
    clock.turn(HELD - timedelta(microseconds=1))
    assert other.take() is None
    clock.turn(timedelta(microseconds=1))
    assert taken(other).is_inherited


def test_a_long_job_keeps_its_lease_by_renewing_it(
    one: Process, other: Process, clock: TurnedClock
) -> None:
    lease = taken(one)
    for _ in range(5):
        clock.turn(HELD / 2)
        assert one.leases.renew(lease)
        assert other.take() is None


def test_who_slept_through_the_lease_writes_nothing(
    database: Database, one: Process, other: Process, clock: TurnedClock
) -> None:
    slept = taken(one)
    clock.turn(2 * HELD)
    awake = taken(other)
    with database.guarded(lambda session: other.leases.guard(session, awake)):
        write(database, "by who holds it")
    with (
        database.guarded(lambda session: one.leases.guard(session, slept)),
        pytest.raises(LeaseLost),
    ):
        write(database, "by who slept")
    assert written(database) == "by who holds it"
    assert not one.leases.renew(slept)
    assert not one.leases.end(slept, DONE, clock.now())
    assert last_runs(database) == ()
    assert other.leases.end(awake, DONE, clock.now())


def test_who_slept_and_was_not_missed_goes_on(
    database: Database, one: Process, clock: TurnedClock
) -> None:
    lease = taken(one)
    clock.turn(2 * HELD)
    with database.guarded(lambda session: one.leases.guard(session, lease)):
        write(database, "late")
    assert written(database) == "late"
    assert one.leases.end(lease, DONE, clock.now())


def test_a_job_that_is_overtaken_in_its_middle_leaves_nothing(
    service: Service, one: Process, other: Process, clock: TurnedClock
) -> None:
    """The first sleeps; meanwhile the second does the job; then the first wants to write."""

    def second(_service: Service) -> int:
        write(service.database, "by the second")
        return 2

    def first(_service: Service) -> int:
        clock.turn(2 * HELD)
        second.__name__ = "first"
        done = threading.Thread(target=look, args=(Recurring(second, HOUR), service, other.leases))
        done.start()
        done.join()
        write(service.database, "by the first")
        return 1

    assert look(Recurring(first, HOUR), service, one.leases)
    assert written(service.database) == "by the second"
    [last] = last_runs(service.database)
    assert (last.outcome, last.count) == (JobOutcome.DONE, 2)


def test_of_those_who_want_it_at_once_one_gets_it(database: Database, clock: TurnedClock) -> None:
    for number in range(ROUNDS):
        barrier, got = threading.Barrier(4), list[Lease]()

        def want(
            job: str = f"job-{number}",
            barrier: threading.Barrier = barrier,
            got: list[Lease] = got,
        ) -> None:
            leases = Leases(database, lambda _session: clock.now())
            barrier.wait()
            lease = leases.take(job)
            if lease is not None:
                got.append(lease)

        threads = [threading.Thread(target=want) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [lease.fence for lease in got] == [1]
