"""What comes back from a printer, told apart by the bits that are always the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_FOUR = 4  # bytes of what is told unasked
_ALWAYS = 0b1001_0011  # the bits that tell kinds apart
_STATUS, _UNASKED = 0b0001_0010, 0b0001_0000
_PLAIN = 0b1001_0000  # both clear: an answer in its turn, or the rest of what is told unasked


class Kind(Enum):
    STATUS = auto()  # to DLE EOT: xxx1 xx10
    THROUGH = auto()  # to GS r: 0xx0 xxxx
    UNASKED = auto()  # 0xx1 xx00, and three bytes 0xx0 xxxx


@dataclass(frozen=True, slots=True)
class Answer:
    kind: Kind
    data: bytes


class Answers:
    """Takes bytes as they come; keeps the beginning of what is told in four bytes."""

    def __init__(self) -> None:
        self._begun = b""

    def take(self, data: bytes) -> Iterator[Answer]:
        """The answers that are whole now; bytes of no kind (XON, XOFF, noise) are passed over."""
        for byte in data:
            yield from self._take(byte)

    def _take(self, byte: int) -> Iterator[Answer]:
        if byte & _ALWAYS == _STATUS:
            yield Answer(Kind.STATUS, bytes([byte]))
        elif byte & _ALWAYS == _UNASKED:
            self._begun = bytes([byte])
        elif byte & _PLAIN == 0:
            if not self._begun:
                yield Answer(Kind.THROUGH, bytes([byte]))
                return
            self._begun += bytes([byte])
            if len(self._begun) == _FOUR:
                yield Answer(Kind.UNASKED, self._begun)
                self._begun = b""
