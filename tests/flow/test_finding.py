"""Finding a title, and finding the way back."""

from dataclasses import replace

from kiosk.domain.errors import LineLost, TitleUnknown
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.remarks import Remark
from kiosk.domain.searching import Query, Scope, Term, TermField
from kiosk.domain.titles import FoundTitle, Title, TitleId
from kiosk.events import (
    AdvancedOpened,
    BackAsked,
    CatalogueChanged,
    ConditionsChanged,
    HomeAsked,
    IdleElapsed,
    IsbnScanned,
    LanguageChosen,
    QueryTyped,
    SchemeChosen,
    ScopeChosen,
    ScreenName,
    SearchAsked,
    SearchOpened,
    TextSizeChosen,
    TitleChosen,
)
from kiosk.services.simulated.stock import BOTCHAN, BRANCHES, CAT
from kiosk.visit import Look, Visit
from kiosk.visit.told import Told
from tests.flow.conftest import Walk


def test_home_shows_what_is_new(walk: Walk) -> None:
    assert walk.screen is ScreenName.HOME
    assert walk.visit.premises.new_titles


def test_suggestions_follow_every_tap(walk: Walk) -> None:
    walk(SearchOpened(), QueryTyped("ね"), QueryTyped("ねこ"))
    assert walk.screen is ScreenName.SEARCH
    assert walk.visit.search.suggestions.text == "ねこ"
    walk(ScopeChosen(Scope.CHILDREN))
    assert walk.visit.search.query == Query("ねこ", Scope.CHILDREN)


def test_an_answer_that_comes_too_late_changes_nothing(walk: Walk) -> None:
    walk(SearchOpened())
    walk.at_once(QueryTyped("ぼっちゃん"), SearchAsked(Query("ぼっちゃん")), HomeAsked())
    assert walk.screen is ScreenName.HOME
    assert walk.visit.search.found is None


def test_a_title_is_found_and_opened(walk: Walk) -> None:
    walk(SearchOpened(), QueryTyped("ぼっちゃん"), SearchAsked(Query("ぼっちゃん")))
    assert walk.screen is ScreenName.RESULTS
    walk(TitleChosen(BOTCHAN.title.id))
    assert walk.screen is ScreenName.TITLE
    assert walk.visit.search.chosen == BOTCHAN


def test_back_leads_through_the_same_pages(walk: Walk) -> None:
    walk(SearchOpened(), QueryTyped("なつめ"), SearchAsked(Query("なつめ")))
    found = walk.visit.search.found
    walk(TitleChosen(BOTCHAN.title.id), BackAsked())
    assert walk.screen is ScreenName.RESULTS
    assert walk.visit.search.found == found
    walk(BackAsked())
    assert walk.screen is ScreenName.SEARCH
    assert walk.visit.search.query.text == "なつめ"
    walk(BackAsked())
    assert walk.screen is ScreenName.HOME


def test_a_scanned_isbn_opens_its_title(walk: Walk) -> None:
    assert CAT.title.isbn is not None
    walk(IsbnScanned(CAT.title.isbn))
    assert walk.screen is ScreenName.TITLE
    assert walk.visit.search.chosen == CAT


def test_a_scanned_book_that_the_library_never_had_is_told_as_such(walk: Walk) -> None:
    walk(SearchOpened(), IsbnScanned("9784000099998"))
    assert walk.screen is ScreenName.SEARCH
    assert walk.visit.told == Told(Remark.NO_SUCH_BOOK)


def test_a_title_that_is_gone_is_explained_where_the_patron_stands(walk: Walk) -> None:
    walk(SearchOpened(), SearchAsked(Query("なつめ")), TitleChosen(TitleId("gone")))
    assert walk.screen is ScreenName.RESULTS
    assert isinstance(walk.trouble, TitleUnknown)


def test_what_came_into_the_catalogue_meanwhile_is_found(walk: Walk) -> None:
    walk(SearchOpened(), QueryTyped("ぞう"), SearchAsked(Query("ぞう")))
    assert walk.visit.search.found is not None
    assert walk.visit.search.found.total == 0
    elephant = FoundTitle(Title(TitleId("elephant"), "ぞうの話", "ぞうの はなし"))
    walk.library.catalogue.takes_in(elephant)
    walk(CatalogueChanged())
    assert [found.title.name for found in walk.visit.search.found.titles] == ["ぞうの話"]


