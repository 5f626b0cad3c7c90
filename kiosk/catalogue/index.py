"""The index of a catalogue, as those who search it see it."""

from pathlib import Path
from typing import Self

from tantivy import Index

from kiosk.catalogue.answers import Answers, count_of
from kiosk.catalogue.errors import IndexUnusable
from kiosk.catalogue.facets import facets_of
from kiosk.catalogue.keys import Hits
from kiosk.catalogue.narrowing import Narrowing
from kiosk.catalogue.ranking import rank
from kiosk.catalogue.schema import FORMAT, Field, register_tokens
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.snapshot import Snapshot
from kiosk.catalogue.suggestions import Suggesting
from kiosk.domain.isbn import read_isbn
from kiosk.domain.searching import Found, Query, Scope, Suggestions
from kiosk.domain.titles import FoundTitle, Material, Title, TitleId

MOST_PARTS = 1000  # a weekly magazine has as many in twenty years
MOST_EDITIONS = 100


class CatalogueIndex:
    """Answers from the last commit that it was told to look at; safe from any thread.

    Titles are answered without their whereabouts, which are the caller's; a search counts
    with the caller's shelves.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._answers = Answers()
        self._snapshot = Snapshot(index.schema, index.searcher())

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Raises IndexUnusable."""
        try:
            index = Index.open(str(folder))
            register_tokens(index)
            index.config_reader("manual")
            opened = cls(index)
            is_ours = opened._snapshot.state().startswith(f"{FORMAT}:")
        except (ValueError, OSError, IndexError) as error:
            raise IndexUnusable from error
        if not is_ours:
            raise IndexUnusable
        return opened

    @property
    def note(self) -> str:
        """What the writer noted with the commit."""
        return self._snapshot.state().partition(":")[2]

    def reload(self) -> None:
        """Look at the latest commit from now on; answers being made keep the former."""
        self._index.reload()
        self._snapshot = Snapshot(self._index.schema, self._index.searcher())

    def search(self, query: Query, shelves: Shelves) -> Found:
        snapshot = self._snapshot
        answer = self._answers.of(snapshot, query, shelves)
        first = max(0, query.first)
        page = snapshot.titles(answer.numbers[first : first + max(0, query.limit)])
        return Found(
            query=query,
            total=int(answer.numbers.size),
            titles=tuple(_with_parts(snapshot, title) for title in page),
            counts=answer.counts,
            facets=answer.facets,
            without=answer.without,
        )

    def count(self, query: Query, shelves: Shelves) -> int:
        return count_of(self._snapshot, query, shelves)

    def suggest(self, text: str, scope: Scope, shelves: Shelves) -> Suggestions:
        snapshot = self._snapshot
        ranked = rank(snapshot, text)
        counts = Narrowing(ranked.hits, shelves, snapshot.sets).counts(Query(text, scope))
        offers = Suggesting(snapshot, shelves, scope).offers(text, ranked)
        return Suggestions(text, offers, counts)

    def with_parts(self, title: Title) -> FoundTitle:
        return _with_parts(self._snapshot, title)

    def title(self, title: TitleId) -> Title | None:
        return self._snapshot.one(Field.ID, title)

    def parts(self, set_id: TitleId) -> tuple[Title, ...]:
        """The volumes of a set in their order; the issues of a magazine, the newest first."""
        parts = self._snapshot.all(Field.SET, set_id, MOST_PARTS)
        is_magazine = any(part.material is Material.MAGAZINE for part in parts)
        return tuple(sorted(parts, key=lambda part: part.part_rank, reverse=is_magazine))

    def editions(self, title: Title) -> tuple[Title, ...]:
        """The other editions of the same work, the newest first."""
        alike = self._snapshot.all(Field.WORK, title.work, MOST_EDITIONS) if title.work else ()
        others = [each for each in alike if each.id != title.id]
        return tuple(sorted(others, key=lambda edition: -(edition.year or 0)))

    def languages(self) -> tuple[str, ...]:
        """Those of the stock, of the most titles first."""
        everything = Narrowing(Hits(self._snapshot.everything), Shelves(), self._snapshot.sets)
        facets = facets_of(everything, Query())
        return tuple(str(facet.value) for facet in facets if facet.field == "language")

    def by_isbn(self, isbn: str) -> Title | None:
        """In any of its writings; the newest where several titles share one."""
        code = read_isbn(isbn)
        return self._snapshot.one(Field.ISBN, code) if code else None

    def newest(self, limit: int) -> tuple[Title, ...]:
        """The latest to come into the library, newest first."""
        return self._snapshot.newest(limit)


def _with_parts(snapshot: Snapshot, title: Title) -> FoundTitle:
    return FoundTitle(title, parts=snapshot.count(Field.SET, title.id))
