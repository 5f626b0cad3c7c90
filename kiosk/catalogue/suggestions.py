"""What is offered while a patron types: titles, people, subjects, series."""

from collections.abc import Iterator
from heapq import nlargest
from itertools import chain, islice
from operator import itemgetter

from kiosk.catalogue.headings import Heading, key_starts, read_term
from kiosk.catalogue.keys import Hits
from kiosk.catalogue.marks import mark
from kiosk.catalogue.narrowing import Narrowing
from kiosk.catalogue.ranking import Ranked
from kiosk.catalogue.schema import Field
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.snapshot import Snapshot
from kiosk.catalogue.words import words_of
from kiosk.domain.searching import Query, Scope, Suggestion, SuggestionKind
from kiosk.domain.titles import Title

MOST_OFFERS = 6
_TITLES_BESIDE_HEADINGS = 3
_HEADINGS_LOOKED_AT = 12
_TERMS_LOOKED_AT = 48  # a heading has a term for each of its words
_TIERS_OF_ONE_WORD = 3  # where the title has it from the beginning of a word on
_TIERS_OF_OTHERS = 5  # where each word, in Latin letters or by ear, is in title or creators


class Suggesting:
    """Looks into one snapshot, within one scope."""

    def __init__(self, snapshot: Snapshot, shelves: Shelves, scope: Scope) -> None:
        self._snapshot = snapshot
        self._shelves = shelves
        self._scope = scope

    def offers(self, text: str, ranked: Ranked) -> tuple[Suggestion, ...]:
        """Titles first, best first; then headings, those with the most titles first."""
        words = words_of(text)
        if not words:
            return ()
        titles = list(islice(self._titles(words, ranked), MOST_OFFERS))
        room = MOST_OFFERS - min(len(titles), _TITLES_BESIDE_HEADINGS)
        headings = self._headings("".join(words))[:room]
        return (*titles[: MOST_OFFERS - len(headings)], *headings)

    def _titles(self, words: tuple[str, ...], ranked: Ranked) -> Iterator[Suggestion]:
        is_plain = len(words) == 1 and not words[0].isascii() and not ranked.is_by_ear
        tiers = _TIERS_OF_ONE_WORD if is_plain else _TIERS_OF_OTHERS
        hits = self._in_scope(ranked.first_tiers(tiers))
        for title in self._snapshot.titles(hits.numbers[:MOST_OFFERS]):
            yield _of_title(title, words)

    def _headings(self, typed: str) -> list[Suggestion]:
        counted = [
            Suggestion(
                heading.kind,
                heading.text,
                count=count,
                match=mark(heading.text, heading.reading, typed),
            )
            for heading, term in self._most_frequent(typed).items()
            if (count := self._count(term))
        ]
        return sorted(counted, key=lambda offer: (-(offer.count or 0), offer.text))

    def _most_frequent(self, typed: str) -> dict[Heading, str]:
        """Headings with a word that begins so, each with one of its terms."""
        terms = chain.from_iterable(
            self._snapshot.searcher.terms_with_prefix(Field.HEADING, begin)
            for begin in key_starts(typed)
        )
        chosen: dict[Heading, str] = {}
        for term, _ in nlargest(_TERMS_LOOKED_AT, terms, key=itemgetter(1)):
            chosen.setdefault(read_term(term), term)
        return dict(islice(chosen.items(), _HEADINGS_LOOKED_AT))

    def _count(self, term: str) -> int:
        """How many titles of the scope stand under a heading now."""
        keys = self._snapshot.fetch(self._snapshot.term(Field.HEADING, term))
        return int(self._in_scope(Hits(keys)).keys.size)

    def _in_scope(self, hits: Hits) -> Hits:
        return Narrowing(hits, self._shelves, self._snapshot.sets).chosen(Query(scope=self._scope))


def _of_title(title: Title, words: tuple[str, ...]) -> Suggestion:
    typed = "".join(words)
    found = mark(title.name, title.reading, typed)
    if found == (0, 0) and len(words) > 1:
        found = mark(title.name, title.reading, words[0])
    author = title.creators[0].name if title.creators else ""
    return Suggestion(SuggestionKind.TITLE, title.name, note=author, title=title.id, match=found)