def test_searching_needs_no_line(walk: Walk) -> None:
    walk.library.accounts.breaks_with(LineLost())
    walk.library.reservations.breaks_with(LineLost())
    walk(SearchOpened(), SearchAsked(Query("なつめ")), TitleChosen(BOTCHAN.title.id))
    assert walk.screen is ScreenName.TITLE


def test_language_size_and_colour_change_at_once_and_lose_nothing(walk: Walk) -> None:
    walk(SearchOpened(), QueryTyped("ねこ"))
    walk(LanguageChosen(Language.ENGLISH), TextSizeChosen(TextSize.LARGEST))
    walk(SchemeChosen(Scheme.BLACK_YELLOW))
    assert walk.screen is ScreenName.SEARCH
    assert walk.visit.search.query.text == "ねこ"
    assert walk.visit.look == Look(Language.ENGLISH, TextSize.LARGEST, Scheme.BLACK_YELLOW)


def test_home_forgets_the_search_and_keeps_the_look(walk: Walk) -> None:
    walk(LanguageChosen(Language.ENGLISH), SearchOpened(), QueryTyped("ねこ"), HomeAsked())
    expected = Visit(look=Look(Language.ENGLISH), premises=walk.visit.premises)
    assert walk.visit == expected


LONG = Query(limit=2)


def test_conditions_are_counted_while_they_are_chosen(walk: Walk) -> None:
    walk(SearchOpened(), QueryTyped("なつめ"), AdvancedOpened())
    assert walk.screen is ScreenName.ADVANCED
    assert walk.visit.search.query.terms == (Term(TermField.ANYWHERE, "なつめ"),)
    assert walk.visit.search.choices.branches == BRANCHES
    walk(ConditionsChanged(replace(walk.visit.search.query, year_from=2004)))
    assert walk.visit.search.counted is not None
    assert walk.visit.search.counted.total == 2
    assert walk.screen is ScreenName.ADVANCED


def test_back_from_the_results_leads_to_the_conditions_as_they_were(walk: Walk) -> None:
    query = Query(terms=(Term(TermField.TITLE, "こころ"),), language="ja")
    walk(SearchOpened(), AdvancedOpened(), ConditionsChanged(query), SearchAsked(query))
    assert walk.screen is ScreenName.RESULTS
    walk(BackAsked())
    assert walk.screen is ScreenName.ADVANCED
    assert walk.visit.search.query == query
    assert walk.visit.search.choices.branches == BRANCHES


def test_results_lead_to_the_conditions_that_made_them(walk: Walk) -> None:
    query = Query(terms=(Term(TermField.CREATOR, "なつめ"),))
    walk(SearchOpened(), SearchAsked(query), AdvancedOpened())
    assert walk.screen is ScreenName.ADVANCED
    assert walk.visit.search.query.terms == query.terms


def test_a_similar_heading_is_a_search_from_the_title(walk: Walk) -> None:
    heading = Query(terms=(Term(TermField.CREATOR, "夏目 漱石", is_whole=True),))
    walk(TitleChosen(BOTCHAN.title.id), SearchAsked(heading))
    assert walk.screen is ScreenName.RESULTS
    assert walk.visit.search.found is not None
    assert walk.visit.search.found.total == 3
    walk(BackAsked())
    assert walk.visit.search.chosen == BOTCHAN


def test_conditions_that_find_nothing_say_which_one_to_drop(walk: Walk) -> None:
    query = Query(terms=(Term(TermField.TITLE, "ぼっちゃん"),), language="en")
    walk(SearchOpened(), AdvancedOpened(), SearchAsked(query))
    assert walk.visit.search.found is not None
    assert [each.query for each in walk.visit.search.found.without] == [
        replace(query, language=None)
    ]


def test_a_page_beside_the_one_that_is_shown_is_there_at_once(walk: Walk) -> None:
    walk(SearchOpened(), SearchAsked(LONG))
    assert walk.visit.search.found is not None
    shown = walk.visit.search.found.titles
    walk.machine.hear(SearchAsked(LONG.at(2)))
    assert walk.visit.search.found.query == LONG.at(2)
    assert len(walk.visit.search.found.titles) == 2
    assert walk.visit.search.found.titles != shown
    before = walk.visit.search.found.titles
    walk.rest()
    assert walk.visit.search.found.titles == before


def test_home_and_idle_forget_the_conditions(walk: Walk) -> None:
    query = Query(terms=(Term(TermField.TITLE, "こころ"),))
    for leaving in (HomeAsked(), IdleElapsed()):
        walk(SearchOpened(), AdvancedOpened(), ConditionsChanged(query), leaving)
        assert walk.visit == Visit(premises=walk.visit.premises)
