"""In which order titles are answered: the title itself first, what is about it last."""

from dataclasses import dataclass, replace

import numpy as np
from tantivy import Query

from kiosk.catalogue.conditions import Conditions, pieces
from kiosk.catalogue.keys import LONGEST, Hits, Keys
from kiosk.catalogue.matching import Matching
from kiosk.catalogue.snapshot import NO_HITS, Snapshot
from kiosk.catalogue.words import words_of
from kiosk.domain.searching import Joined, Term, TermField
from kiosk.domain.searching import Query as Asked

_SHORTEST_FIRST = 3  # tiers below this one


@dataclass(frozen=True, slots=True)
class Ranked:
    """All hits in order, and how many of the first belong to each tier and those before it."""

    hits: Hits
    tiers: tuple[int, ...] = ()
    is_by_ear: bool = False

    def first_tiers(self, count: int) -> Hits:
        return Hits(self.hits.keys[: self.tiers[count - 1]]) if self.tiers else NO_HITS


def rank_all(snapshot: Snapshot, asked: Asked) -> Ranked:
    """What matches the words and the conditions; narrowing comes after."""
    if not asked.terms:
        return rank(snapshot, asked.text)
    if not asked.text.strip():
        return _meeting(snapshot, asked.terms)
    ranked, meeting = rank(snapshot, asked.text), _meeting(snapshot, asked.terms)
    are_both = np.isin(ranked.hits.keys, meeting.hits.keys)
    return Ranked(Hits(ranked.hits.keys[are_both]))


def _meeting(snapshot: Snapshot, terms: tuple[Term, ...]) -> Ranked:
    """What meets the conditions; the title that they name comes first."""
    for is_by_ear in (False, True):
        conditions = Conditions(snapshot, is_by_ear=is_by_ear)
        found = snapshot.fetch(conditions.query(terms))
        if found.size:
            break
    words = tuple(
        word
        for term in terms
        if term.joined is Joined.ALL and term.field in (TermField.TITLE, TermField.ANYWHERE)
        for word in pieces(term.text)
    )
    if not words or not found.size:
        return Ranked(Hits(found))
    tiers = _tiers(Matching(snapshot.schema, is_by_ear=is_by_ear), words)
    return _in_order(found, [snapshot.fetch(query) for query in tiers])


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
