"""The conditions of a query, one by one."""

from dataclasses import replace

from kiosk.domain.branches import BranchId
from kiosk.domain.conditions import (
    ConditionKind,
    as_conditions,
    conditions_of,
    term_of,
    with_term,
)
from kiosk.domain.searching import Found, Joined, Query, Term, TermField
from kiosk.domain.titles import FoundTitle, Material, Title, TitleId

TITLE = Term(TermField.TITLE, "猫")
NOT_TITLE = Term(TermField.TITLE, "犬", Joined.NOT)
FULL = Query(
    "ねこ",
    is_on_shelf=True,
    material=Material.BOOK,
    main_class="9",
    terms=(TITLE, NOT_TITLE),
    year_from=1990,
    language="ja",
    branch=BranchId("east"),
    is_for_children=False,
)
TITLES = tuple(FoundTitle(Title(TitleId(str(number)), str(number))) for number in range(30))


def test_dropping_all_conditions_one_by_one_leaves_the_plain_query() -> None:
    query = FULL
    for left in range(len(ConditionKind) + 1, 0, -1):
        conditions = conditions_of(query)
        assert len(conditions) == left
        query = conditions[0].rest
    assert query == Query()


def test_a_dropped_condition_begins_at_the_first_page() -> None:
    assert all(condition.rest.first == 0 for condition in conditions_of(FULL.at(20)))


def test_the_words_of_a_quick_search_become_a_condition() -> None:
    assert as_conditions(Query("ねこ", first=5)) == Query(terms=(Term(TermField.ANYWHERE, "ねこ"),))
    assert as_conditions(Query(" ")) == Query(" ")


def test_words_join_the_condition_that_is_there() -> None:
    query = Query("ねこ", terms=(Term(TermField.ANYWHERE, "絵本"),))
    assert as_conditions(query).terms == (Term(TermField.ANYWHERE, "絵本 ねこ"),)


def test_a_condition_is_replaced_in_its_place_and_goes_with_its_last_letter() -> None:
    changed = with_term(FULL, TermField.TITLE, Joined.ALL, "ねこ")
    assert changed.terms == (Term(TermField.TITLE, "ねこ"), NOT_TITLE)
    assert with_term(FULL, TermField.TITLE, Joined.ALL, " ").terms == (NOT_TITLE,)
    added = with_term(FULL, TermField.SERIES, Joined.ANY, "文庫")
    assert term_of(added, TermField.SERIES, Joined.ANY) == added.terms[-1]


def test_a_page_at_hand_is_cut_from_a_wider_answer() -> None:
    wide = Found(Query(limit=20), 30, TITLES[:20])
    page = wide.cut_to(Query(first=5))
    assert page.titles == TITLES[5:10]
    turned = page.turned_to(Query(first=10))
    assert turned is not None
    assert turned.titles == TITLES[10:15]
    assert turned.query.first == 10


def test_the_last_page_may_be_shorter() -> None:
    wide = Found(Query(first=8, limit=8), 12, TITLES[8:12])
    page = wide.cut_to(Query(first=8, limit=4)).turned_to(Query(first=8, limit=4))
    assert page is not None
    assert len(page.titles) == 4


def test_a_page_that_is_not_at_hand_is_not_made_up() -> None:
    page = Found(Query(limit=20), 30, TITLES[:20]).cut_to(Query())
    assert page.turned_to(Query(first=20)) is None
    assert page.turned_to(Query(first=30)) is None
    assert page.turned_to(replace(Query(first=5), is_on_shelf=True)) is None
