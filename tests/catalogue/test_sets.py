"""Sets and magazines: their volumes and issues do not flood an answer, and are found by name."""

from pathlib import Path

import pytest

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.writer import build
from kiosk.domain.searching import Order, Query, Scope, Term, TermField
from kiosk.domain.titles import Material, TitleId
from tests.catalogue.shelf_of_sets import (
    ALONE,
    HISTORY,
    ISSUES,
    LARGE_CAT,
    LOST,
    NEW_CAT,
    NUMBERED,
    OLD_CAT,
    QUARTERLY,
    VOLUMES,
    number_of,
)

NOWHERE = Shelves()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> CatalogueIndex:
    folder: Path = tmp_path_factory.mktemp("sets")
    build(folder, NUMBERED)
    return CatalogueIndex.open(folder)


def found(shelf: CatalogueIndex, query: Query, shelves: Shelves = NOWHERE) -> list[TitleId]:
    answer = shelf.search(query.at(0), shelves)
    assert answer.total == len(answer.titles)
    return [each.title.id for each in answer.titles]


def test_a_set_stands_for_its_volumes(shelf: CatalogueIndex) -> None:
    assert found(shelf, Query("みなと")) == [HISTORY.id]


def test_a_set_says_how_many_volumes_there_are(shelf: CatalogueIndex) -> None:
    parts = {
        each.title.id: each.parts for each in shelf.search(Query("", limit=20), NOWHERE).titles
    }
    assert (parts[HISTORY.id], parts[QUARTERLY.id], parts[ALONE.id]) == (3, 2, 0)


@pytest.mark.parametrize(
    "text", ["港の歴史 2", "港の歴史2", "みなとのれきし 2巻", "港の歴史 第2巻"]
)
def test_a_volume_is_found_by_its_number(shelf: CatalogueIndex, text: str) -> None:
    assert found(shelf, Query(text)) == [TitleId("history-2")]


def test_an_issue_is_found_by_its_name(shelf: CatalogueIndex) -> None:
    assert found(shelf, Query("舟 2026年夏号")) == [ISSUES[1].id]


def test_a_volume_is_shown_where_its_set_does_not_fit(shelf: CatalogueIndex) -> None:
    assert found(shelf, Query("みなと", year_from=2003)) == [TitleId("history-3")]


def test_a_volume_of_a_set_that_is_not_held_stands_alone(shelf: CatalogueIndex) -> None:
    assert found(shelf, Query("なくした全集")) == [LOST.id]


def test_a_set_is_where_any_of_its_volumes_is(shelf: CatalogueIndex) -> None:
    numbers = [number_of(VOLUMES[0])]
    shelves = Shelves.of(numbers, numbers, numbers)
    assert found(shelf, Query("みなと", Scope.HERE, is_on_shelf=True), shelves) == [HISTORY.id]


def test_counts_and_facets_count_a_set_once(shelf: CatalogueIndex) -> None:
    answer = shelf.search(Query(""), NOWHERE)
    assert answer.counts.all == answer.total == 7
    by_form = {facet.value: facet.count for facet in answer.facets if facet.field == "material"}
    assert by_form[Material.MAGAZINE] == 1


def test_volumes_come_in_their_order(shelf: CatalogueIndex) -> None:
    assert [part.part for part in shelf.parts(HISTORY.id)] == ["1", "2", "3"]
    only_volumes = Query(terms=(Term(TermField.NDC, "217"),), year_from=2002, order=Order.TITLE)
    assert found(shelf, only_volumes) == ["history-2", "history-3"]


def test_issues_come_newest_first(shelf: CatalogueIndex) -> None:
    assert shelf.parts(QUARTERLY.id) == (ISSUES[1], ISSUES[0])


def test_what_is_no_set_has_no_volumes(shelf: CatalogueIndex) -> None:
    assert shelf.parts(ALONE.id) == ()


def test_other_editions_come_newest_first_without_the_one_asked_for(
    shelf: CatalogueIndex,
) -> None:
    assert shelf.editions(NEW_CAT) == (LARGE_CAT, OLD_CAT)


def test_a_title_of_no_known_work_has_no_other_editions(shelf: CatalogueIndex) -> None:
    assert shelf.editions(ALONE) == ()
