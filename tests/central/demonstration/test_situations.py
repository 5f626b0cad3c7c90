"""The patrons of the demonstration library stand in every situation that a rule knows."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.demonstration.described import Described, DescribedPatron
from kiosk.central.demonstration.fill import fill
from kiosk.central.lending.lending import Lending
from kiosk.central.policy_file import read_policy
from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import AlreadyOnLoan, AlreadyReserved, LimitReached, NotReservable
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import Material, TitleId
from tests.central.clock import TurnedClock

ASSETS = Path(__file__).parents[3] / "assets"
TODAY = date(2026, 11, 20)
MAIN = BranchId("main")
CHEAP = HashCost(passes=1, memory_kib=8, lanes=1)
LOAN_DAYS = 14
OF_A_TELEPHONE = "(0[89]0-0000|086-555)-[0-9]{4}"
WANTED_MOST = TitleId("demo-493")


@pytest.fixture(scope="module")
def filled(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Filled once; the tests only read."""
    folder = tmp_path_factory.mktemp("situations")
    database = Database(f"sqlite:///{shutil.copy(empty_sqlite, folder / 'central.sqlite')}")
    fill(database, TODAY, ASSETS, CHEAP)
    yield database
    database.close()


@pytest.fixture(scope="module")
def desk(filled: Database) -> Lending:
    policy = read_policy(ASSETS / "policies" / "demonstration.toml")
    return Lending(filled, policy, TurnedClock())


@pytest.fixture(scope="module")
def described() -> Described:
    return Described.read(ASSETS / "demonstration")


@pytest.fixture(scope="module")
def patrons(described: Described) -> dict[str, DescribedPatron]:
    return {patron.id: patron for patron in described.patrons}


def loans_of(database: Database, patron: str) -> list[tuple[int, int, Material]]:
    """Days until each is due, how often it was renewed, and what it is."""
    lent = (
        select(LoanRow.due_on, LoanRow.renewals, ItemRow.material)
        .join(ItemRow, ItemRow.barcode == LoanRow.item_barcode)
        .where(LoanRow.patron_id == patron)
        .order_by(LoanRow.due_on)
    )
    with database.session() as session:
        return [((due - TODAY).days, times, what) for due, times, what in session.execute(lent)]


def test_forty_patrons_have_cards_and_names_of_their_own(described: Described) -> None:
    assert len(described.patrons) == 40
    assert len({patron.card_number for patron in described.patrons}) == 40
    assert len({patron.name for patron in described.patrons}) == 40


def test_nobody_real_is_called_or_written_to(described: Described) -> None:
    for patron in described.patrons:
        assert patron.email is None or patron.email.endswith("@example.jp")
        for number in (patron.telephone, patron.fax):
            assert number is None or re.fullmatch(OF_A_TELEPHONE, number)


@pytest.mark.rule("L4")
def test_every_chosen_password_is_allowed(described: Described) -> None:
    chosen = [patron.password for patron in described.patrons if patron.password is not None]
    assert all(re.fullmatch("[0-9A-Za-z]{4,20}", password) for password in chosen)
    assert len(chosen) < len(described.patrons), "some sign in for the first time"


@pytest.mark.rule("R3")
@pytest.mark.parametrize(
    ("patron", "can"),
    [
        ("patron-02", {"email", "telephone", "missed_call", "fax"}),
        ("patron-03", set()),
        ("patron-15", {"email"}),
        ("patron-16", {"telephone", "missed_call"}),
        ("patron-10", {"fax"}),
        ("patron-17", set()),
        ("patron-18", {"fax"}),
    ],
)
def test_patrons_can_be_told_in_all_ways_in_one_or_in_none(
    desk: Lending, patron: str, can: set[str]
) -> None:
    offered = desk.options(
        PatronId(patron), TitleId("demo-516"), "001", MAIN, Channel.KIOSK
    ).notices
    possible = {notice.method for notice in offered if notice.why_not is None}
    assert possible == {NoticeMethod.NONE, *(NoticeMethod(method) for method in can)}


@pytest.mark.rule("R3")
def test_every_notice_that_was_chosen_has_a_confirmed_contact(
    described: Described, patrons: dict[str, DescribedPatron]
) -> None:
    for reservation in described.reservations:
        patron = patrons[reservation.patron]
        usable = {
            NoticeMethod.EMAIL: patron.email_is_confirmed,
            NoticeMethod.TELEPHONE: patron.telephone_is_confirmed,
            NoticeMethod.MISSED_CALL: patron.telephone_is_confirmed,
            NoticeMethod.FAX: patron.fax_is_confirmed,
            NoticeMethod.NONE: True,
        }
        assert usable[reservation.notice], reservation


@pytest.mark.rule("R5")
@pytest.mark.parametrize(
    ("patron", "title", "left"),
    [
        ("patron-20", "demo-780", 1),  # nine DVDs and videos
        ("patron-22", "demo-701", 1),  # nine music and rakugo CDs
        ("patron-22", "demo-749", None),  # read-aloud CDs besides
        ("patron-20", "demo-701", 10),  # which DVDs and videos leave alone
    ],
)
def test_some_have_room_for_one_more(
    desk: Lending, patron: str, title: str, left: int | None
) -> None:
    assert desk.options(PatronId(patron), TitleId(title), "001", MAIN, Channel.KIOSK).left == left


@pytest.mark.rule("R5")
def test_one_has_as_many_books_as_the_policy_allows(desk: Lending) -> None:
    with pytest.raises(LimitReached) as refused:
        desk.options(PatronId("patron-21"), TitleId("demo-400"), "001", MAIN, Channel.KIOSK)
    assert (refused.value.limit, refused.value.group) == (20, "book")


