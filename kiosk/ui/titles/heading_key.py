"""A heading under which a title stands, as a key to all that stand there."""

from kiosk.domain.related import Heading
from kiosk.domain.searching import Query, Term, TermField
from kiosk.events import SearchAsked
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.text import Button
from kiosk.words.words import Words

_ICONS = {
    TermField.CREATOR: "person",
    TermField.SUBJECT: "tag",
    TermField.SERIES: "series",
    TermField.NDC: "grid",
}


def heading_key(words: Words, heading: Heading) -> Button:
    """Says SearchAsked for the whole heading, with how many titles that finds."""
    key = Button()
    show_heading(key, words, heading)
    return key


def show_heading(key: Button, words: Words, heading: Heading) -> None:
    key.icon_name = _ICONS[heading.term.field]
    key.says = SearchAsked(Query(terms=(heading.term,)))
    key.show_text(_said(words, heading.term), count=str(heading.count))


def _said(words: Words, term: Term) -> str:
    text = as_catalogued(term.text)
    match term.field:
        case TermField.CREATOR:
            return words("More by %(name)s", name=text)
        case TermField.SERIES:
            return words("Series “%(name)s”", name=text)
        case TermField.NDC:
            return words("Shelved at %(number)s", number=text)
    return text
