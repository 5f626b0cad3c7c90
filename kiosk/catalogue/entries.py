"""A title as a document of the index."""

from collections.abc import Iterable

from tantivy import Document

from kiosk.catalogue.headings import headings_of
from kiosk.catalogue.keys import pack_key
from kiosk.catalogue.schema import ABOUT, CREATOR, HEARD, SUMMARY, TITLE, Area, Field
from kiosk.catalogue.stored import pack_title
from kiosk.catalogue.tokens import as_pairs, readable, starts, written_ways
from kiosk.domain.readings import fold_as_heard
from kiosk.domain.titles import Title

_NUMBER_BITS = 32


def document_of(number: int, title: Title) -> Document:
    document = Document()
    document.add_unsigned(Field.NUMBER, number)
    document.add_unsigned(Field.KEY, pack_key(number, title))
    document.add_unsigned(Field.ADDED, _added(title) << _NUMBER_BITS | number)
    document.add_text(Field.ID, title.id)
    if title.isbn:
        document.add_text(Field.ISBN, title.isbn)
    _add_words(document, title)
    for heading in set(headings_of(title)):
        for term in heading.terms():
            document.add_text(Field.HEADING, term)
    document.add_bytes(Field.RECORD, pack_title(title))
    return document


def _added(title: Title) -> int:
    return title.added_on.toordinal() if title.added_on else 0


def _add_words(document: Document, title: Title) -> None:
    people = [creator.name for creator in title.creators]
    readings = [creator.reading for creator in title.creators]
    _add_area(document, TITLE, (title.name, title.reading))
    _add_area(document, CREATOR, (*people, *readings))
    _add_area(document, ABOUT, (*title.subjects, title.series, title.publisher))
    _add_area(document, SUMMARY, (title.summary,))
    for words in readable((title.reading, *readings)):
        document.add_text(HEARD.pairs, as_pairs(fold_as_heard("".join(words))))
        _add_starts(document, HEARD, starts(tuple(map(fold_as_heard, words))))


def _add_area(document: Document, area: Area, texts: Iterable[str | None]) -> None:
    ways = dict.fromkeys(way for text in texts if text for way in written_ways(text))
    for joined in dict.fromkeys("".join(way) for way in ways):
        document.add_text(area.pairs, as_pairs(joined))
    _add_starts(document, area, {start for way in ways for start in starts(way)})


def _add_starts(document: Document, area: Area, begun: set[str]) -> None:
    document.add_text(Field.STARTS, " ".join(area.mark + start for start in begun))
