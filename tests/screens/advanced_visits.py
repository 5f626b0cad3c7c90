"""Visits of patrons who search by conditions."""

from dataclasses import replace

from kiosk.domain.searching import (
    FacetCount,
    Found,
    Joined,
    Order,
    Query,
    Scope,
    ScopeCounts,
    SearchChoices,
    Term,
    TermField,
    Without,
)
from kiosk.domain.titles import CallNumber, FoundTitle, Material, Title, TitleId
from kiosk.visit import Search
from tests.screens.visits import AT_REST, EAST, FACETS, MAIN, SOUTH, TITLES, WEST

CHOICES = SearchChoices((MAIN, EAST, WEST, SOUTH), ("ja", "en", "zh", "ko", "eo"))
COUNTS = ScopeCounts(3, 12, 2)
QUERY = Query(
    terms=(
        Term(TermField.TITLE, "ねこ"),
        Term(TermField.TITLE, "いぬ とり", Joined.NOT),
        Term(TermField.SUBJECT, "童話"),
        Term(TermField.NDC, "913"),
    ),
    year_from=1990,
    year_to=2020,
    language="ja",
)
OPENED = replace(AT_REST, search=Search(choices=CHOICES, counted=Found(Query(limit=0), 9876)))
CONDITIONS = replace(
    AT_REST,
    search=Search(
        QUERY, choices=CHOICES, counted=Found(replace(QUERY, limit=0), 12, counts=COUNTS)
    ),
)
FOUND_QUERY = replace(QUERY, order=Order.NEWEST)
FOUND = replace(
    AT_REST,
    search=Search(
        FOUND_QUERY,
        found=Found(
            FOUND_QUERY,
            12,
            TITLES[:5],
            COUNTS,
            (
                *FACETS[:4],
                FacetCount("language", "ja", 12),
                FacetCount("branch", EAST.id, 7),
                FacetCount("branch", WEST.id, 4),
            ),
            branches=CHOICES.branches,
        ),
    ),
)
_NARROW = replace(QUERY, branch=EAST.id, scope=Scope.CHILDREN, is_for_children=True)
TOO_NARROW = replace(
    AT_REST,
    search=Search(
        _NARROW,
        found=Found(
            _NARROW,
            counts=ScopeCounts(0, 2, 0),
            without=(
                Without(replace(_NARROW, terms=_NARROW.terms[1:]), 41),
                Without(replace(_NARROW, terms=_NARROW.terms[:2] + _NARROW.terms[3:]), 3),
                Without(replace(_NARROW, year_from=None, year_to=None), 5),
                Without(replace(_NARROW, branch=None), 2),
            ),
            branches=CHOICES.branches,
        ),
    ),
)
HISTORY = FoundTitle(
    Title(
        TitleId("history"),
        "港の歴史",
        "みなと の れきし",
        publisher="港書房",
        year=2001,
        call_number=CallNumber("217.5"),
    ),
    parts=12,
)
QUARTERLY = FoundTitle(
    Title(
        TitleId("quarterly"),
        "季刊 港と舟",
        "きかん みなと と ふね",
        publisher="港書房",
        year=1988,
        material=Material.MAGAZINE,
        call_number=CallNumber("683"),
    ),
    parts=128,
)
SETS = replace(
    AT_REST,
    search=Search(
        Query("みなと"),
        found=Found(Query("みなと"), 2, (HISTORY, QUARTERLY), ScopeCounts(1, 2, 0), FACETS[:2]),
    ),
)
