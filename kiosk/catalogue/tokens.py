"""What of a text goes into the index: pairs of neighbouring letters, and how words begin."""

from collections.abc import Iterable
from itertools import pairwise

from kiosk.domain.readings import fold_as_heard, in_kana, is_kana, split_words

FIRST = "^"  # stands before a text, LAST behind it; folding leaves neither in any text
LAST = "$"
LONGEST = 300  # letters of one text that are indexed
_LONGEST_START = 3
_KANJI = ("㐀", "鿿")


def pairs(folded: str) -> tuple[str, ...]:
    """Every letter with its neighbour, in order: a substring is a phrase of pairs."""
    return tuple(map("".join, pairwise(folded)))


def as_pairs(folded: str) -> str:
    """The pairs of a whole text with its two ends marked, ready to be indexed."""
    return " ".join(pairs(f"{FIRST}{folded[:LONGEST]}{LAST}"))


def starts(words: tuple[str, ...]) -> set[str]:
    """One to three letters from each beginning of a word on, and every single kanji."""
    text = "".join(words)[:LONGEST]
    begun: set[str] = {letter for letter in text if _is_kanji(letter)}
    place = 0
    for word in words:
        begun.update(text[place : place + length] for length in range(1, _LONGEST_START + 1))
        place += len(word)
    return begun - {""}


def start_of(folded: str) -> str:
    """The part of a searched word that `starts` keeps."""
    return folded[:_LONGEST_START]


def written_ways(text: str) -> list[tuple[str, ...]]:
    """The words of a text in every way that patrons write it, the plainest first."""
    words = split_words(text)
    ways = [
        words,
        _with_particles(words, "わえお", "はへを"),
        _with_particles(words, "はへを", "わえお"),
    ]
    kana = in_kana("".join(words))
    if kana != "".join(words):
        ways.append((kana,))
    return list(dict.fromkeys(way for way in ways if way))


def heard(readings: Iterable[str | None]) -> list[str]:
    """Readings as they sound, for what was typed by ear or in Latin letters."""
    folded = ("".join(split_words(reading)) for reading in readings if reading)
    return list(dict.fromkeys(fold_as_heard(reading) for reading in folded if is_kana(reading)))


def _with_particles(words: tuple[str, ...], spoken: str, written: str) -> tuple[str, ...]:
    """Particles that stand as words of their own, written the other way."""
    table = dict(zip(spoken, written, strict=True))
    return words[:1] + tuple(table.get(word, word) for word in words[1:])


def _is_kanji(letter: str) -> bool:
    return _KANJI[0] <= letter <= _KANJI[1] or letter >= "\U00020000"