@pytest.mark.rule("R8")
def test_nobody_gets_twice_what_they_have_or_wait_for(desk: Lending) -> None:
    with pytest.raises(AlreadyOnLoan):
        desk.options(PatronId("patron-24"), TitleId("demo-417"), "001", MAIN, Channel.KIOSK)
    with pytest.raises(AlreadyReserved):
        desk.options(PatronId("patron-33"), TitleId("demo-601"), "001", MAIN, Channel.KIOSK)


@pytest.mark.parametrize("title", ["demo-600", "demo-515", "demo-429"])
def test_a_whole_set_a_whole_magazine_and_a_work_of_reference_are_not_reserved(
    desk: Lending, title: str
) -> None:
    with pytest.raises(NotReservable):
        desk.options(PatronId("patron-15"), TitleId(title), "001", MAIN, Channel.KIOSK)


@pytest.mark.rule("N2")
def test_loans_are_overdue_due_today_due_tomorrow_and_renewed(filled: Database) -> None:
    assert [due for due, *_ in loans_of(filled, "patron-24")] == [-1, 0, 1]
    assert [due for due, *_ in loans_of(filled, "patron-23")] == [-40, -33, -20]
    assert [loan[:2] for loan in loans_of(filled, "patron-25")] == [(0, 1), (7, 1)]


@pytest.mark.rule("N3")
def test_audiovisual_loans_are_due_and_cannot_be_renewed(filled: Database) -> None:
    assert {what for _, _, what in loans_of(filled, "patron-26")} == {
        Material.CD,
        Material.DVD,
        Material.VIDEO,
    }
    assert {due for due, *_ in loans_of(filled, "patron-26")} == {0}


def test_every_loan_runs_two_weeks_or_twice_that(described: Described) -> None:
    for loan in described.loans[6:]:  # the first ones are as tests know them
        assert loan.lent_days_ago + loan.due_in_days == LOAN_DAYS * (1 + loan.renewals)


@pytest.mark.rule("R9")
def test_twelve_wait_for_a_title_of_which_every_item_is_lent(
    filled: Database, desk: Lending, described: Described
) -> None:
    waiting = [
        next(one for one in desk.mine(asked.patron) if one.title == WANTED_MOST)
        for asked in described.reservations
        if asked.title == WANTED_MOST
    ]
    assert [reservation.position for reservation in waiting] == list(range(1, 13))
    with filled.session() as session:
        items = session.scalars(select(ItemRow).where(ItemRow.title_id == WANTED_MOST)).all()
    assert {item.state for item in items} == {ItemState.ON_LOAN}


@pytest.mark.rule("V1")
def test_something_is_ready_at_every_branch(filled: Database) -> None:
    ready = select(ReservationRow).where(ReservationRow.state == ReservationState.READY)
    with filled.session() as session:
        rows = session.scalars(ready).all()
    assert {row.pickup_id for row in rows} == {
        *("main", "east", "ijima", "nishihama", "takadai", "ekimae", "minamiura"),
        *("wakakusa", "kodomo", "chidori"),
    }
    assert all(row.ready_until is not None and row.ready_until >= TODAY for row in rows)
    places = [(row.pickup_id, row.hold_shelf) for row in rows]
    assert len(set(places)) == len(places)


def test_what_is_ready_or_on_its_way_is_tied_to_its_item(filled: Database) -> None:
    set_aside = select(ReservationRow, ItemRow).outerjoin(
        ItemRow, ItemRow.barcode == ReservationRow.item_barcode
    )
    states = (ReservationState.READY, ReservationState.IN_TRANSIT)
    with filled.session() as session:
        rows = session.execute(set_aside.where(ReservationRow.state.in_(states))).all()
    assert len(rows) == 15
    for reservation, item in rows:
        assert item.title_id == reservation.title_id
        if reservation.state is ReservationState.READY:
            assert item.state is ItemState.ON_HOLD_SHELF
            assert item.at_branch_id == reservation.pickup_id
            assert item.hold_shelf == reservation.hold_shelf
        else:
            assert item.state is ItemState.IN_TRANSIT
            assert item.bound_for_id == reservation.pickup_id != item.at_branch_id


@pytest.mark.rule("V2")
def test_reservations_were_cancelled_29_30_and_31_days_ago(filled: Database) -> None:
    cancelled = select(ReservationRow.ended_at).where(
        ReservationRow.patron_id == "patron-31",
        ReservationRow.state == ReservationState.CANCELLED,
    )
    with filled.session() as session:
        ended = sorted(at.date() for at in session.scalars(cancelled) if at is not None)
    assert ended == [TODAY - timedelta(days=days) for days in (31, 30, 29)]


def test_one_reservation_expired_and_is_open_no_more(filled: Database, desk: Lending) -> None:
    expired = select(ReservationRow.patron_id).where(
        ReservationRow.state == ReservationState.EXPIRED
    )
    with filled.session() as session:
        assert session.scalars(expired).all() == ["patron-32"]
    assert desk.mine(PatronId("patron-32")) == ()


@pytest.mark.rule("R6")
def test_no_audiovisual_title_is_to_be_handed_out_at_ijima(filled: Database) -> None:
    groups = select(ReservationRow.quota_group).where(
        ReservationRow.pickup_id == "ijima", ReservationRow.state.in_(OPEN_STATES)
    )
    with filled.session() as session:
        assert set(session.scalars(groups)) == {"book"}
