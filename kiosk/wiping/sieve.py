"""Finds canaries in texts and bytes, without holding one: it knows their mirror images only.

So it can look through the very process in which it lives, and does not find itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.wiping.canaries import Canaries

Marks = Mapping[str, Sequence[str]]  # by canary, each mark mirrored
_LETTER = re.compile(r"\0?[0-9A-Za-z]")


def mirrored(text: str) -> str:
    return text[::-1]


def mirrored_marks(canaries: Canaries) -> dict[str, list[str]]:
    """As they may be sent to a process that is looked through."""
    return {
        name: [mirrored(mark) for mark in canary.marks] for name, canary in canaries.by_name.items()
    }


@dataclass(frozen=True, slots=True)
class _Needle:
    """One mark, backwards: as text, or as bytes in one encoding."""

    canary: str
    shape: str | bytes = field(repr=False)
    width: int  # letters or bytes a sign
    is_number: bool


class Sieve:
    """Counts canaries by name. A number counts only where it is not part of something longer."""

    def __init__(self, marks: Marks) -> None:
        pairs = [(name, mark) for name, each in marks.items() for mark in each]
        self._as_text = [_Needle(name, mark, 1, mark.isdigit()) for name, mark in pairs]
        self._as_bytes = [needle for name, mark in pairs for needle in _encoded(name, mark)]

    @classmethod
    def of(cls, canaries: Canaries) -> "Sieve":
        return cls(mirrored_marks(canaries))

    def in_text(self, text: str) -> Counter[str]:
        return _count(text[::-1], self._as_text)

    def in_bytes(self, data: bytes) -> Counter[str]:
        return _count(data[::-1], self._as_bytes)

    def catches_any(self, held: Sequence[str | bytes]) -> bool:
        """Whether there is anything in a whole heap of texts: quicker than one by one."""
        texts = "\n".join(one[::-1] for one in held if isinstance(one, str))
        data = b"\n".join(one[::-1] for one in held if isinstance(one, bytes))
        return bool(_count(texts, self._as_text) or _count(data, self._as_bytes))


def _encoded(canary: str, mark: str) -> Iterator[_Needle]:
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


def _count(hay: str | bytes, needles: Sequence[_Needle]) -> Counter[str]:
    found: Counter[str] = Counter()
    for needle in needles:
        for at in _places(hay, needle.shape):
            if not needle.is_number or _stands_alone(hay, at, needle):
                found[needle.canary] += 1
    return found


def _places(hay: str | bytes, shape: str | bytes) -> Iterator[int]:
    at = hay.find(shape)  # type: ignore[arg-type]  # both are text, or both bytes
    while at >= 0:
        yield at
        at = hay.find(shape, at + 1)  # type: ignore[arg-type]


def _stands_alone(hay: str | bytes, at: int, needle: _Needle) -> bool:
    end = at + len(needle.shape)
    beside = (hay[max(0, at - needle.width) : at], hay[end : end + needle.width])
    return not any(_goes_on(sign) for sign in beside)


def _goes_on(sign: str | bytes) -> bool:
    """Whether one sign beside a number, in any encoding, is a letter or a digit."""
    return bool(_LETTER.fullmatch(sign if isinstance(sign, str) else sign.decode("latin-1")))
