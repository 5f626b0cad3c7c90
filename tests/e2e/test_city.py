"""Two real services on one PostgreSQL are one to whoever stands before a kiosk."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.database import Database
from kiosk.central.tables.patrons import PatronRow
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

CHEAP = HashCost(passes=1, memory_kib=8192, lanes=1)


@pytest.fixture
def city(postgresql_url: str) -> str:
    """The address of a small library's database, with one patron of whom we know the password."""
    database = Database(postgresql_url)
    small_library.fill(database)
    with database.writing() as session:
        session.add(
            PatronRow(
                id=PatronId("haruka"),
                card_number=CARD,
                name="港 はるか",
                birth_date=date(1990, 4, 1),
                password_hash=ArgonHasher(CHEAP).hash(PASSWORD),
            )
        )
    database.close()
    return postgresql_url


@pytest.fixture
def panels(city: str) -> Iterator[tuple[Panel, Panel]]:
    """The same kiosk, whose calls go to the one service or the other."""
    database = Database(city)
    key = KnownKiosks(database).register("001", MAIN)
    database.close()
    with ExitStack() as open_ones:
        folder = Path(open_ones.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-")))
        sockets = [open_ones.enter_context(serving(folder, name, city)) for name in ("a", "b")]
        made: list[Panel] = []
        for socket in sockets:
            until_answered(socket)
            http = CentralHttp.over_socket(socket, key)
            made.append(Panel(folder / f"panel-{socket.parent.name}", http, MAIN))
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
