"""Headings that are offered while typing: people, subjects, series, as terms of the index."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.tokens import split
from kiosk.domain.readings import fold_as_heard
from kiosk.domain.romaji import romaji_to_kana
from kiosk.domain.searching import SuggestionKind
from kiosk.domain.titles import Title

_DIVIDER = "\x1f"  # folding leaves none in a key
_HEARD = "~"  # before a key that is a sound; folding leaves none of these either
_SHORTEST_HEARD = 2
_LONGEST_KEY = 40  # letters
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Heading:
    kind: SuggestionKind
    text: str  # as catalogued
    reading: str = ""

    def terms(self) -> Iterator[str]:
        """One for each word that a patron may begin with, of the text or of the reading."""
        keys = {key for written in (self.text, self.reading) for key in _keys(written)}
        keys.update(_HEARD + fold_as_heard(key) for key in _keys(self.reading))
        for key in keys:
            yield _DIVIDER.join((key, self.kind, self.text, self.reading))


def headings_of(title: Title) -> Iterator[Heading]:
    """The headings under which a title stands."""
    for creator in title.creators:
        yield _heading(SuggestionKind.CREATOR, creator.name, creator.reading)
    for subject in title.subjects:
        yield _heading(SuggestionKind.SUBJECT, subject)
    if title.series:
        yield _heading(SuggestionKind.SERIES, title.series)


def key_starts(typed: str) -> tuple[str, ...]:
    """How terms begin that are meant by a folded text, in romaji too."""
    kana = romaji_to_kana(typed) if typed.isascii() else None
    heard = fold_as_heard(kana) if kana else ""
    return (typed, _HEARD + heard) if len(heard) >= _SHORTEST_HEARD else (typed,)


def read_term(term: str) -> Heading:
    _key, kind, text, reading = term.split(_DIVIDER)
    return Heading(SuggestionKind(kind), text, reading)


def _heading(kind: SuggestionKind, text: str, reading: str | None = None) -> Heading:
    return Heading(kind, _plain(text), _plain(reading or ""))


def _plain(text: str) -> str:
    return text.replace(_DIVIDER, " ")[:_LONGEST_TEXT].encode("utf-8", "replace").decode()


def _keys(written: str) -> Iterator[str]:
    words = split(written)
    for place in range(len(words)):
        yield "".join(words[place:])[:_LONGEST_KEY]
