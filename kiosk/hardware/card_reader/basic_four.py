"""Reads name, address, day of birth and sex from the file in which a My Number card has them."""

from contextlib import suppress
from datetime import date

from kiosk.domain.errors import CardNotUnderstood
from kiosk.domain.my_number import BasicFour, Sex
from kiosk.hardware.card_reader.ber import NotBer, read_head, read_items
from kiosk.hardware.card_reader.my_number_files import ItemTags

_DAY_LENGTH = 8  # YYYYMMDD, of the Gregorian calendar


def read_basic_four(content: bytes, tags: ItemTags) -> BasicFour:
    """Bytes behind the outermost object are no part of it, and items of other tags are passed by.

    Raises:
        CardNotUnderstood: an item is missing, cut off or no text.
    """
    try:
        items = _items(content, tags.outer)
        return BasicFour(
            name=items[tags.name].decode(),
            address=items[tags.address].decode(),
            born=_day(items[tags.born].decode("ascii")),
            sex=Sex.NOT_KNOWN if tags.sex is None else _sex(items[tags.sex]),
        )
    except (NotBer, KeyError, UnicodeDecodeError):
        raise CardNotUnderstood from None


def _items(content: bytes, outer: int) -> dict[int, bytes]:
    head = read_head(content)
    within = content[head.head_bytes : head.whole_bytes]
    if head.tag != outer or len(within) < head.content_bytes:
        raise NotBer
    return dict(read_items(within))


def _day(text: str) -> date | None:
    """None for a day that is no day: some registers know only the year."""
    if len(text) != _DAY_LENGTH or not text.replace(" ", "0").isdigit():
        raise NotBer
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def _sex(value: bytes) -> Sex:
    with suppress(ValueError):
        return Sex(int(value))
    return Sex.NOT_KNOWN
