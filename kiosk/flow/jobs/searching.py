"""Jobs that ask the kiosk's own copy of the catalogue."""

from dataclasses import replace

from kiosk.domain.searching import Query
from kiosk.events import (
    ConditionsCounted,
    ConditionsOpened,
    Event,
    NewTitlesFound,
    SuggestionsFound,
    TitlesFound,
)
from kiosk.ports import Kit
from kiosk.visit import Visit

NEW_TITLES_SHOWN = 12
PAGES_AROUND = 4


def find_new_titles(_visit: Visit, kit: Kit, _event: Event) -> Event:
    return NewTitlesFound(kit.catalogue.new_titles(NEW_TITLES_SHOWN))


def suggest(visit: Visit, kit: Kit, _event: Event) -> Event:
    query = visit.search.query
    return SuggestionsFound(kit.catalogue.suggest(query.text, query.scope))


def search(visit: Visit, kit: Kit, _event: Event) -> Event:
    """The page that is asked for, with those around it, so that turning never waits."""
    asked = visit.search.query
    first = max(0, asked.first - PAGES_AROUND * asked.limit)
    last = asked.first + (1 + PAGES_AROUND) * asked.limit
    wide = kit.catalogue.search(replace(asked, first=first, limit=last - first))
    return TitlesFound(wide.cut_to(asked))


def open_conditions(visit: Visit, kit: Kit, _event: Event) -> Event:
    choices = kit.catalogue.choices()
    return ConditionsOpened(choices, kit.catalogue.search(_only_counted(visit.search.query)))


def count_hits(visit: Visit, kit: Kit, _event: Event) -> Event:
    return ConditionsCounted(kit.catalogue.search(_only_counted(visit.search.query)))


def _only_counted(query: Query) -> Query:
    return replace(query, first=0, limit=0)
