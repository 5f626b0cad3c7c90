"""The kiosk's own copy knows to which title a book belongs that is held to the scanner."""

from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.errors import ItemUnknown, LineLost, TitleUnknown
from kiosk.services.replica import Replica
from kiosk.wiping.reachable import reachable_texts
from kiosk.wiping.sieve import Sieve, mirrored
from tests.catalogue.works import BOTCHAN, CAT
from tests.services.feeds import CENTRAL, Feeds


@pytest.fixture
def feeds() -> Feeds:
    feeds = Feeds()
    feeds.put(CAT, BOTCHAN)
    feeds.label(CAT.id, "30014015", "30014022")
    return feeds


@pytest.fixture
def replica(tmp_path: Path, feeds: Feeds) -> Replica:
    replica = Replica(tmp_path, CENTRAL.id)
    replica.refresh(feeds)
    return replica


def test_every_item_leads_to_its_title(replica: Replica) -> None:
    for barcode in ("30014015", "30014022"):
        assert replica.by_item(barcode).title == CAT
        assert replica.has_item(barcode)


def test_an_item_that_no_title_has_is_told_as_such(replica: Replica) -> None:
    assert not replica.has_item("30014039")
    with pytest.raises(ItemUnknown):
        replica.by_item("30014039")


def test_what_was_asked_for_is_not_kept_for_it_may_be_a_card(replica: Replica) -> None:
    sieve = Sieve({"card": ["51729370"]})  # mirrored: only what was asked is the number itself
    assert not replica.has_item(mirrored("51729370"))
    assert not sieve.catches_any([text for _, text in reachable_texts()])


def test_before_the_first_records_no_item_is_known(tmp_path: Path) -> None:
    empty = Replica(tmp_path / "other")
    assert not empty.has_item("30014015")
    with pytest.raises(ItemUnknown):
        empty.by_item("30014015")


def test_items_are_known_while_the_line_is_down(replica: Replica, feeds: Feeds) -> None:
    feeds.answers = 0
    with pytest.raises(LineLost):
        replica.refresh(feeds)
    assert replica.by_item("30014015").title == CAT


def test_an_item_that_is_withdrawn_is_forgotten(replica: Replica, feeds: Feeds) -> None:
    feeds.label(CAT.id, "30014022")
    replica.refresh(feeds)
    assert not replica.has_item("30014015")
    assert replica.has_item("30014022")


@pytest.mark.parametrize("is_told_first", [True, False])
def test_an_item_may_be_moved_to_another_title(
    replica: Replica, feeds: Feeds, *, is_told_first: bool
) -> None:
    feeds.most = 1
    moves = [(BOTCHAN.id, "30014015"), (CAT.id, "30014022")]
    for title, barcode in moves if is_told_first else reversed(moves):
        feeds.label(title, barcode)
    replica.refresh(feeds)
    assert replica.by_item("30014015").title == BOTCHAN
    assert replica.by_item("30014022").title == CAT


def test_an_item_of_a_withdrawn_title_opens_nothing(replica: Replica, feeds: Feeds) -> None:
    feeds.withdraw(CAT.id)
    replica.refresh(feeds)
    with pytest.raises(TitleUnknown):
        replica.by_item("30014015")


def test_a_library_that_was_filled_anew_has_other_items(replica: Replica, feeds: Feeds) -> None:
    feeds.fill_anew("second")
    feeds.put(BOTCHAN)
    feeds.label(BOTCHAN.id, "30014046")
    replica.refresh(feeds)
    assert not replica.has_item("30014015")
    assert replica.by_item("30014046").title == BOTCHAN


def test_a_copy_that_knew_no_items_is_fetched_anew(tmp_path: Path, feeds: Feeds) -> None:
    first = Replica(tmp_path, CENTRAL.id)
    first.refresh(feeds)
    with first._store.writing() as session:
        session.execute(text("DROP TABLE item"))
        session.execute(text("PRAGMA user_version = 2"))
    first.close()
    second = Replica(tmp_path, CENTRAL.id)
    second.refresh(feeds)
    assert second.by_item("30014015").title == CAT


def test_what_is_no_text_is_no_item(replica: Replica) -> None:
    assert not replica.has_item("")
    assert not replica.has_item("\x00")
