"""Jobs that ask the kiosk's own copy of the catalogue."""

from kiosk.events import (
    Event,
    IsbnScanned,
    NewTitlesFound,
    SuggestionsFound,
    TitleChosen,
    TitleOpened,
    TitlesFound,
)
from kiosk.ports import Kit
from kiosk.visit import Visit

NEW_TITLES_SHOWN = 12


def find_new_titles(_visit: Visit, kit: Kit, _event: Event) -> Event:
    return NewTitlesFound(kit.catalogue.new_titles(NEW_TITLES_SHOWN))


def suggest(visit: Visit, kit: Kit, _event: Event) -> Event:
    query = visit.search.query
    return SuggestionsFound(kit.catalogue.suggest(query.text, query.scope))


def search(visit: Visit, kit: Kit, _event: Event) -> Event:
    return TitlesFound(kit.catalogue.search(visit.search.query))


def open_title(_visit: Visit, kit: Kit, chosen: Event) -> Event:
    assert isinstance(chosen, TitleChosen)
    return TitleOpened(kit.catalogue.title(chosen.title))


def open_by_isbn(_visit: Visit, kit: Kit, scanned: Event) -> Event:
    assert isinstance(scanned, IsbnScanned)
    return TitleOpened(kit.catalogue.by_isbn(scanned.isbn))
