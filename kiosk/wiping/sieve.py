"""Finds canaries in texts and bytes, without holding one: it knows their mirror images only.

So it can look through the very process in which it lives, and does not find itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.wiping.canaries import Canaries

Marks = Mapping[str, Sequence[str]]  # by canary, each mark mirrored
_GOES_ON = re.compile(rb"\0?[0-9A-Za-z]")  # one sign beside a number, in either encoding


def mirrored(text: str) -> str:
    return text[::-1]


def mirrored_marks(canaries: Canaries) -> dict[str, list[str]]:
    """As they may be sent to a process that is looked through."""
    return {
        name: [mirrored(mark) for mark in canary.marks] for name, canary in canaries.by_name.items()
    }


@dataclass(frozen=True, slots=True)
class _Needle:
    """One mark as bytes, last byte first; `width`: bytes a sign."""

    canary: str
    encoded: bytes = field(repr=False)
    width: int
    is_number: bool


class Sieve:
    """Counts canaries by name. A number counts only where it is not part of something longer."""

    def __init__(self, marks: Marks) -> None:
        self._needles = [
            needle
            for name, each in marks.items()
            for mark in each
            for needle in _needles(name, mark)
        ]

    @classmethod
    def of(cls, canaries: Canaries) -> "Sieve":
        return cls(mirrored_marks(canaries))

    def in_text(self, text: str) -> Counter[str]:
        return self.in_bytes(text.encode(errors="surrogatepass"))

    def in_bytes(self, data: bytes) -> Counter[str]:
        found: Counter[str] = Counter()
        backwards = data[::-1]
        for needle in self._needles:
            for at in _places(backwards, needle.encoded):
                if not needle.is_number or _stands_alone(backwards, at, needle):
                    found[needle.canary] += 1
        return found


def _needles(canary: str, mark: str) -> Iterator[_Needle]:
    """As files and the wire have it, as Python and Qt hold it, and as JSON may write it."""
    is_number = mark.isdigit()
    yield _Needle(canary, _backwards(mark, "utf-8"), 1, is_number)
    yield _Needle(canary, _backwards(mark, "utf-16-le"), 2, is_number)
    if not mark.isascii():
        escaped = "".join(f"\\u{ord(sign):04x}"[::-1] for sign in mark)
        yield _Needle(canary, escaped.encode(), 1, is_number)


def _backwards(mark: str, encoding: str) -> bytes:
    """The bytes of the text, last byte first, made without the text itself."""
    return b"".join(sign.encode(encoding)[::-1] for sign in mark)


def _places(hay: bytes, needle: bytes) -> Iterator[int]:
    at = hay.find(needle)
    while at >= 0:
        yield at
        at = hay.find(needle, at + 1)


def _stands_alone(hay: bytes, at: int, needle: _Needle) -> bool:
    end = at + len(needle.encoded)
    beside = (hay[max(0, at - needle.width) : at], hay[end : end + needle.width])
    return not any(_GOES_ON.fullmatch(sign) for sign in beside)
