"""A catalogue in memory: a handful of titles, searched word by word."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.branches import Branch
from kiosk.domain.conditions import conditions_of
from kiosk.domain.errors import IsbnUnknown, ItemUnknown, TitleUnknown
from kiosk.domain.searching import (
    Found,
    Query,
    Scope,
    ScopeCounts,
    SearchChoices,
    Suggestion,
    SuggestionKind,
    Suggestions,
    Without,
)
from kiosk.domain.titles import FoundTitle, Material, Title, TitleId
from kiosk.services.simulated.facets import facets_of
from kiosk.services.simulated.matching import matches
from kiosk.services.simulated.sorting import sort
from kiosk.services.simulated.stock import BRANCHES, STOCK
from kiosk.services.simulated.trouble import Breakable

OFFERS = 8


class SimulatedCatalogue(Breakable):
    def __init__(
        self,
        titles: Iterable[FoundTitle] = STOCK,
        branches: tuple[Branch, ...] = BRANCHES,
    ) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._branches = branches

    def takes_in(self, title: FoundTitle) -> None:
        """As when the copy is brought up to date."""
        self._titles = (*self._titles, title)

    def search(self, query: Query) -> Found:
        self._stumble()
        hits = sort(self._hits(query), query.order)
        return Found(
            query,
            len(hits),
            tuple(hits[query.first : query.first + query.limit]),
            self._counts(query),
            facets_of(hits, query),
            () if hits else self._without(query),
            self._branches,
        )

    def count(self, query: Query) -> int:
        self._stumble()
        return len(self._hits(query))

    def suggest(self, text: str, scope: Scope) -> Suggestions:
        self._stumble()
        query = Query(text, scope)
        if not text.strip():
            return Suggestions(text)
        hits = self._hits(query)
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
        raise IsbnUnknown

    def by_item(self, barcode: str) -> FoundTitle:
        """Every title has an item at each of its branches: BOTCHAN-EAST."""
        self._stumble()
        for known in self._titles:
            for holding in known.availability.holdings:
                if barcode == f"{known.title.id}-{holding.branch.id}":
                    return known
        raise ItemUnknown

    def parts(self, set_id: TitleId) -> tuple[FoundTitle, ...]:
        self._stumble()
        parts = [found for found in self._titles if found.title.set_id == set_id]
        is_magazine = any(found.title.material is Material.MAGAZINE for found in parts)
        parts.sort(key=lambda found: found.title.part_rank, reverse=is_magazine)
        return tuple(parts)

    def editions(self, title: Title) -> tuple[FoundTitle, ...]:
        self._stumble()
        others = [
            found
            for found in self._titles
            if title.work and found.title.work == title.work and found.title.id != title.id
        ]
        others.sort(key=lambda found: -(found.title.year or 0))
        return tuple(others)

    def branches(self) -> tuple[Branch, ...]:
        self._stumble()
        return self._branches

    def choices(self) -> SearchChoices:
        self._stumble()
        languages = dict.fromkeys(found.title.language for found in self._titles)
        return SearchChoices(self._branches, tuple(languages))

    def new_titles(self, limit: int) -> tuple[FoundTitle, ...]:
        self._stumble()
        dated = [title for title in self._titles if title.title.added_on is not None]
        dated.sort(key=lambda found: str(found.title.added_on), reverse=True)
        return tuple(dated[:limit])

    def _hits(self, query: Query) -> list[FoundTitle]:
        """Volumes stand behind their set where it is found itself."""
        hits = [title for title in self._titles if matches(title, query)]
        found = {hit.title.id for hit in hits}
        return [self._counted(hit) for hit in hits if hit.title.set_id not in found]

    def _counted(self, found: FoundTitle) -> FoundTitle:
        parts = sum(each.title.set_id == found.title.id for each in self._titles)
        return replace(found, parts=parts)

    def _counts(self, query: Query) -> ScopeCounts:
        here, everywhere, children = (
            len(self._hits(replace(query, scope=scope)))
            for scope in (Scope.HERE, Scope.ALL, Scope.CHILDREN)
        )
        return ScopeCounts(here, everywhere, children)

    def _without(self, query: Query) -> tuple[Without, ...]:
        counted = (
            Without(condition.rest, len(self._hits(condition.rest)))
            for condition in conditions_of(query)
        )
        return tuple(without for without in counted if without.count)


def _suggestion(found: FoundTitle, text: str) -> Suggestion:
    title = found.title
    at = title.name.find(text)
    match = (at, at + len(text)) if at >= 0 else (0, 0)
    note = title.creators[0].name if title.creators else ""
    return Suggestion(SuggestionKind.TITLE, title.name, note, title=title.id, match=match)
