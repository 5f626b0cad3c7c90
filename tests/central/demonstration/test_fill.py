"""The demonstration library: whole, sound, and alike in every fill of one day."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.demonstration.described import Described
from kiosk.central.demonstration.fill import LibraryAlreadyThere, fill, holds_library
from kiosk.central.lending.lending import Lending
from kiosk.central.policy_file import read_policy
from kiosk.central.records.feed import Feed
from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import CredentialRow, PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.staff import StaffRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LimitReached
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservation_numbers import is_reservation_number
from kiosk.domain.reservations import ReservationState
from kiosk.domain.staff import Role
from kiosk.domain.titles import Creator, Material, Title, TitleId
from tests.central.clock import TurnedClock

ASSETS = Path(__file__).parents[3] / "assets"
TODAY = date(2026, 11, 20)
CHEAP = HashCost(passes=1, memory_kib=8, lanes=1)
MAIN = BranchId("main")
EVERYTHING = 2000


@pytest.fixture(scope="module")
def filled(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Filled once; the tests that read share it."""
    folder = tmp_path_factory.mktemp("filled")
    database = Database(f"sqlite:///{shutil.copy(empty_sqlite, folder / 'central.sqlite')}")
    fill(database, TODAY, ASSETS, CHEAP)
    yield database
    database.close()


@pytest.fixture(scope="module")
def titles(filled: Database) -> list[Title]:
    changes = Feed(filled).records(0, EVERYTHING).changes
    return [title for change in changes if (title := change.to_title()) is not None]


def patron(database: Database, name: str) -> PatronRow:
    with database.session() as session:
        return session.get_one(PatronRow, PatronId(name))


def lending(database: Database) -> Lending:
    policy = read_policy(ASSETS / "policies" / "demonstration.toml")
    return Lending(database, policy, TurnedClock())


def bytes_of_a_fill(empty_sqlite: Path, file: Path, today: date) -> bytes:
    database = Database(f"sqlite:///{shutil.copy(empty_sqlite, file)}")
    fill(database, today, ASSETS, CHEAP)
    database.close()
    return file.read_bytes()


def test_two_fills_on_one_day_are_alike_byte_for_byte(empty_sqlite: Path, tmp_path: Path) -> None:
    one = bytes_of_a_fill(empty_sqlite, tmp_path / "one.sqlite", TODAY)
    two = bytes_of_a_fill(empty_sqlite, tmp_path / "two.sqlite", TODAY)
    tomorrow = bytes_of_a_fill(
        empty_sqlite, tmp_path / "tomorrow.sqlite", TODAY + timedelta(days=1)
    )
    assert one == two
    assert one != tomorrow


def test_a_library_filled_anew_has_a_numbering_of_its_own(
    empty_sqlite: Path, tmp_path: Path
) -> None:
    """Or copies of the first one would go on where its numbers ended."""
    numberings = set()
    for name in ("one.sqlite", "two.sqlite"):
        bytes_of_a_fill(empty_sqlite, tmp_path / name, TODAY)
        database = Database(f"sqlite:///{tmp_path / name}")
        numberings.add(Feed(database).records(0, 1).numbering)
        database.close()
    assert len(numberings) == 2


def test_a_database_that_holds_a_library_is_left_alone(database: Database) -> None:
    assert not holds_library(database)
    fill(database, TODAY, ASSETS, CHEAP)
    before = Feed(database).records(0, EVERYTHING)
    assert holds_library(database)
    with pytest.raises(LibraryAlreadyThere, match="already holds a library"):
        fill(database, TODAY + timedelta(days=1), ASSETS, CHEAP)
    assert Feed(database).records(0, EVERYTHING) == before


def test_all_that_the_files_describe_is_there(filled: Database, titles: list[Title]) -> None:
    described = Described.read(ASSETS / "demonstration")
    with filled.session() as session:
        patrons = session.scalars(select(func.count()).select_from(PatronRow)).one()
        items = session.scalars(select(func.count()).select_from(ItemRow)).one()
    assert [title.id for title in titles] == [title.id for title in described.titles]
    assert Feed(filled).branches() == described.branches
    assert patrons == len(described.patrons)
    assert items == sum(len(title.items) for title in described.titles)


def test_a_title_is_a_record_as_its_line_says(titles: list[Title]) -> None:
    [third] = [title for title in titles if title.id == "demo-373"]
    assert (third.name, third.reading) == ("源氏物語 下", "げんじ ものがたり げ")
    assert (third.set_id, third.part, third.part_rank) == ("demo-371", "下巻", 3)
    assert str(third.call_number) == "913.36 ムラ 3"
    assert third.creators[1] == Creator("与謝野 晶子", "よさの あきこ", "訳")
    [large] = [title for title in titles if title.id == "demo-345"]
    [first] = [title for title in titles if title.id == "demo-002"]
    assert large.work == first.work == "bocchan"
    assert [title for title in titles if title.isbn is not None] == []
    assert all(title.added_on is not None and title.added_on <= TODAY for title in titles)


def test_some_titles_are_new_arrivals(titles: list[Title]) -> None:
    since = TODAY - timedelta(days=60)
    assert sum(title.added_on is not None and title.added_on >= since for title in titles) >= 20


