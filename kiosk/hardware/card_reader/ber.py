"""Reads BER: a tag, a length, and so many bytes (ISO/IEC 7816-4, 5.2.2.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

_TAG_GOES_ON = 0x1F  # in the first byte
_MORE = 0x80  # in each byte of a tag but the last
_LONG = 0x80  # a length that needs bytes of its own
LONGEST_LENGTH = 3  # bytes of a length: far more than any card holds


class NotBer(ValueError):
    """Something else, or only the beginning of it; it tells nothing of what it was."""


@dataclass(frozen=True, slots=True)
class Head:
    tag: int
    head_bytes: int
    content_bytes: int

    @property
    def whole_bytes(self) -> int:
        return self.head_bytes + self.content_bytes


def read_head(data: bytes) -> Head:
    """Raises NotBer."""
    try:
        tag_bytes = _tag_bytes(data)
        first = data[tag_bytes]
    except IndexError:
        raise NotBer from None
    tag = int.from_bytes(data[:tag_bytes])
    if first < _LONG:
        return Head(tag, tag_bytes + 1, first)
    begins, length_bytes = tag_bytes + 1, first - _LONG
    length = data[begins : begins + length_bytes]
    if not 1 <= length_bytes <= LONGEST_LENGTH or len(length) < length_bytes:
        raise NotBer
    return Head(tag, begins + length_bytes, int.from_bytes(length))


def read_items(content: bytes) -> Iterator[tuple[int, bytes]]:
    """What stands one after the other within. Raises NotBer."""
    while content:
        head = read_head(content)
        value = content[head.head_bytes : head.whole_bytes]
        if len(value) < head.content_bytes:
            raise NotBer
        yield head.tag, value
        content = content[head.whole_bytes :]


def _tag_bytes(data: bytes) -> int:
    if data[0] & _TAG_GOES_ON != _TAG_GOES_ON:
        return 1
    length = 1
    while data[length] & _MORE:
        length += 1
    return length + 1
