"""What of a text goes into the index: pairs of neighbouring letters, and how words begin."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from kiosk.domain.readings import in_kana, is_kana, split_words

FIRST = "^"  # stands before a text, LAST behind it; folding leaves neither in any text
LAST = "$"
LONGEST = 300  # letters of one text that are indexed
_LONGEST_START = 3
_AS_WRITTEN = {"わ": "は", "え": "へ", "お": "を"}
_AS_SPOKEN = {written: spoken for spoken, written in _AS_WRITTEN.items()}
_PARTICLES = frozenset((*_AS_WRITTEN, *_AS_SPOKEN))
_KANJI = ("㐀", "鿿")


@lru_cache(maxsize=4096)  # people, subjects and publishers come again and again
def split(text: str) -> tuple[str, ...]:
    """The folded words of a text of the catalogue; never ask for what a patron typed."""
    return split_words(text)


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
    words = split(text)
    ways = [words]
    if not _PARTICLES.isdisjoint(words):
        ways += [_with_particles(words, _AS_WRITTEN), _with_particles(words, _AS_SPOKEN)]
    kana = in_kana("".join(words))
    if kana != "".join(words):
        ways.append((kana,))
    return list(dict.fromkeys(way for way in ways if way))


def readable(readings: Iterable[str | None]) -> list[tuple[str, ...]]:
    """The words of readings that can be typed by ear or in Latin letters; not yet as they sound."""
    known = dict.fromkeys(split(reading) for reading in readings if reading)
    return [words for words in known if is_kana("".join(words))]


def _with_particles(words: tuple[str, ...], table: Mapping[str, str]) -> tuple[str, ...]:
    """Particles that stand as words of their own, written the other way."""
    return words[:1] + tuple(table.get(word, word) for word in words[1:])


def _is_kanji(letter: str) -> bool:
    return _KANJI[0] <= letter <= _KANJI[1] or letter >= "\U00020000"
