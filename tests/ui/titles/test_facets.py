import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import FacetCount, Query, Scope, ScopeCounts
from kiosk.domain.titles import Material
from kiosk.events import ScopeChosen, SearchAsked
from kiosk.ui.look.theme import Theme
from kiosk.ui.titles.facets import Facets
from kiosk.ui.titles.scope_keys import ScopeKeys
from kiosk.visit import Look
from tests.ui.samples import japanese

FACETS = (
    FacetCount("is_on_shelf", value=True, count=163),
    FacetCount("material", Material.BOOK, 352),
    FacetCount("material", Material.PICTURE_BOOK, 47),
    FacetCount("main_class", "9", 203),
)


@pytest.fixture
def facets(qtbot: QtBot) -> Facets:
    made = Facets(japanese())
    qtbot.addWidget(made)
    made.restyle(Theme().of())
    return made


def test_a_facet_narrows_the_query_from_its_first_page(facets: Facets) -> None:
    query = Query("ねこ", first=10)
    facets.show_facets(query, FACETS)
    says = [key.says for key in facets.keys]
    assert says == [
        SearchAsked(Query("ねこ", is_on_shelf=True)),
        SearchAsked(Query("ねこ", material=Material.BOOK)),
        SearchAsked(Query("ねこ", material=Material.PICTURE_BOOK)),
        SearchAsked(Query("ねこ", main_class="9")),
    ]


def test_a_facet_that_is_on_widens_the_query_again(facets: Facets) -> None:
    facets.show_facets(Query("ねこ", material=Material.BOOK, main_class="9"), FACETS)
    assert [key.is_on for key in facets.keys] == [False, True, False, True]
    assert facets.keys[1].says == SearchAsked(Query("ねこ", main_class="9"))


def test_facets_are_named_with_what_would_be_left(facets: Facets) -> None:
    facets.show_facets(Query("ねこ"), FACETS)
    assert [key.accessibleName() for key in facets.keys] == [
        "いま棚にある 163",
        "図書 352",
        "絵本 47",
        "9 文学 203",
    ]


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGE])
def test_facets_beside_a_list_are_targets(facets: Facets, size: TextSize) -> None:
    facets.restyle(Theme().of(Look(size=size)))
    facets.show_facets(Query("ねこ"), FACETS)
    facets.resize(344, 770)
    facets.show()
    for key in facets.keys:
        assert min(key.width(), key.height()) >= 80


def test_every_scope_is_offered_with_its_count(qtbot: QtBot) -> None:
    scopes = ScopeKeys(japanese())
    qtbot.addWidget(scopes)
    scopes.restyle(Theme().of())
    scopes.show_scope(Scope.HERE, ScopeCounts(215, 438, 61))
    assert [key.says for key in scopes.keys.values()] == [ScopeChosen(each) for each in Scope]
    assert scopes.keys[Scope.ALL].accessibleName() == "全館 438"
    assert [key.is_on for key in scopes.keys.values()] == [True, False, False]
