"""The catalogue, whichever make of it stands behind the port: one search, the same titles."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.errors import IsbnUnknown, TitleUnknown
from kiosk.domain.searching import Joined, Order, Query, Scope, Term, TermField
from kiosk.domain.titles import Availability, FoundTitle, Holding, Material, Title, TitleId
from kiosk.ports import Catalogue
from kiosk.services.replica import Replica
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from tests.catalogue.shelf_of_sets import (
    HISTORY,
    ISSUES,
    LARGE_CAT,
    NEW_CAT,
    OLD_CAT,
    QUARTERLY,
    VOLUMES,
)
from tests.catalogue.works import BOTCHAN, CAT_OFFICE, CAT_TOWN, CATS, RAILROAD
from tests.services.feeds import CENTRAL, EAST, Feeds

SINGLE = (BOTCHAN, CAT_OFFICE, CAT_TOWN, CATS, RAILROAD, OLD_CAT, NEW_CAT, LARGE_CAT)
STOCK = (*SINGLE, HISTORY, *VOLUMES, QUARTERLY, *ISSUES)
AT = {BOTCHAN.id: (CENTRAL, EAST), CAT_TOWN.id: (EAST,), RAILROAD.id: (CENTRAL,)}


@pytest.fixture(params=["simulated", "replica"])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Catalogue]:
    if request.param == "simulated":
        yield SimulatedCatalogue(map(_held, STOCK))
        return
    feeds = Feeds(most=100)
    feeds.put(*STOCK)
    for title, branches in AT.items():
        feeds.place(title, *branches)
    replica = Replica(tmp_path, CENTRAL.id)
    replica.refresh(feeds)
    yield replica
    replica.close()


def _held(title: Title) -> FoundTitle:
    holdings = (Holding(branch, 1, 1, is_here=branch == CENTRAL) for branch in AT.get(title.id, ()))
    return FoundTitle(title, Availability(tuple(holdings)))


def term(field: TermField, text: str, joined: Joined = Joined.ALL) -> Query:
    return Query(terms=(Term(field, text, joined),))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Query("ねこまち"), (CAT_TOWN,)),
        (term(TermField.TITLE, "ネコ じむしょ"), (CAT_OFFICE,)),
        (term(TermField.TITLE, "猫町 坊っちゃん", Joined.ANY), (CAT_TOWN, BOTCHAN)),
        (
            replace(term(TermField.TITLE, "猫", Joined.NOT), language="en"),
            (CATS,),
        ),
        (term(TermField.CREATOR, "みやざわ"), (CAT_OFFICE, RAILROAD)),
        (term(TermField.SERIES, "漱石全集"), (BOTCHAN,)),
        (term(TermField.NDC, "217"), (HISTORY,)),
        (term(TermField.ISBN, "9784003101018"), ()),
        (Query(material=Material.LARGE_PRINT), (LARGE_CAT,)),
        (Query(is_for_children=True), (CAT_OFFICE, RAILROAD)),
        (Query(year_from=1906, year_to=1926), (BOTCHAN, CAT_OFFICE)),
        (Query(branch=EAST.id), (BOTCHAN, CAT_TOWN)),
        (Query(scope=Scope.HERE), (BOTCHAN, RAILROAD)),
        (Query("港の歴史 2"), (VOLUMES[2],)),
    ],
)
def test_a_query_finds_the_same_titles_everywhere(
    catalogue: Catalogue, query: Query, wanted: tuple[Title, ...]
) -> None:
    found = catalogue.search(query)
    assert {each.title.id for each in found.titles} == {title.id for title in wanted}
    assert found.total == len(wanted)


def test_an_order_is_the_same_everywhere(catalogue: Catalogue) -> None:
    query = term(TermField.NDC, "913")
    by_title = catalogue.search(replace(query, order=Order.TITLE))
    assert [each.title for each in by_title.titles] == [RAILROAD, CAT_TOWN, BOTCHAN]
    newest = catalogue.search(replace(query, order=Order.NEWEST))
    assert [each.title for each in newest.titles] == [CAT_TOWN, RAILROAD, BOTCHAN]
    added = catalogue.search(replace(query, order=Order.ADDED))
    assert [each.title for each in added.titles] == [RAILROAD, BOTCHAN, CAT_TOWN]


def test_volumes_stand_behind_their_set_everywhere(catalogue: Catalogue) -> None:
    found = catalogue.search(Query("みなと"))
    assert [(each.title, each.parts) for each in found.titles] == [(HISTORY, 3)]
    assert [each.title.part for each in catalogue.parts(HISTORY.id)] == ["1", "2", "3"]
    assert [each.title for each in catalogue.parts(QUARTERLY.id)] == [ISSUES[1], ISSUES[0]]


@pytest.mark.parametrize(
    "query",
    [Query("みなと"), term(TermField.CREATOR, "宮沢 賢治"), term(TermField.TITLE, "無い"), Query()],
)
def test_a_count_is_what_a_search_would_find(catalogue: Catalogue, query: Query) -> None:
    assert catalogue.count(query) == catalogue.search(query).total


def test_other_editions_are_the_same_everywhere(catalogue: Catalogue) -> None:
    assert [each.title for each in catalogue.editions(NEW_CAT)] == [LARGE_CAT, OLD_CAT]
    assert catalogue.editions(BOTCHAN) == ()


def test_the_condition_that_costs_everything_is_named_everywhere(catalogue: Catalogue) -> None:
    query = replace(term(TermField.TITLE, "猫町"), year_from=2000)
    found = catalogue.search(query)
    assert {each.query: each.count for each in found.without} == {
        replace(query, year_from=None): 1,
        replace(query, terms=()): 4,
    }


def test_languages_to_choose_from_are_those_of_the_stock(catalogue: Catalogue) -> None:
    assert catalogue.choices().languages == ("ja", "en")


def test_the_branches_are_those_of_an_answer(catalogue: Catalogue) -> None:
    branches = catalogue.branches()
    assert branches
    assert branches == catalogue.search(Query()).branches


def test_a_book_that_the_library_does_not_have_is_told_apart(catalogue: Catalogue) -> None:
    with pytest.raises(IsbnUnknown):
        catalogue.by_isbn("9784000099998")
    with pytest.raises(TitleUnknown) as gone:
        catalogue.title(TitleId("gone"))
    assert not isinstance(gone.value, IsbnUnknown)
