"""A whole answer, of which pages are cut; the last one is kept while pages are turned."""

from dataclasses import dataclass, replace

from kiosk.catalogue.facets import facets_of
from kiosk.catalogue.keys import Numbers
from kiosk.catalogue.narrowing import Narrowing
from kiosk.catalogue.ranking import rank_all
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.snapshot import Snapshot
from kiosk.domain.conditions import conditions_of
from kiosk.domain.searching import FacetCount, Query, ScopeCounts, Without


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """All that a query finds, by number, in its order."""

    numbers: Numbers
    counts: ScopeCounts
    facets: tuple[FacetCount, ...]
    without: tuple[Without, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    snapshot: Snapshot
    shelves: Shelves
    asked: int  # the hash of a query: what a patron typed is kept nowhere
    answer: Answer


class Answers:
    """Safe from any thread: what is kept is replaced whole."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None

    def of(self, snapshot: Snapshot, query: Query, shelves: Shelves) -> Answer:
        """The answer whichever page is asked; worked out anew only if something else is asked."""
        asked, kept = hash(replace(query, first=0, limit=0)), self._kept
        is_same = kept is not None and kept.snapshot is snapshot and kept.shelves is shelves
        if kept is not None and is_same and kept.asked == asked:
            return kept.answer
        answer = _answer(snapshot, query, shelves)
        self._kept = None if answer.without else _Kept(snapshot, shelves, asked, answer)
        return answer


def count_of(snapshot: Snapshot, query: Query, shelves: Shelves) -> int:
    """How many titles it finds: cheaper than the answer, which stays kept."""
    return int(_narrowing(snapshot, query, shelves).mask(query).sum())


def _answer(snapshot: Snapshot, query: Query, shelves: Shelves) -> Answer:
    narrowing = _narrowing(snapshot, query, shelves)
    numbers = snapshot.orders.sort(narrowing.chosen(query), query.order).numbers
    return Answer(
        numbers,
        narrowing.counts(query),
        facets_of(narrowing, query),
        () if numbers.size else _without(snapshot, query, shelves),
    )


def _narrowing(snapshot: Snapshot, query: Query, shelves: Shelves) -> Narrowing:
    return Narrowing(rank_all(snapshot, query).hits, shelves, snapshot.sets)


def _without(snapshot: Snapshot, query: Query, shelves: Shelves) -> tuple[Without, ...]:
    """What each condition costs; nothing where there is but one."""
    counted = (
        Without(rest, count_of(snapshot, rest, shelves))
        for rest in (condition.rest for condition in conditions_of(query))
        if conditions_of(rest)
    )
    return tuple(without for without in counted if without.count)
