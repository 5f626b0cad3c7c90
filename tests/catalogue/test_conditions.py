"""A patron searches by conditions."""

import pytest

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import BranchShelves, Shelves
from kiosk.domain.branches import BranchId
from kiosk.domain.conditions import conditions_of
from kiosk.domain.searching import Joined, Query, Scope, Term, TermField
from kiosk.domain.titles import Material, Title
from tests.catalogue.works import (
    BOTCHAN,
    CAFE,
    CAT,
    CAT_OFFICE,
    CAT_TOWN,
    CATS,
    CHILD_KANA,
    COMPUTING,
    EDUCATION,
    FIREFLIES,
    KOKORO,
    OLD_SCHOOL,
    RAILROAD,
    UNREAD,
    VIOLIN,
    WORKS,
    number_of,
)

NOWHERE = Shelves()
ALL, ANY, NOT = Joined


def asked(*terms: tuple[TermField, str, Joined]) -> Query:
    return Query(terms=tuple(Term(*term) for term in terms), limit=100)


def meets(index: CatalogueIndex, query: Query, *wanted: Title) -> bool:
    answer = index.search(query, NOWHERE)
    return {each.title.id for each in answer.titles} == {title.id for title in wanted}


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        (TermField.TITLE, "ねこ", (CAT, CAT_TOWN, CAT_OFFICE)),
        (TermField.TITLE, "そうせき", ()),
        (TermField.TITLE, "neko", (CAT, CAT_TOWN, CAT_OFFICE)),
        (TermField.TITLE, "soseki", ()),
        (TermField.CREATOR, "漱石", (CAT, BOTCHAN, KOKORO, UNREAD)),
        (TermField.CREATOR, "なつめ", (CAT, BOTCHAN, KOKORO, UNREAD)),
        (TermField.CREATOR, "soseki", (CAT, BOTCHAN, KOKORO, UNREAD)),
        (TermField.CREATOR, "猫", ()),
        (TermField.SUBJECT, "ねこ", (CAT_TOWN, CAT_OFFICE)),
        (TermField.SUBJECT, "全集", ()),
        (TermField.SERIES, "漱石全集", (CAT, BOTCHAN)),
        (TermField.PUBLISHER, "漱石", ()),
        (TermField.ANYWHERE, "漱石 学校", (BOTCHAN,)),
        (TermField.NDC, "913", (CAT, BOTCHAN, RAILROAD, CAT_TOWN)),
        (TermField.NDC, "９１３．６", (CAT, BOTCHAN, RAILROAD, CAT_TOWN)),
        (TermField.NDC, "76", (VIOLIN,)),
        (TermField.NDC, "13", ()),
        (TermField.ISBN, "978-4-00-310101-8", (CAT,)),
        (TermField.ISBN, "4003101014", (CAT,)),
        (TermField.ISBN, "9784003101019", ()),
    ],
)
def test_each_field_is_asked_for_itself(
    index: CatalogueIndex, field: TermField, text: str, wanted: tuple[Title, ...]
) -> None:
    assert meets(index, asked((field, text, ALL)), *wanted)


def test_all_words_of_a_condition_are_needed(index: CatalogueIndex) -> None:
    assert meets(index, asked((TermField.TITLE, "ねこ じむしょ", ALL)), CAT_OFFICE)


def test_any_of_its_words_is_enough(index: CatalogueIndex) -> None:
    query = asked((TermField.TITLE, "猫町 坊っちゃん", ANY))
    assert meets(index, query, CAT_TOWN, BOTCHAN)


def test_any_reaches_over_several_fields(index: CatalogueIndex) -> None:
    query = asked((TermField.TITLE, "ぼっちゃん", ANY), (TermField.SUBJECT, "ネコ", ANY))
    assert meets(index, query, BOTCHAN, CAT_TOWN, CAT_OFFICE)


def test_what_is_not_wanted_is_left_out(index: CatalogueIndex) -> None:
    query = asked((TermField.TITLE, "ねこ", ALL), (TermField.CREATOR, "漱石 朔太郎", NOT))
    assert meets(index, query, CAT_OFFICE)


def test_everything_but_some_can_be_asked(index: CatalogueIndex) -> None:
    answer = index.search(asked((TermField.TITLE, "ねこ", NOT)), NOWHERE)
    assert answer.total == len(WORKS) - 3


def test_what_only_sounds_alike_is_not_left_out(index: CatalogueIndex) -> None:
    answer = index.search(asked((TermField.TITLE, "こおろ", NOT)), NOWHERE)
    assert KOKORO.id in {each.title.id for each in answer.titles}


def test_words_in_quotation_marks_are_one_piece(index: CatalogueIndex) -> None:
    assert meets(index, asked((TermField.TITLE, "「Cats of」", ALL)), CATS)
    assert meets(index, asked((TermField.TITLE, "“Cats the”", ALL)))
    assert meets(index, asked((TermField.TITLE, "Cats the", ALL)), CATS)


