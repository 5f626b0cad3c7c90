"""The service and a library of a few dictionaries live through the same, and stay alike."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.clock import Clock
from kiosk.central.counting import next_number
from kiosk.central.database import Database
from kiosk.central.lending.lending import Lending
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy, QuotaGroup, QuotaPolicy
from kiosk.domain.reservations import Reservation, ReservationId
from tests.central.model.machine import LibraryMachine
from tests.central.model.world import CDS, Makers
from tests.throwaway.postgres import Postgres

Walk = Callable[[LibraryMachine], None]
EXAMPLES = int(os.environ.get("MODEL_EXAMPLES", "0"))  # 0: as few as in every run, always the same
FEW = settings(
    max_examples=EXAMPLES or 8,
    stateful_step_count=40,
    deadline=None,
    derandomize=EXAMPLES == 0,
    database=None,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def on_sqlite(empty_sqlite: Path, tmp_path: Path) -> type[LibraryMachine]:
    class OnSqlite(LibraryMachine):
        def new_database(self) -> str:
            for each in tmp_path.iterdir():
                each.unlink()
            return f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'central.sqlite')}"

    return OnSqlite


@pytest.fixture
def on_postgresql(postgres_server: Postgres, empty_postgres: str) -> type[LibraryMachine]:
    class OnPostgresql(LibraryMachine):
        def new_database(self) -> str:
            self.name = postgres_server.create(empty_postgres)
            return postgres_server.url(self.name)

        def end_database(self) -> None:
            postgres_server.drop(self.name)

    return OnPostgresql


@pytest.mark.rule("R5")
@pytest.mark.rule("R7")
@pytest.mark.rule("R9")
@pytest.mark.rule("N3")
@pytest.mark.parametrize("kind", ["on_sqlite", "on_postgresql"])
def test_whatever_happens_the_service_says_what_the_model_says(
    request: pytest.FixtureRequest, kind: str
) -> None:
    run_state_machine_as_test(request.getfixturevalue(kind), settings=FEW)


class Endless(Lending):
    """Forgets the number of rule R5."""

    def __init__(self, database: Database, policy: Policy, clock: Clock) -> None:
        groups = (QuotaGroup(each.name, each.materials) for each in policy.quota.groups[1:])
        super().__init__(database, replace(policy, quota=QuotaPolicy(tuple(groups))), clock)


class Unfair(Lending):
    """Forgets that who takes back a cancelling has the old place (R9)."""

    def restore(self, patron: PatronId, reservation: ReservationId) -> Reservation:
        restored = super().restore(patron, reservation)
        with self._database.writing() as session:
            row = session.get_one(ReservationRow, reservation)
            row.place = next_number(session, "reservation")
        return restored


class Orderless(Circulation):
    """Forgets 順番予約 as soon as it is set (R7)."""

    def set_sequence(
        self,
        patron: PatronId,
        ordered: Sequence[ReservationId],
        channel: Channel | None = None,
    ) -> None:
        super().set_sequence(patron, ordered, channel)
        self.release_sequence(patron, ordered[0])


def three_discs(machine: LibraryMachine) -> None:
    for title in CDS:
        machine.reserve("hanako", title, "main", any_edition=False)


def a_cancelling_taken_back(machine: LibraryMachine) -> None:
    for patron in ("hanako", "taro"):
        machine.reserve(patron, "kokoro", "main", any_edition=False)
    machine.cancel(0, "hanako", is_own=True)
    machine.restore(0, "hanako", is_own=True)


def the_second_comes_first(machine: LibraryMachine) -> None:
    for title in ("botchan", "kokoro"):
        machine.reserve("hanako", title, "main", any_edition=False)
    machine.set_order(0, 1)
    machine.hold_in_hand("item-kokoro", "main", "picked")


PLANTED: list[tuple[Walk, Makers]] = [
    (three_discs, Makers(lending=Endless)),
    (a_cancelling_taken_back, Makers(lending=Unfair)),
    (the_second_comes_first, Makers(circulation=Orderless)),
]


def walked(kind: type[LibraryMachine], walk: Walk) -> None:
    """These steps, and then what is always true."""
    machine = kind()
    try:
        walk(machine)
        machine.both_know_the_same_reservations()
    finally:
        machine.teardown()


@pytest.mark.parametrize(("walk", "planted"), PLANTED)
def test_a_service_that_forgets_a_rule_is_found_by_the_steps_that_need_it(
    on_sqlite: type[LibraryMachine], walk: Walk, planted: Makers
) -> None:
    walked(on_sqlite, walk)
    on_sqlite.makers = planted
    with pytest.raises(AssertionError):
        walked(on_sqlite, walk)
