"""Passwords that somebody would try first: made of what others know, or of keys in a row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product

_KNOWN_LEAST, _BIRTHDAY_LEAST, _ROW_LEAST, _SAME_LEAST = 4, 3, 3, 2  # signs
_DIGITS, _LETTERS = "01234567890", "abcdefghijklmnopqrstuvwxyz"
# As the keys lie on keyboards and on the pad for numbers, in either direction.
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PAD = ("147", "2580", "369", "159", "357")
_ROWS = tuple(
    row[::way] for row in (_DIGITS, "1234567890", _LETTERS, *_KEYBOARD, *_PAD) for way in (1, -1)
)
# The first day of an era and its letter; its first year is 1.
_ERAS = (
    (date(2019, 5, 1), "r"),
    (date(1989, 1, 8), "h"),
    (date(1926, 12, 25), "s"),
    (date(1912, 7, 30), "t"),
)


class Guess(StrEnum):
    """How a password can be guessed."""

    ABOUT_YOU = "about_you"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Known:
    """What people around a patron may know."""

    card: str = field(repr=False)
    born_on: date = field(repr=False)
    telephone: str | None = field(default=None, repr=False)


def guess_of(password: str, known: Known) -> Guess | None:
    """How somebody would come to a password; None where they would have to try them all."""
    text = password.lower()
    if _is_again_and_again(text) or _is_made_of(text, _is_row):
        return Guess.PATTERN
    birthdays = {each for each in _birthdays(known.born_on) if len(each) >= _BIRTHDAY_LEAST}
    card, telephone = _numbers(known)

    def is_known(piece: str) -> bool:
        is_of_number = piece in card or telephone.endswith(piece)
        return piece in birthdays or (len(piece) >= _KNOWN_LEAST and is_of_number)

    is_about_you = _is_made_of(text, lambda piece: is_known(piece) or _is_row(piece))
    return Guess.ABOUT_YOU if is_about_you else None


def _is_made_of(text: str, is_piece: Callable[[str], bool]) -> bool:
    """Whether it can be cut into such pieces without a rest."""
    reached = {0}
    for end in range(1, len(text) + 1):
        if any(is_piece(text[start:end]) for start in reached):
            reached.add(end)
    return len(text) in reached


def _is_again_and_again(text: str) -> bool:
    """1212, sakusaku: one thing from the first sign to the last."""
    return len(text) > 1 and text in (text + text)[1:-1]


def _is_row(piece: str) -> bool:
    if len(piece) >= _SAME_LEAST and len(set(piece)) == 1:
        return True
    return len(piece) >= _ROW_LEAST and any(piece in row for row in _ROWS)


def _numbers(known: Known) -> tuple[str, str]:
    """The digits of card and telephone."""
    return _digits(known.card), _digits(known.telephone or "")


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign in _DIGITS)


def _birthdays(day: date) -> Iterator[str]:
    """As people write them: year first, month first, day first; with a year or without."""
    for month, of_month in product((f"{day.month}", f"{day:%m}"), (f"{day.day}", f"{day:%d}")):
        yield from (month + of_month, of_month + month)
        for year in _years(day):
            yield from (year + month + of_month, year + month, month + of_month + year)
            yield of_month + month + year
    yield f"{day:%Y}"


def _years(day: date) -> Iterator[str]:
    """2020, 20, and as the era counts: 2, 02, r2, r02."""
    yield from (f"{day:%Y}", f"{day:%y}")
    for began, letter in _ERAS:
        if day >= began:
            year = day.year - began.year + 1
            yield from (f"{year}", f"{year:02}", f"{letter}{year}", f"{letter}{year:02}")
            return
