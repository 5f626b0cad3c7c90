"""In which order titles are answered: the title itself first, what is about it last."""

from dataclasses import dataclass, replace

import numpy as np
from tantivy import Query

from kiosk.catalogue.keys import LONGEST, Hits, Keys
from kiosk.catalogue.matching import Matching
from kiosk.catalogue.snapshot import NO_HITS, Snapshot
from kiosk.domain.readings import split_query

_LONGEST_QUERY = 80  # letters of a word; more do not make it more precise
_MOST_WORDS = 12
_SHORTEST_FIRST = 3  # tiers below this one


@dataclass(frozen=True, slots=True)
class Ranked:
    """All hits in order, and how many of the first belong to each tier and those before it."""

    hits: Hits
    tiers: tuple[int, ...] = ()
    is_by_ear: bool = False

    def first_tiers(self, count: int) -> Hits:
        return Hits(self.hits.keys[: self.tiers[count - 1]]) if self.tiers else NO_HITS


def words_of(text: str) -> tuple[str, ...]:
    words = (word[:_LONGEST_QUERY] for word in split_query(text[:1000]))
    return tuple(dict.fromkeys(words))[:_MOST_WORDS]


def rank(snapshot: Snapshot, text: str) -> Ranked:
    """What matches; all titles for an empty text, none for one without a letter."""
    if not text.strip():
        return Ranked(Hits(snapshot.everything))
    words = words_of(text)
    if not words:
        return Ranked(NO_HITS)
    found = _rank(snapshot, Matching(snapshot.schema), words)
    if not found.hits.keys.size:
        found = _rank(snapshot, Matching(snapshot.schema, is_by_ear=True), words)
        return replace(found, is_by_ear=True)
    return found


def _rank(snapshot: Snapshot, matching: Matching, words: tuple[str, ...]) -> Ranked:
    found = snapshot.fetch(matching.anywhere(words))
    if not found.size:
        return Ranked(NO_HITS)
    tiers = [snapshot.fetch(query) for query in _tiers(matching, words)]
    return _in_order(found, tiers)


def _tiers(matching: Matching, words: tuple[str, ...]) -> tuple[Query, ...]:
    return (
        matching.title_is(words),
        matching.title_begins(words),
        matching.title_has_words(words),
        matching.in_title(words),
        matching.in_title_or_creator(words),
    )


def _in_order(found: Keys, tiers: list[Keys]) -> Ranked:
    """Sort what was found by its best tier; within a tier the newest stay first.

    Where the title begins with what was typed or has it in one piece, the shortest come first.
    """
    upward = found[::-1]
    best = np.full(found.size, len(tiers), np.uint8)
    for tier, keys in reversed(list(enumerate(tiers))):
        places = np.minimum(np.searchsorted(upward, keys), found.size - 1)
        best[found.size - 1 - places[upward[places] == keys]] = tier
    lengths = np.where((best > 0) & (best < _SHORTEST_FIRST), Hits(found).lengths, 0)
    order = np.argsort(best.astype(np.uint16) * (LONGEST + 1) + lengths, kind="stable")
    sizes = np.cumsum(np.bincount(best, minlength=len(tiers) + 1))
    return Ranked(Hits(found[order]), tuple(int(size) for size in sizes))
