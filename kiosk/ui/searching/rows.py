"""The rows of a detailed search: which there are, and what each says of a query."""

from enum import StrEnum

from kiosk.domain.branches import Branch
from kiosk.domain.conditions import term_of
from kiosk.domain.searching import Joined, Query, TermField
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.words.names import name_of
from kiosk.words.places import branch_name
from kiosk.words.searching import (
    children_said,
    field_name,
    joined_name,
    language_name,
    years_said,
)
from kiosk.words.words import Words


class Row(StrEnum):
    """In the order in which they stand."""

    TITLE = "title"
    CREATOR = "creator"
    ANYWHERE = "anywhere"
    SUBJECT = "subject"
    PUBLISHER = "publisher"
    SERIES = "series"
    NDC = "ndc"
    ISBN = "isbn"
    YEARS = "years"
    MATERIAL = "material"
    LANGUAGE = "language"
    BRANCH = "branch"
    CHILDREN = "children"

    @property
    def field(self) -> TermField | None:
        """What is typed here; None where something else is asked."""
        return TermField(self.value) if self.value in set(TermField) else None


def row_name(words: Words, row: Row) -> str:
    if row.field is not None:
        return field_name(words, row.field)
    return {
        Row.YEARS: words("Year published"),
        Row.MATERIAL: words("Form"),
        Row.LANGUAGE: words("Language of the book"),
        Row.BRANCH: words("Held at"),
        Row.CHILDREN: words("For whom"),
    }[row]


def row_value(words: Words, row: Row, query: Query, branches: tuple[Branch, ...]) -> str:
    """What is asked in this row; "" where nothing is."""
    if row.field is not None:
        return _typed(words, row.field, query)
    match row:
        case Row.YEARS:
            return years_said(words, query)
        case Row.MATERIAL:
            return name_of(words, query.material) if query.material else ""
        case Row.LANGUAGE:
            return language_name(words, query.language) if query.language else ""
        case Row.BRANCH:
            named = {branch.id: branch_name(words, branch) for branch in branches}
            return named.get(query.branch, str(query.branch)) if query.branch else ""
        case _:
            return children_said(words, query)


def _typed(words: Words, field: TermField, query: Query) -> str:
    """The words of the plain kind alone, of others with their kind before them."""
    said = []
    for joined in Joined:
        term = term_of(query, field, joined)
        if term is not None:
            text = as_catalogued(term.text.strip())
            kind = "" if joined is Joined.ALL else joined_name(words, joined)
            said.append(words("%(kind)s: %(text)s", kind=kind, text=text) if kind else text)
    return "　".join(said)