def test_a_heading_is_met_from_end_to_end(index: CatalogueIndex) -> None:
    series = Term(TermField.SERIES, "漱石全集", is_whole=True)
    assert meets(index, Query(terms=(series,), limit=100), CAT, BOTCHAN)
    part = Term(TermField.SERIES, "漱石", is_whole=True)
    assert meets(index, Query(terms=(part,)))


def test_a_condition_without_a_letter_asks_for_nothing(index: CatalogueIndex) -> None:
    answer = index.search(asked((TermField.TITLE, "！　・", ALL)), NOWHERE)
    assert answer.total == len(WORKS)


def test_the_title_that_is_named_comes_first(index: CatalogueIndex) -> None:
    answer = index.search(
        asked((TermField.TITLE, "猫町", ANY), (TermField.TITLE, "猫", ALL)), NOWHERE
    )
    assert answer.titles[0].title.id == CAT_TOWN.id


def test_words_and_conditions_hold_together(index: CatalogueIndex) -> None:
    query = Query("ねこ", terms=(Term(TermField.CREATOR, "けんじ"),))
    assert meets(index, query, CAT_OFFICE)


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (1934, 1935, (RAILROAD, CAT_TOWN)),
        (None, 1905, (CAT,)),
        (1999, None, ("harry",)),
        (1936, 1998, ()),
    ],
)
def test_years_are_inclusive_and_an_unknown_year_is_none(
    index: CatalogueIndex, first: int | None, last: int | None, wanted: tuple[Title | str, ...]
) -> None:
    answer = index.search(Query(year_from=first, year_to=last), NOWHERE)
    ids = {title.id if isinstance(title, Title) else title for title in wanted}
    assert {each.title.id for each in answer.titles} == ids


def test_language_form_and_readers_narrow(index: CatalogueIndex) -> None:
    assert meets(index, Query(language="en"), CAFE, CATS, EDUCATION)
    assert meets(index, Query(material=Material.CD), CHILD_KANA)
    assert meets(index, Query(is_for_children=True), RAILROAD, CAT_OFFICE)
    grown = index.search(Query(is_for_children=False), NOWHERE)
    assert grown.total == len(WORKS) - 2


def test_a_branch_narrows_to_what_it_holds_and_to_its_own_shelves(index: CatalogueIndex) -> None:
    def mask(*titles: Title) -> BranchShelves:
        held = Shelves.of([number_of(title) for title in titles], [], []).branches
        on_shelf = Shelves.of([number_of(titles[0])], [], []).branches
        return BranchShelves(next(iter(held.values())).held, next(iter(on_shelf.values())).held)

    east, west = BranchId("east"), BranchId("west")
    shelves = Shelves(branches={east: mask(CAT, BOTCHAN), west: mask(KOKORO)}, here=west)
    at_east = Query(branch=east)
    assert index.search(at_east, shelves).total == 2
    on_shelf = index.search(Query(branch=east, is_on_shelf=True), shelves)
    assert [each.title.id for each in on_shelf.titles] == [CAT.id]
    facets = [facet for facet in index.search(Query(), shelves).facets if facet.field == "branch"]
    assert [(facet.value, facet.count) for facet in facets] == [(east, 2)]
    here = index.search(Query(scope=Scope.HERE), shelves)
    assert not [facet for facet in here.facets if facet.field == "branch"]


def test_every_facet_tells_what_it_leaves(index: CatalogueIndex) -> None:
    query = asked((TermField.NDC, "0 3 7 9", ANY))
    answer = index.search(query, NOWHERE)
    assert {facet.field for facet in answer.facets} == {"material", "main_class", "language"}
    for facet in answer.facets:
        narrowed = Query(terms=query.terms, **{facet.field: facet.value})  # type: ignore[arg-type]
        assert index.search(narrowed, NOWHERE).total == facet.count


def test_where_nothing_is_found_each_condition_says_what_it_costs(index: CatalogueIndex) -> None:
    query = Query(
        terms=(Term(TermField.TITLE, "ねこ"), Term(TermField.CREATOR, "みすゞ")),
        year_from=1900,
    )
    answer = index.search(query, NOWHERE)
    costs = {each.query: each.count for each in answer.without}
    title, creator, years = (condition.rest for condition in conditions_of(query))
    assert answer.total == 0
    assert costs == {creator: 3}, (title, years)


def test_one_condition_alone_is_not_told_to_be_dropped(index: CatalogueIndex) -> None:
    assert index.search(asked((TermField.TITLE, "ないもの", ALL)), NOWHERE).without == ()


def test_old_letters_and_particles_are_forgiven_in_a_field_too(index: CatalogueIndex) -> None:
    assert meets(index, asked((TermField.TITLE, "国語教育", ALL)), OLD_SCHOOL)
    assert meets(index, asked((TermField.TITLE, "ほたるをみに", ALL)), FIREFLIES)
    assert meets(index, asked((TermField.TITLE, "C#", ALL)), COMPUTING)


def test_a_page_turned_answers_as_if_it_were_asked_alone(index: CatalogueIndex) -> None:
    whole = index.search(Query("", limit=100), NOWHERE).titles
    for first in (0, 5, 10):
        page = index.search(Query("", first=first), NOWHERE)
        assert page.titles == whole[first : first + 5]
        assert page.query.first == first