def test_every_item_stands_where_a_shelf_is_signed(filled: Database) -> None:
    with filled.session() as session:
        items = session.scalars(select(ItemRow)).all()
    assert all(item.shelf and item.floor for item in items)
    audiovisual = {Material.CD, Material.DVD, Material.VIDEO}
    assert not [
        item for item in items if item.branch_id == "ijima" and item.material in audiovisual
    ]
    assert all(bool(item.shelf_mark) == (item.material in audiovisual) for item in items)


def test_the_guides_example_signs_in_for_the_first_time(filled: Database) -> None:
    row = patron(filled, "patron-01")
    assert (row.card_number, row.birth_date) == ("01234567", date(2020, 9, 10))
    assert not row.has_chosen_password


def test_a_chosen_password_opens(filled: Database) -> None:
    hasher = ArgonHasher(CHEAP)
    assert hasher.matches(patron(filled, "patron-02").password_hash, "sakura2026")
    assert not hasher.matches(patron(filled, "patron-02").password_hash, "sakura2025")


def test_patrons_differ_in_how_they_can_be_told(filled: Database) -> None:
    desk = lending(filled)
    possible = {
        name: {
            notice.method
            for notice in desk.options(
                PatronId(name), TitleId("demo-003"), "001", MAIN, Channel.KIOSK
            ).notices
            if notice.why_not is None
        }
        for name in ("patron-02", "patron-03", "patron-04")
    }
    assert possible["patron-02"] == set(NoticeMethod)
    assert possible["patron-03"] == {NoticeMethod.NONE}
    assert possible["patron-04"] == {
        NoticeMethod.TELEPHONE,
        NoticeMethod.MISSED_CALL,
        NoticeMethod.NONE,
    }


def test_one_patron_has_all_the_cds_that_the_policy_allows(filled: Database) -> None:
    with pytest.raises(LimitReached) as refused:
        lending(filled).options(
            PatronId("patron-05"), TitleId("demo-051"), "001", MAIN, Channel.KIOSK
        )
    assert (refused.value.limit, refused.value.group) == (10, "cd")
    read_aloud = lending(filled).options(
        PatronId("patron-05"), TitleId("demo-053"), "001", MAIN, Channel.KIOSK
    )
    assert read_aloud.left is None


def test_loans_are_overdue_due_today_and_not_yet(filled: Database) -> None:
    with filled.session() as session:
        mine = select(LoanRow.due_on).where(LoanRow.patron_id == "patron-06")
        due = sorted(session.scalars(mine))
    assert due[0] < TODAY
    assert due[1] == TODAY
    assert due[2] > TODAY


def test_reservations_are_ready_on_their_way_and_in_the_queue(filled: Database) -> None:
    ready, on_its_way = lending(filled).mine(PatronId("patron-07"))
    assert (ready.state, ready.hold_shelf) == (ReservationState.READY, "B-07")
    assert ready.ready_until is not None
    assert ready.ready_until > TODAY
    assert on_its_way.state is ReservationState.IN_TRANSIT
    [waiting] = lending(filled).mine(PatronId("patron-08"))
    assert (waiting.title_name, waiting.position) == ("銀河鉄道の夜", 3)


def test_numbers_are_sound_and_times_in_the_past_and_in_order(filled: Database) -> None:
    morning = datetime.combine(TODAY, time(0), UTC)
    with filled.session() as session:
        rows = session.scalars(select(ReservationRow).order_by(ReservationRow.place)).all()
    assert all(is_reservation_number(row.number) for row in rows)
    times = [row.requested_at for row in rows]
    assert times == sorted(times)
    assert times[-1] < morning


def test_the_my_number_card_finds_one_patron(filled: Database) -> None:
    with filled.session() as session:
        [credential] = session.scalars(select(CredentialRow)).all()
    assert credential.patron_id == "patron-09"


def test_without_the_certificate_there_is_just_no_my_number_card(
    database: Database, tmp_path: Path
) -> None:
    ignore = shutil.ignore_patterns("my_number")
    shutil.copytree(ASSETS / "demonstration", tmp_path / "demonstration", ignore=ignore)
    shutil.copytree(ASSETS / "policies", tmp_path / "policies")
    fill(database, TODAY, tmp_path, CHEAP)
    with database.session() as session:
        assert session.scalars(select(CredentialRow)).all() == []


def test_every_title_says_where_it_is(filled: Database, titles: list[Title]) -> None:
    page = Feed(filled).availability(0, EVERYTHING)
    sets = {title.set_id for title in titles}
    assert len(page.changes) == len(titles)
    assert all(change.holdings for change in page.changes if change.title not in sets)
    assert {change.waiting for change in page.changes} >= {0, 1, 3}


def test_one_of_the_staff_for_each_role_signs_in(filled: Database) -> None:
    described = Described.read(ASSETS / "demonstration")
    with filled.session() as session:
        rows = {row.number: row for row in session.scalars(select(StaffRow))}
    assert {row.role for row in rows.values()} == set(Role)
    for one in described.staff:
        assert ArgonHasher(CHEAP).matches(rows[one.number].password_hash, one.password)
