"""A catalogue in memory: a handful of titles, searched word by word."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.errors import TitleUnknown
from kiosk.domain.searching import (
    FacetCount,
    Found,
    Query,
    Scope,
    ScopeCounts,
    Suggestion,
    SuggestionKind,
    Suggestions,
)
from kiosk.domain.titles import FoundTitle, Material, TitleId, Whereabouts
from kiosk.services.simulated.stock import STOCK
from kiosk.services.simulated.trouble import Breakable

OFFERS = 8
KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class SimulatedCatalogue(Breakable):
    def __init__(self, titles: Iterable[FoundTitle] = STOCK) -> None:
        super().__init__()
        self._titles = tuple(titles)

    def takes_in(self, title: FoundTitle) -> None:
        """As when the copy is brought up to date."""
        self._titles = (*self._titles, title)

    def search(self, query: Query) -> Found:
        self._stumble()
        hits = [title for title in self._titles if _matches(title, query)]
        page = tuple(hits[query.first : query.first + query.limit])
        return Found(query, len(hits), page, self._counts(query), _facets(hits, query))

    def suggest(self, text: str, scope: Scope) -> Suggestions:
        self._stumble()
        query = Query(text, scope)
        if not text.strip():
            return Suggestions(text)
        hits = [title for title in self._titles if _matches(title, query)]
        offers = tuple(_suggestion(hit, text) for hit in hits[:OFFERS])
        return Suggestions(text, offers, self._counts(query))

    def title(self, title: TitleId) -> FoundTitle:
        self._stumble()
        for known in self._titles:
            if known.title.id == title:
                return known
        raise TitleUnknown

    def by_isbn(self, isbn: str) -> FoundTitle:
        self._stumble()
        for known in self._titles:
            if known.title.isbn == isbn:
                return known
        raise TitleUnknown

    def new_titles(self, limit: int) -> tuple[FoundTitle, ...]:
        self._stumble()
        dated = [title for title in self._titles if title.title.added_on is not None]
        dated.sort(key=lambda found: str(found.title.added_on), reverse=True)
        return tuple(dated[:limit])

    def _counts(self, query: Query) -> ScopeCounts:
        def count(scope: Scope) -> int:
            return sum(_matches(title, replace(query, scope=scope)) for title in self._titles)

        return ScopeCounts(count(Scope.HERE), count(Scope.ALL), count(Scope.CHILDREN))


def _matches(found: FoundTitle, query: Query) -> bool:
    title = found.title
    return (
        _has_words(found, query.text)
        and _is_in(found, query.scope)
        and (not query.is_on_shelf or _is_on_shelf(found))
        and (query.material is None or title.material is query.material)
        and (query.main_class is None or title.call_number.main_class == query.main_class)
    )


def _has_words(found: FoundTitle, text: str) -> bool:
    title = found.title
    people = [part for creator in title.creators for part in (creator.name, creator.reading)]
    fields = [_plain(field or "") for field in (title.name, title.reading, title.isbn, *people)]
    return all(any(_plain(word) in field for field in fields) for word in text.split())


def _plain(text: str) -> str:
    """Hiragana without spaces, so that わがはいはねこ finds what a reading divides."""
    return "".join(text.casefold().translate(KATAKANA_TO_HIRAGANA).split())


def _is_in(found: FoundTitle, scope: Scope) -> bool:
    match scope:
        case Scope.HERE:
            return any(holding.is_here for holding in found.availability.holdings)
        case Scope.CHILDREN:
            return found.title.is_for_children
        case Scope.ALL:
            return True


def _is_on_shelf(found: FoundTitle) -> bool:
    return found.availability.whereabouts in {
        Whereabouts.HERE,
        Whereabouts.ELSEWHERE,
        Whereabouts.REFERENCE,
    }


def _facets(hits: list[FoundTitle], query: Query) -> tuple[FacetCount, ...]:
    """Ways to narrow that are not taken yet and leave something."""
    facets = []
    on_shelf = sum(_is_on_shelf(hit) for hit in hits)
    if on_shelf and not query.is_on_shelf:
        facets.append(FacetCount("is_on_shelf", value=True, count=on_shelf))
    if query.material is None:
        for material in Material:
            count = sum(hit.title.material is material for hit in hits)
            if count:
                facets.append(FacetCount("material", material, count))
    return tuple(facets)


def _suggestion(found: FoundTitle, text: str) -> Suggestion:
    title = found.title
    at = title.name.find(text)
    match = (at, at + len(text)) if at >= 0 else (0, 0)
    note = title.creators[0].name if title.creators else ""
    return Suggestion(SuggestionKind.TITLE, title.name, note, title=title.id, match=match)
