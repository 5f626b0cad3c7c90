"""What a detailed search and a title page ask of the kiosk's own copy of the catalogue."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.searching import Query, SearchChoices
from kiosk.domain.titles import TitleId, Whereabouts
from kiosk.services.replica import Replica
from tests.catalogue.works import BOTCHAN, CAT, CATS, RAILROAD
from tests.services.feeds import CENTRAL, EAST, Feeds


@pytest.fixture
def feeds() -> Feeds:
    feeds = Feeds()
    feeds.put(CAT, BOTCHAN, RAILROAD)
    feeds.place(CAT.id, CENTRAL, EAST)
    feeds.place(BOTCHAN.id, EAST)
    return feeds


@pytest.fixture
def replica(tmp_path: Path) -> Replica:
    return Replica(tmp_path, CENTRAL.id)


def test_a_search_may_ask_for_one_branch(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    found = replica.search(Query(branch=EAST.id))
    assert {each.title.id for each in found.titles} == {CAT.id, BOTCHAN.id}
    assert set(found.branches) == {CENTRAL, EAST}
    feeds.place(CAT.id, CENTRAL)
    replica.refresh(feeds)
    assert [each.title.id for each in replica.search(Query(branch=EAST.id)).titles] == [BOTCHAN.id]


def test_what_can_be_chosen_is_what_the_library_has(replica: Replica, feeds: Feeds) -> None:
    assert replica.choices() == SearchChoices()
    feeds.put(CATS)
    replica.refresh(feeds)
    choices = replica.choices()
    assert set(choices.branches) == {CENTRAL, EAST}
    assert choices.languages == ("ja", "en")


def test_volumes_and_editions_are_answered_with_where_they_are(
    replica: Replica, feeds: Feeds
) -> None:
    edition = replace(CAT, id=TitleId("cat-2"), work="cat", isbn=None)
    volume = replace(BOTCHAN, set_id=RAILROAD.id, part="2", part_rank=2)
    feeds.put(replace(CAT, work="cat"), edition, volume)
    replica.refresh(feeds)
    assert [each.title for each in replica.parts(RAILROAD.id)] == [volume]
    assert replica.parts(RAILROAD.id)[0].availability.whereabouts is Whereabouts.ELSEWHERE
    assert replica.title(RAILROAD.id).parts == 1
    assert [each.title.id for each in replica.editions(edition)] == [CAT.id]


def test_an_empty_copy_knows_no_volumes_and_no_editions(replica: Replica) -> None:
    assert replica.parts(CAT.id) == ()
    assert replica.editions(CAT) == ()
