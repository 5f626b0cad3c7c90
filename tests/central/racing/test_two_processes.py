"""Two services on one database: what only one can have, one has, and the other is told why."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from kiosk.central.storage.database import Database
from tests.central.racing.processes import run
from tests.central.racing.rounds import WITHOUT, Race, prepare, violations
from tests.throwaway.postgres import Postgres

ROUNDS = 200
ROUNDS_TO_FAIL = 40  # the first of them is enough
Violations = dict[Race, list[str]]


def raced(url: str, rounds: int, *without: str) -> Violations:
    """What went wrong in the rounds, on a database without these constraints."""
    database = Database(url)
    try:
        with database.writing() as session:
            for constraint in without:
                session.execute(text(f"DROP INDEX {constraint}"))
        prepare(database, rounds)
        return violations(database, run(url, rounds), rounds)
    finally:
        database.close()


@pytest.fixture(scope="module")
def on_postgresql(postgres_server: Postgres, empty_postgres: str) -> Iterator[Violations]:
    name = postgres_server.create(empty_postgres)
    yield raced(postgres_server.url(name), ROUNDS)
    postgres_server.drop(name)


@pytest.fixture(scope="module")
def without_constraints(postgres_server: Postgres, empty_postgres: str) -> Iterator[Violations]:
    name = postgres_server.create(empty_postgres)
    yield raced(postgres_server.url(name), ROUNDS_TO_FAIL, *WITHOUT.values())
    postgres_server.drop(name)


@pytest.mark.rule("R5")
@pytest.mark.rule("R9")
@pytest.mark.parametrize("race", Race)
def test_of_two_processes_on_postgresql_one_wins_each_of_200_rounds(
    on_postgresql: Violations, race: Race
) -> None:
    assert on_postgresql[race] == []


@pytest.mark.parametrize("race", Race)
def test_the_same_rounds_find_two_winners_where_the_constraint_is_gone(
    without_constraints: Violations, race: Race
) -> None:
    assert any("more than" in each for each in without_constraints[race])


@pytest.mark.rule("R5")
@pytest.mark.rule("R9")
def test_on_sqlite_begin_immediate_alone_lets_one_of_two_processes_win(sqlite_url: str) -> None:
    found = raced(sqlite_url, ROUNDS, *WITHOUT.values())
    assert found == {race: [] for race in Race}
