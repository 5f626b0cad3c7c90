"""What can be typed into one row: its slots, each with the query that a text makes."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.domain.conditions import term_of, with_term
from kiosk.domain.isbn import is_mistyped_isbn, read_isbn
from kiosk.domain.searching import Joined, Query, TermField
from kiosk.ui.searching.rows import Row
from kiosk.words.searching import joined_name
from kiosk.words.words import Words

_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """One text of a row."""

    name: str
    text: str  # as the query has it now
    make: Callable[[Query, str], Query]
    advice: str = ""  # what may be typed


def slots_of(words: Words, row: Row, query: Query) -> tuple[Slot, ...]:
    if row is Row.YEARS:
        return _years(words, query)
    field = row.field
    assert field is not None, "only what is typed has slots"
    kinds = (Joined.ALL,) if field is TermField.ISBN else tuple(Joined)
    return tuple(_of_term(words, field, joined, query) for joined in kinds)


def fault_of(words: Words, row: Row, text: str) -> str:
    """Why nothing can be found by this text; "" where something may."""
    if row is Row.ISBN and text.strip() and read_isbn(text) is None:
        if is_mistyped_isbn(text):
            return words("One digit of this number is wrong. Please look at it again.")
        return words("An ISBN has 10 or 13 digits.")
    if row is Row.YEARS and text.strip() and _year(text) is None:
        return words("A year has four digits.")
    return ""


def _of_term(words: Words, field: TermField, joined: Joined, query: Query) -> Slot:
    term = term_of(query, field, joined)
    name = "" if field is TermField.ISBN else joined_name(words, joined)
    advice = {
        TermField.NDC: words("Such as 913 or 913.6"),
        TermField.ISBN: words("10 or 13 digits, on the back of the book"),
    }.get(field, words("Several words: a space between them"))
    return Slot(
        name,
        term.text if term else "",
        lambda asked, text: with_term(asked, field, joined, text),
        advice,
    )


def _years(words: Words, query: Query) -> tuple[Slot, ...]:
    def written(year: int | None) -> str:
        return str(year) if year is not None else ""

    return (
        Slot(
            words("from"),
            written(query.year_from),
            lambda asked, text: replace(asked.at(0), year_from=_year(text)),
            words("Such as 1998"),
        ),
        Slot(
            words("until"),
            written(query.year_to),
            lambda asked, text: replace(asked.at(0), year_to=_year(text)),
            words("Such as 1998"),
        ),
    )


def _year(text: str) -> int | None:
    digits = unicodedata.normalize("NFKC", text).strip()
    is_year = len(digits) == _YEAR_DIGITS and digits.isdecimal()
    return int(digits) if is_year else None
