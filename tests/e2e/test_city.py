"""Two real services on one PostgreSQL are one to whoever stands before a kiosk."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import PermitEnded, SessionEnded
from kiosk.domain.patrons import PatronId, Session
from kiosk.domain.reservations import ReservationState
from kiosk.domain.searching import Query
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.records import CentralRecords
from tests.central import small_library
from tests.central.patrons import CARD, PASSWORD
from tests.central.small_library import BOTCHAN, MAIN
from tests.e2e.city import Panel, serving, until_answered
from tests.throwaway.postgres import Postgres

CHEAP = HashCost(passes=1, memory_kib=8192, lanes=1)


@pytest.fixture(scope="module")
def city(postgres_server: Postgres, empty_postgres: str) -> Iterator[str]:
    """The address of a small library's database."""
    name = postgres_server.create(empty_postgres)
    database = Database(postgres_server.url(name))
    small_library.fill(database)
    database.close()
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="module")
def services(city: str) -> Iterator[tuple[Path, Path]]:
    """Two for all tests here, each in a process of its own; where they answer."""
    with ExitStack() as open_ones:
        folder = Path(open_ones.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-")))
        one, other = (open_ones.enter_context(serving(folder, name, city)) for name in ("a", "b"))
        until_answered(one)
        until_answered(other)
        yield one, other


@pytest.fixture
def _haruka(city: str) -> Iterator[None]:
    """A patron of whom we know the password; nothing is left of whoever came before."""
    database = Database(city)
    row = PatronRow(
        id=PatronId("haruka"),
        card_number=CARD,
        name="港 はるか",
        birth_date=date(1990, 4, 1),
        password_hash=ArgonHasher(CHEAP).hash(PASSWORD),
    )
    with database.writing() as session:
        session.add(row)
    yield
    with database.writing() as session:
        session.execute(delete(ReservationRow).where(ReservationRow.patron_id == "haruka"))
        session.execute(delete(PatronRow).where(PatronRow.id == "haruka"))
    database.close()


@pytest.fixture
def panels(
    city: str, services: tuple[Path, Path], _haruka: None, tmp_path: Path
) -> Iterator[tuple[Panel, Panel]]:
    """The same kiosk, whose calls go to the one service or the other."""
    database = Database(city)
    key = KnownKiosks(database).register("001", MAIN)
    database.close()
    with ExitStack() as open_ones:
        made: list[Panel] = []
        for socket in services:
            http = CentralHttp.over_socket(socket, key)
            made.append(Panel(tmp_path / socket.parent.name, http, MAIN))
            open_ones.callback(made[-1].close)
        yield made[0], made[1]


def test_a_patron_searches_signs_in_reserves_and_cancels(panels: tuple[Panel, Panel]) -> None:
    panel, _other = panels
    panel.refresh()
    [found] = panel.catalogue.search(Query("坊っちゃん")).titles
    assert found.title.id == BOTCHAN

    session = panel.accounts.sign_in(CARD, PASSWORD)
    options = panel.reservations.options(session, found.title.id)
    placed = panel.reservations.reserve(options, MAIN, NoticeMethod.NONE)
    assert (placed.title, placed.is_kept) == (BOTCHAN, False)
    assert [one.id for one in panel.reservations.mine(session)] == [placed.id]

    panel.reservations.cancel(session, placed.id)
    [cancelled] = panel.reservations.cancelled(session)
    assert (cancelled.id, cancelled.state) == (placed.id, ReservationState.CANCELLED)
    panel.accounts.sign_out(session)
    with pytest.raises(SessionEnded):
        panel.reservations.mine(session)


def test_what_begins_at_one_service_goes_on_at_the_other(panels: tuple[Panel, Panel]) -> None:
    one, other = panels
    one.refresh()
    other.refresh()
    session = one.accounts.sign_in(CARD, PASSWORD)
    options = other.reservations.options(session, BOTCHAN)
    placed = one.reservations.reserve(options, MAIN, NoticeMethod.NONE)
    assert [mine.id for mine in other.reservations.mine(session)] == [placed.id]

    with pytest.raises(PermitEnded):  # the permit is used, wherever it is shown
        other.reservations.reserve(options, MAIN, NoticeMethod.NONE)
    other.reservations.cancel(session, placed.id)
    assert [gone.id for gone in one.reservations.cancelled(session)] == [placed.id]

    other.accounts.sign_out(session)
    assert_ended(one, session)


def test_both_tell_the_same_records_under_the_same_numbering(panels: tuple[Panel, Panel]) -> None:
    one, other = (CentralRecords(panel.http) for panel in panels)
    assert one.records(0, 100).changes
    assert one.records(0, 100) == other.records(0, 100)
    assert one.availability(0, 100) == other.availability(0, 100)


def assert_ended(panel: Panel, session: Session) -> None:
    with pytest.raises(SessionEnded):
        panel.reservations.mine(session)
