"""A patron searches."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import Shelves
from kiosk.domain.searching import Query, Scope
from kiosk.domain.titles import Material, Title, TitleId
from tests.catalogue.gold import FINDS
from tests.catalogue.works import (
    BOTCHAN,
    CAT,
    CAT_OFFICE,
    CAT_TOWN,
    KOKORO,
    RAILROAD,
    WORKS,
    number_of,
)

NOWHERE = Shelves()


def found(index: CatalogueIndex, text: str) -> list[TitleId]:
    answer = index.search(Query(text, limit=100), NOWHERE)
    assert answer.total == len(answer.titles)
    return [each.title.id for each in answer.titles]


@pytest.mark.parametrize(("text", "meant"), FINDS)
def test_however_it_is_typed_the_patron_finds_what_is_meant_and_nothing_else(
    index: CatalogueIndex, text: str, meant: tuple[Title, ...]
) -> None:
    assert set(found(index, text)) == {title.id for title in meant}


def test_the_title_itself_comes_before_titles_that_only_begin_so(index: CatalogueIndex) -> None:
    assert found(index, "ねこまち")[0] == CAT_TOWN.id


def test_a_title_that_begins_so_comes_before_one_that_has_it_inside(index: CatalogueIndex) -> None:
    assert found(index, "猫") == [CAT_TOWN.id, CAT_OFFICE.id, CAT.id]


def test_titles_come_before_what_is_only_about_it(index: CatalogueIndex) -> None:
    assert found(index, "銀河")[0] == RAILROAD.id


def test_within_an_author_the_newest_comes_first(index: CatalogueIndex) -> None:
    ours = [title for title in found(index, "漱石") if title in {CAT.id, BOTCHAN.id, KOKORO.id}]
    assert ours == [KOKORO.id, BOTCHAN.id, CAT.id]


def test_an_empty_field_shows_the_whole_stock(index: CatalogueIndex) -> None:
    assert len(found(index, " 　")) == len(WORKS)


def test_pages_follow_each_other_without_gap_or_repetition(index: CatalogueIndex) -> None:
    pages = [
        index.search(Query("", first=first, limit=4), NOWHERE).titles
        for first in range(0, len(WORKS), 4)
    ]
    seen = [each.title.id for page in pages for each in page]
    assert sorted(seen) == sorted(title.id for title in WORKS)


def test_a_page_past_the_end_is_empty_and_tells_the_total(index: CatalogueIndex) -> None:
    answer = index.search(Query("ねこ", first=500), NOWHERE)
    assert (answer.titles, answer.total) == ((), 3)


def test_the_number_in_every_other_scope_is_told(index: CatalogueIndex) -> None:
    shelves = Shelves.of([number_of(CAT), number_of(BOTCHAN)], [], [])
    answer = index.search(Query("ねこ", Scope.CHILDREN), shelves)
    assert answer.total == 1
    assert (answer.counts.here, answer.counts.all, answer.counts.children) == (1, 3, 1)


def test_on_the_shelf_means_this_branch_where_only_this_branch_is_searched(
    index: CatalogueIndex,
) -> None:
    held = [number_of(CAT), number_of(CAT_TOWN)]
    shelves = Shelves.of(held, on_shelf=held, on_shelf_here=[number_of(CAT)])
    here = index.search(Query("ねこ", Scope.HERE, is_on_shelf=True), shelves)
    anywhere = index.search(Query("ねこ", Scope.ALL, is_on_shelf=True), shelves)
    assert [each.title.id for each in here.titles] == [CAT.id]
    assert {each.title.id for each in anywhere.titles} == {CAT.id, CAT_TOWN.id}


def test_narrowing_leaves_as_many_as_was_said(index: CatalogueIndex) -> None:
    shelves = Shelves.of([], [number_of(CAT), number_of(RAILROAD)], [])
    for facet in index.search(Query(""), shelves).facets:
        choice: dict[str, Any] = {facet.field: facet.value}
        narrowed = index.search(Query("", **choice), shelves)
        assert narrowed.total == facet.count > 0


def test_a_way_to_narrow_that_leaves_nothing_is_not_offered(index: CatalogueIndex) -> None:
    facets = index.search(Query("ねこ"), NOWHERE).facets
    assert {facet.value for facet in facets if facet.field == "material"} == {
        Material.BOOK,
        Material.PICTURE_BOOK,
    }
    assert not [facet for facet in facets if facet.field == "is_on_shelf"]


def test_a_patron_who_chose_a_form_can_still_change_to_another(index: CatalogueIndex) -> None:
    facets = index.search(Query("ねこ", material=Material.PICTURE_BOOK), NOWHERE).facets
    assert (Material.BOOK, 2) in {(facet.value, facet.count) for facet in facets}


def test_the_newest_titles_are_the_last_that_came_in(index: CatalogueIndex) -> None:
    assert [title.id for title in index.newest(3)] == [RAILROAD.id, BOTCHAN.id, CAT.id]
    assert index.newest(0) == ()


def test_a_scanned_book_is_found_by_its_number(index: CatalogueIndex) -> None:
    assert index.by_isbn("978-4-00-310101-8") == CAT
    assert index.by_isbn("9784003101019") is None
    assert index.by_isbn("1923000020009") is None


def test_a_title_comes_back_as_it_went_in(index: CatalogueIndex) -> None:
    assert [index.title(title.id) for title in WORKS] == list(WORKS)
    assert index.title(TitleId("nobody's")) is None


ANY_TEXT = st.text(st.characters(), max_size=40) | st.text(
    "ねこ猫 ゛゜ゝ々ーａｶﾞ\x00\x1f'\"*^$~:+-()", max_size=12
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_TEXT, scope=st.sampled_from(Scope))
def test_whatever_is_typed_is_answered(index: CatalogueIndex, text: str, scope: Scope) -> None:
    answer = index.search(Query(text, scope), NOWHERE)
    assert answer.total <= len(WORKS)
    for offer in index.suggest(text, scope, NOWHERE).offers:
        begin, end = offer.match
        assert 0 <= begin <= end <= len(offer.text)


@pytest.mark.parametrize("text", ["猫" * 10_000, "ね こ " * 5_000, "\ud800", "\x00", "ﷺ" * 3_000])
def test_very_long_or_broken_text_is_answered(index: CatalogueIndex, text: str) -> None:
    assert index.search(Query(text), NOWHERE).total == 0 or text.startswith("ね")
    index.suggest(text, Scope.ALL, NOWHERE)
