"""Circulation forgets: when it is done, the disk no longer says who had what."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.jobs.forgetting import erase_ended, erase_returned, forget_erased
from kiosk.central.jobs.hold_shelf import expire_reservations
from kiosk.central.storage.database import Database
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import LoanPolicy, ReservationPolicy
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import TitleId
from tests.central.circulation.desk import HANAKO_CARD, Desk, item
from tests.central.clock import TurnedClock
from tests.central.small_library import BOTCHAN, HANAKO, KOKORO, MAIN, TARO, add_title, crowd

DAY = timedelta(days=1)
HONOURED = timedelta(hours=72)


@pytest.fixture
def files(database: Database) -> list[Path]:
    """All that SQLite keeps on the disk."""
    if not database.url.startswith("sqlite"):
        pytest.skip("PostgreSQL's pages are vacuumed by itself, later")
    file = Path(database.place)
    return [file, file.with_name(file.name + "-wal")]


def on_disk(files: list[Path]) -> bytes:
    return b"".join(file.read_bytes() for file in files if file.exists())


def pair(*parts: str) -> bytes:
    """Columns that follow each other in a row lie so in the file."""
    return "".join(parts).encode()


def test_a_loan_is_forgotten_as_it_is_returned(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    desk.does.take_back(item(BOTCHAN), MAIN)
    assert desk.loans == 0


def test_unless_the_library_remembers_for_some_days(desk: Desk, clock: TurnedClock) -> None:
    policy = replace(desk.service.policy, loan=LoanPolicy(returned_kept_days=2))
    service = replace(desk.service, policy=policy)
    does = Circulation(service.database, policy, clock)
    does.lend(HANAKO_CARD, item(BOTCHAN))
    does.take_back(item(BOTCHAN), MAIN)
    does.lend(HANAKO_CARD, item(KOKORO))
    clock.turn(2 * DAY - timedelta(microseconds=1))
    assert erase_returned(service) == 0
    clock.turn(timedelta(microseconds=1))
    assert erase_returned(service) == 1
    assert desk.loans == 1
    does.lend(HANAKO_CARD, item(BOTCHAN))


def test_what_was_collected_is_forgotten_once_no_kiosk_asks_for_it_again(
    desk: Desk, clock: TurnedClock
) -> None:
    reservation = desk.reserve(HANAKO, BOTCHAN)
    desk.lend(BOTCHAN)
    clock.turn(HONOURED)
    assert erase_ended(desk.service) == 0
    assert desk.state(reservation) is ReservationState.COLLECTED
    clock.turn(timedelta(microseconds=1))
    assert erase_ended(desk.service) == 1
    assert not desk.is_kept(reservation)


def test_and_at_once_where_none_does(desk: Desk, clock: TurnedClock) -> None:
    reservation = desk.reserve(HANAKO, BOTCHAN, notice=NoticeMethod.MISSED_CALL)
    desk.does.picked(item(BOTCHAN), MAIN)
    clock.turn(4 * DAY)
    assert desk.lend(BOTCHAN).collected is not None
    assert not desk.is_kept(reservation)


def test_unless_the_library_lists_what_was_collected(desk: Desk, clock: TurnedClock) -> None:
    kept = ReservationPolicy(collected_kept_days=5)
    policy = replace(desk.service.policy, reservation=kept)
    reservation = desk.reserve(HANAKO, BOTCHAN)
    clock.turn(4 * DAY)
    Circulation(desk.service.database, policy, clock).lend(HANAKO_CARD, item(BOTCHAN))
    service = replace(desk.service, policy=policy)
    clock.turn(5 * DAY - timedelta(microseconds=1))
    assert erase_ended(service) == 0
    clock.turn(timedelta(microseconds=1))
    assert erase_ended(service) == 1
    assert not desk.is_kept(reservation)


def test_what_expired_is_remembered_for_thirty_days(desk: Desk, clock: TurnedClock) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    clock.turn(9 * DAY)
    expire_reservations(desk.service)
    clock.turn(30 * DAY - timedelta(microseconds=1))
    assert erase_ended(desk.service) == 0
    clock.turn(timedelta(microseconds=1))
    assert erase_ended(desk.service) == 1
    assert not desk.is_kept(reservation)


def test_what_is_open_stays_however_old(desk: Desk, clock: TurnedClock) -> None:
    desk.reserve(TARO, BOTCHAN)
    desk.lend(KOKORO)
    clock.turn(400 * DAY)
    assert (erase_ended(desk.service), erase_returned(desk.service)) == (0, 0)


def test_the_disk_no_longer_says_who_had_what(
    desk: Desk, clock: TurnedClock, files: list[Path]
) -> None:
    reservation = desk.reserve(HANAKO, BOTCHAN)
    row = desk.row(reservation)
    desk.does.picked(item(BOTCHAN), MAIN)
    clock.turn(4 * DAY)
    desk.lend(BOTCHAN)
    with desk.service.database.session() as session:
        loan = session.scalars(select(LoanRow)).one().id
    desk.does.take_back(item(BOTCHAN), MAIN)
    assert forget_erased(desk.service) == 0
    left = on_disk(files)
    said = [loan, reservation, row.number, row.permit_id or "", '坊っちゃん","creator']
    assert [word for word in said if word.encode() in left] == []
    assert pair(item(BOTCHAN), HANAKO) not in left
    assert pair(HANAKO, BOTCHAN) not in left


def test_not_even_where_pages_were_split_joined_and_freed(
    desk: Desk, clock: TurnedClock, files: list[Path]
) -> None:
    """Hundreds of loans and reservations make pages; whoever erases empties and frees them."""
    titles = [TitleId(f"title-{nth:03}") for nth in range(150)]
    patrons = crowd(desk.service.database, 10)
    for title in titles:
        add_title(desk.service.database, title)
    said: set[bytes] = set()
    for nth, title in enumerate(titles):
        patron = patrons[nth % 10]
        said |= {desk.reserve(patron, title).encode(), pair(patron, title)}
    clock.turn(4 * DAY)
    for nth, title in enumerate(titles):
        card = f"1000000{nth % 10}"
        desk.does.lend(CardNumber(card), item(title))
        said.add(pair(item(title), patrons[nth % 10]))
    with desk.service.database.session() as session:
        said |= {loan.encode() for loan in session.scalars(select(LoanRow.id))}
    assert all(word in on_disk(files) for word in said if word.startswith(b"item"))
    for title in (*titles[::3], *titles[1::3], *titles[2::3]):
        desk.does.take_back(item(title), MAIN)
    forget_erased(desk.service)
    assert (desk.loans, desk.count(ReservationRow)) == (0, 0)
    left = on_disk(files)
    assert [word for word in said if word in left] == []


def test_while_somebody_reads_it_is_left_for_the_next_time(desk: Desk, files: list[Path]) -> None:
    desk.lend(BOTCHAN)
    with desk.service.database.session() as reader:
        reader.scalars(select(LoanRow)).all()
        desk.does.take_back(item(BOTCHAN), MAIN)
        forget_erased(desk.service)
        assert pair(item(BOTCHAN), HANAKO) in on_disk(files)
    forget_erased(desk.service)
    assert pair(item(BOTCHAN), HANAKO) not in on_disk(files)
