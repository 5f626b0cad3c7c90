"""A title as a document of the index."""

from collections.abc import Iterable

from tantivy import Document

from kiosk.catalogue.headings import headings_of
from kiosk.catalogue.keys import pack_key
from kiosk.catalogue.ndc import classes_of
from kiosk.catalogue.places import creator_places, title_places
from kiosk.catalogue.schema import (
    CREATOR,
    CREATOR_PLACES,
    HEARD_CREATOR,
    HEARD_TITLE,
    PUBLISHER,
    SERIES,
    SUBJECT,
    SUMMARY,
    TITLE,
    TITLE_PLACES,
    Area,
    Field,
)
from kiosk.catalogue.sets import id_as_number, ways_of_part
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
    for field, value in ((Field.ISBN, title.isbn), (Field.SET, title.set_id)):
        if value:
            document.add_text(field, value)
    if title.work:
        document.add_text(Field.WORK, title.work)
    for code in classes_of(title.call_number.ndc):
        document.add_text(Field.NDC, code)
    _add_numbers(document, title)
    _add_words(document, title)
    for heading in set(headings_of(title)):
        for term in heading.terms():
            document.add_text(Field.HEADING, term)
    document.add_bytes(Field.RECORD, pack_title(title))
    return document


def _added(title: Title) -> int:
    return title.added_on.toordinal() if title.added_on else 0


def _add_numbers(document: Document, title: Title) -> None:
    document.add_unsigned(Field.OWN, id_as_number(title.id))
    document.add_unsigned(Field.OWNER, id_as_number(title.set_id) if title.set_id else 0)
    for field, place in zip(TITLE_PLACES, title_places(title), strict=True):
        document.add_unsigned(field, place)
    for field, place in zip(CREATOR_PLACES, creator_places(title), strict=True):
        document.add_unsigned(field, place)


def _add_words(document: Document, title: Title) -> None:
    people = [creator.name for creator in title.creators]
    readings = [creator.reading for creator in title.creators]
    _add_area(document, TITLE, (title.name, title.reading, *ways_of_part(title)))
    _add_area(document, CREATOR, (*people, *readings))
    _add_area(document, SUBJECT, title.subjects)
    _add_area(document, SERIES, (title.series,))
    _add_area(document, PUBLISHER, (title.publisher,))
    _add_area(document, SUMMARY, (title.summary,))
    _add_heard(document, HEARD_TITLE, (title.reading,))
    _add_heard(document, HEARD_CREATOR, readings)


def _add_heard(document: Document, area: Area, readings: Iterable[str | None]) -> None:
    for words in readable(readings):
        document.add_text(area.pairs, as_pairs(fold_as_heard("".join(words))))
        _add_starts(document, area, starts(tuple(map(fold_as_heard, words))))


def _add_area(document: Document, area: Area, texts: Iterable[str | None]) -> None:
    ways = dict.fromkeys(way for text in texts if text for way in written_ways(text))
    for joined in dict.fromkeys("".join(way) for way in ways):
        document.add_text(area.pairs, as_pairs(joined))
    _add_starts(document, area, {start for way in ways for start in starts(way)})


def _add_starts(document: Document, area: Area, begun: set[str]) -> None:
    document.add_text(Field.STARTS, " ".join(area.mark + start for start in begun))
