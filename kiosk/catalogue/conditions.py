"""The conditions of a detailed search as one query of the index."""

import re
from collections.abc import Callable, Iterator

from tantivy import Occur, Query

from kiosk.catalogue.matching import Matching
from kiosk.catalogue.ndc import classes_asked
from kiosk.catalogue.schema import (
    AREAS,
    CREATOR,
    PUBLISHER,
    SERIES,
    SUBJECT,
    TITLE,
    Area,
    Field,
)
from kiosk.catalogue.snapshot import Snapshot
from kiosk.catalogue.words import words_of
from kiosk.domain.isbn import read_isbn
from kiosk.domain.readings import fold
from kiosk.domain.searching import Joined, Term, TermField

_AREAS: dict[TermField, tuple[Area, ...]] = {
    TermField.ANYWHERE: AREAS,
    TermField.TITLE: (TITLE,),
    TermField.CREATOR: (CREATOR,),
    TermField.PUBLISHER: (PUBLISHER,),
    TermField.SUBJECT: (SUBJECT,),
    TermField.SERIES: (SERIES,),
}
_PIECES = re.compile(r"[「『“\"]([^」』”\"]*)[」』”\"]|([^「」『』“”\"]+)")


class Conditions:
    """What titles must have, of what they must have one at least, and what they must not have."""

    def __init__(self, snapshot: Snapshot, *, is_by_ear: bool = False) -> None:
        self._snapshot = snapshot
        self._written = Matching(snapshot.schema)
        self._loosely = Matching(snapshot.schema, is_by_ear=is_by_ear)

    def query(self, terms: tuple[Term, ...]) -> Query:
        """Terms without a letter ask for nothing."""
        asked = {
            joined: [query for term in terms if term.joined is joined for query in self._each(term)]
            for joined in Joined
        }
        clauses = [(Occur.Must, query) for query in asked[Joined.ALL]]
        if asked[Joined.ANY]:
            one = Query.boolean_query([(Occur.Should, query) for query in asked[Joined.ANY]])
            clauses.append((Occur.Must, one))
        if not clauses:
            clauses.append((Occur.Must, Query.exists_query(Field.KEY)))
        clauses += [(Occur.MustNot, query) for query in asked[Joined.NOT]]
        return Query.boolean_query(clauses)

    def _each(self, term: Term) -> Iterator[Query]:
        """A query for each word of the condition."""
        special: dict[TermField, Callable[[str], Iterator[Query]]] = {
            TermField.NDC: self._classes,
            TermField.ISBN: self._isbns,
        }
        if term.field in special:
            yield from special[term.field](term.text)
            return
        areas = _AREAS[term.field]
        # What is not wanted is taken at its word: titles that only sound alike stay.
        matching = self._written if term.joined is Joined.NOT else self._loosely
        if term.is_whole:
            yield matching.is_whole(areas, fold(term.text))
            return
        for word in pieces(term.text):
            yield matching.in_areas(areas, word)

    def _classes(self, text: str) -> Iterator[Query]:
        for code in classes_asked(text):
            yield self._snapshot.term(Field.NDC, code)

    def _isbns(self, text: str) -> Iterator[Query]:
        isbn = read_isbn(text)
        if isbn is not None:
            yield self._snapshot.term(Field.ISBN, isbn)
        elif fold(text):
            yield Query.empty_query()


def pieces(text: str) -> tuple[str, ...]:
    """The folded words of a condition; what stands in quotation marks is one piece."""
    found: list[str] = []
    for quoted, plain in _PIECES.findall(text):
        found += words_of("".join(quoted.split())) if quoted else words_of(plain)
    return tuple(dict.fromkeys(found))
