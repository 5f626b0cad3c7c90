"""Classes of the Nippon Decimal Classification as terms: a class is met by those above it."""

import re
import unicodedata
from collections.abc import Iterator

_NO_PART = re.compile(r"[^0-9A-Z]")
_DIVIDERS = re.compile(r"[\s,、，;／/]+")


def classes_of(ndc: str) -> set[str]:
    """Every beginning of a class; with a letter before it ("K913") also without that letter."""
    code = _plain(ndc)
    number = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return set(_beginnings(code)) | set(_beginnings(number))


def classes_asked(text: str) -> tuple[str, ...]:
    """What a patron typed, as classes: divided by spaces and commas."""
    parts = _DIVIDERS.split(unicodedata.normalize("NFKC", text))
    return tuple(dict.fromkeys(code for part in parts if (code := _plain(part))))


def _plain(text: str) -> str:
    return _NO_PART.sub("", unicodedata.normalize("NFKC", text).upper())


def _beginnings(code: str) -> Iterator[str]:
    return (code[:length] for length in range(1, len(code) + 1))
