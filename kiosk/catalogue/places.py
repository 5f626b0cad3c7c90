"""Where a title stands in the order of the syllabary, as numbers that can be compared."""

import unicodedata

from kiosk.domain.readings import fold
from kiosk.domain.titles import Title

_BYTES = 8  # of one number
_RANK_BYTES = 3  # at the end of the last number: the order within a set
_KANA = {chr(code): code - 0x3040 for code in range(0x3041, 0x3097)}
_AFTER_KANA = 0x60
_LATIN = {letter: _AFTER_KANA + at for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
_DIGITS = {digit: _AFTER_KANA + 0x20 + at for at, digit in enumerate("0123456789")}
_SHORT = {**_KANA, **_LATIN, **_DIGITS}
_OTHERS = 0xF0  # before a code point: kanji without a reading come last
_MARKS = {"\u3099", "\u309a"}


def title_places(title: Title) -> tuple[int, int, int]:
    """By reading, kana before Latin letters before the rest; volumes of a set in their order."""
    rank = min(max(title.part_rank, 0), 2 ** (8 * _RANK_BYTES) - 1)
    room = 3 * _BYTES - _RANK_BYTES
    written = _written(title.reading or title.name, room) + rank.to_bytes(_RANK_BYTES)
    first, second, third = _numbers(written)
    return first, second, third


def creator_places(title: Title) -> tuple[int, int]:
    """By the reading of the first creator; titles of nobody come last."""
    if not title.creators:
        return 2**64 - 1, 2**64 - 1
    creator = title.creators[0]
    first, second = _numbers(_written(creator.reading or creator.name, 2 * _BYTES))
    return first, second


def _written(text: str, room: int) -> bytes:
    """A byte a letter as far as we can; the marks of voice do not count, as in a dictionary."""
    apart = unicodedata.normalize("NFD", fold(text))
    letters = (_written_letter(letter) for letter in apart if letter not in _MARKS)
    return b"".join(letters)[:room].ljust(room, b"\0")


def _written_letter(letter: str) -> bytes:
    short = _SHORT.get(letter)
    return bytes((short,)) if short else bytes((_OTHERS,)) + ord(letter).to_bytes(3)


def _numbers(written: bytes) -> tuple[int, ...]:
    starts = range(0, len(written), _BYTES)
    return tuple(int.from_bytes(written[at : at + _BYTES]) for at in starts)
