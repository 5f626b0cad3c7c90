"""What changed reaches the kiosks, each change once, in the order of its number."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.central.records.changes import put_title, withdraw_title
from kiosk.central.records.feed import Feed
from kiosk.central.storage.database import Database
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.policy.stacks import StacksPolicy
from kiosk.domain.titles import Availability, Holding, TitleId
from kiosk.wire.records import RecordsPage
from tests.central import small_library
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    ENCYCLOPEDIA,
    HANAKO,
    KOKORO,
    LOST,
    MAIN,
    TARO,
    TODAY,
    Counter,
    lend,
)

EVERYTHING = 1000


@pytest.fixture
def feed(database: Database) -> Feed:
    small_library.fill(database)
    return Feed(database)


def title(page: RecordsPage, wanted: TitleId) -> str | None:
    [change] = [change for change in page.changes if change.title == wanted]
    record = change.to_title()
    return record.name if record is not None else None


def availability(feed: Feed, wanted: TitleId) -> Availability:
    branches = {branch.id: branch for branch in feed.branches()}
    page = feed.availability(0, EVERYTHING)
    [change] = [change for change in page.changes if change.title == wanted]
    return change.to_availability(branches, here=None)


def rename(database: Database, wanted: TitleId, name: str) -> bool:
    with database.writing() as session:
        record = session.get_one(TitleRow, wanted).to_title()
        return put_title(session, replace(record, name=name))


def test_a_new_copy_is_told_everything(feed: Feed) -> None:
    page = feed.records(0, EVERYTHING)
    assert page.is_last
    assert [change.number for change in page.changes] == list(range(1, 9))
    assert title(page, BOTCHAN) == "坊っちゃん"


def test_a_long_answer_comes_in_pages(feed: Feed) -> None:
    first = feed.records(0, 5)
    assert not first.is_last
    second = feed.records(first.changes[-1].number, 3)
    assert second.is_last
    whole = feed.records(0, EVERYTHING)
    assert first.changes + second.changes == whole.changes


def test_only_the_latest_change_of_a_title_is_sent(feed: Feed, database: Database) -> None:
    known = feed.records(0, EVERYTHING).changes[-1].number
    rename(database, BOTCHAN, "坊ちゃん")
    rename(database, BOTCHAN, "ぼっちゃん")
    page = feed.records(known, EVERYTHING)
    assert [change.title for change in page.changes] == [BOTCHAN]
    assert title(page, BOTCHAN) == "ぼっちゃん"


def test_a_record_that_is_the_same_is_no_change(feed: Feed, database: Database) -> None:
    known = feed.records(0, EVERYTHING).changes[-1].number
    assert not rename(database, BOTCHAN, "坊っちゃん")
    assert feed.records(known, EVERYTHING).changes == ()


def test_a_withdrawn_title_is_told_and_may_come_back(feed: Feed, database: Database) -> None:
    known = feed.records(0, EVERYTHING).changes[-1].number
    with database.writing() as session:
        assert withdraw_title(session, BOTCHAN)
        assert not withdraw_title(session, BOTCHAN)
        assert not withdraw_title(session, TitleId("none"))
    page = feed.records(known, EVERYTHING)
    assert title(page, BOTCHAN) is None
    assert rename(database, BOTCHAN, "坊っちゃん")
    assert title(feed.records(page.changes[-1].number, EVERYTHING), BOTCHAN) == "坊っちゃん"


def test_an_item_on_its_shelf_is_there(feed: Feed) -> None:
    [main, *_] = feed.branches()
    assert availability(feed, BOTCHAN) == Availability((Holding(main, 1, 1, "24", "2階"),))
    assert availability(feed, ENCYCLOPEDIA).holdings[0].is_reference
    assert availability(feed, LOST) == Availability(missing=1)


def test_a_loan_changes_where_a_title_is(feed: Feed, database: Database) -> None:
    known = feed.availability(0, EVERYTHING).changes[-1].number
    lend(database, BOTCHAN, HANAKO)
    [change] = feed.availability(known, EVERYTHING).changes
    assert change.title == BOTCHAN
    [holding] = change.holdings
    assert (holding.branch, holding.items, holding.on_shelf) == (MAIN, 1, 0)
    assert holding.due == TODAY + timedelta(days=14)


def test_a_reservation_and_its_end_change_how_many_wait(
    feed: Feed, database: Database, clock: TurnedClock
) -> None:
    counter = Counter(database, clock)
    counter.reserve(HANAKO, KOKORO)
    taros = counter.reserve(TARO, KOKORO).answer.id
    assert availability(feed, KOKORO).waiting == 2
    known = feed.availability(0, EVERYTHING).changes[-1].number
    counter.lending.cancel(TARO, taros)
    page = feed.availability(known, EVERYTHING)
    assert [(change.title, change.waiting) for change in page.changes] == [(KOKORO, 1)]


def test_availability_comes_in_pages_too(feed: Feed) -> None:
    first = feed.availability(0, 7)
    assert (len(first.changes), first.is_last) == (7, False)
    second = feed.availability(first.changes[-1].number, 7)
    assert (len(second.changes), second.is_last) == (1, True)


def test_both_feeds_tell_their_numbering_and_keep_it(feed: Feed, database: Database) -> None:
    again = Feed(database)
    assert feed.records(0, 1).numbering == again.records(5, 1).numbering
    assert feed.availability(0, 1).numbering == again.availability(5, 1).numbering


def test_where_other_shelves_are_closed_now_all_whereabouts_are_read_anew(
    feed: Feed, database: Database
) -> None:
    closed = Feed(database, StacksPolicy(closed=("24",)))
    assert closed.availability(0, 1).numbering != feed.availability(0, 1).numbering
    assert closed.records(0, 1).numbering == feed.records(0, 1).numbering
    assert availability(closed, BOTCHAN).holdings[0].is_closed_stacks


def test_the_branches_are_named_in_the_librarys_order(feed: Feed) -> None:
    assert [branch.name for branch in feed.branches()] == ["本館", "東分館", "伊島図書館"]
