"""The town: many days through the real deeds, and the library's order after each of them."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.demonstration.fill import fill
from kiosk.central.simulation.seen import Seen
from kiosk.central.simulation.tally import Happening, Tally
from kiosk.central.simulation.town import Town
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.policy import Policy
from tests.central.conftest import POLICIES
from tests.central.simulation.invariants import check, set_aside

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration library, made once and copied for each test."""
    file = tmp_path_factory.mktemp("town") / "central.sqlite"
    migrate(f"sqlite:///{file}")
    database = Database(f"sqlite:///{file}")
    fill(database, FRIDAY, POLICIES.parent, HashCost(passes=1, memory_kib=8, lanes=1))
    database.close()
    return file


def lived(filled: Path, folder: Path, policy: Policy, *, seed: int, days: int) -> list[str]:
    """Each day as it is told; checked at its end."""
    file = shutil.copy(filled, folder / f"{seed}.sqlite")
    database = Database(f"sqlite:///{file}")
    told = []
    try:
        for day in Town(database, policy, seed).days(FRIDAY, days):
            check(database, policy)
            told.append(str(day))
    finally:
        database.close()
    return told


@pytest.fixture
def town(filled: Path, tmp_path: Path) -> Database:
    return Database(f"sqlite:///{shutil.copy(filled, tmp_path / 'central.sqlite')}")


def reservations(database: Database) -> list[ReservationRow]:
    with database.session() as session:
        return list(session.scalars(select(ReservationRow)))


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000))
def test_whatever_happens_every_day_ends_in_order(
    filled: Path, tmp_path_factory: pytest.TempPathFactory, policy: Policy, seed: int
) -> None:
    lived(filled, tmp_path_factory.mktemp("lived"), policy, seed=seed, days=3)


def test_one_seed_always_has_the_same_days(filled: Path, tmp_path: Path, policy: Policy) -> None:
    folders = [tmp_path / name for name in ("first", "again")]
    for folder in folders:
        folder.mkdir()
    first, again = (lived(filled, each, policy, seed=7, days=1) for each in folders)
    assert first == again
    assert lived(filled, tmp_path, policy, seed=8, days=1) != first


def test_some_days_bring_everything_that_happens_in_a_library(
    town: Database, policy: Policy
) -> None:
    days: list[Tally] = []
    for day in Town(town, policy, seed=1).days(FRIDAY, 5):
        check(town, policy)
        days.append(day)
    rare = {Happening.MISSING, Happening.FOUND}
    seen = {each for each in Happening if any(day[each] for day in days)}
    assert set(Happening) - rare <= seen
    closed = next(day for day in days if day.day == MONDAY)
    assert not closed[Happening.LENT]


def test_the_next_call_goes_on_with_the_day_after(town: Database, policy: Policy) -> None:
    days = [day for _ in range(3) for day in Town(town, policy, seed=1).days(MONDAY, 1)]
    assert [day.day for day in days] == [date(2026, 11, day) for day in (23, 24, 25)]
    assert [day[Happening.LENT] > 0 for day in days] == [False, True, True]


def test_after_a_pause_it_goes_on_today(town: Database, policy: Policy) -> None:
    town_of = Town(town, policy, seed=1)
    days = [day.day for today in (MONDAY, date(2026, 11, 30)) for day in town_of.days(today, 1)]
    assert days == [MONDAY, date(2026, 11, 30)]


@pytest.mark.rule("R9")
def test_nobody_who_came_later_is_served_before(town: Database, policy: Policy) -> None:
    """Of those who wait for one title, the first have their item first, day by day."""
    for _ in range(2):
        before = reservations(town)
        list(Town(town, policy, seed=3).days(FRIDAY, 1))
        after = reservations(town)
        done = set_aside(before, after)
        still = {row.id for row in after if row.state == "queued"}
        for row in before:
            for other in before:
                if row.title_id == other.title_id and row.place < other.place:
                    assert not (row.id in still and other.id in done), row.title_id


def test_what_it_tells_names_nobody(town: Database, policy: Policy) -> None:
    [day] = Town(town, policy, seed=1).days(FRIDAY, 1)
    with town.session():
        names = [each.id for each in Seen(town).patrons()]
    assert names
    assert not any(name in str(day) for name in names)
    assert str(Tally(MONDAY)) == "2026-11-23: closed"
