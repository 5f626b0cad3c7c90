"""What a scanner or a hand typed: cards, items and slips."""

import unicodedata
from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import Form

from kiosk.domain.card_numbers import bare_number
from kiosk.domain.errors import ItemUnknown
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy

LONGEST = 100  # characters; no barcode of a library is longer
Scanned = Annotated[str, Form(max_length=LONGEST)]

Found = TypeVar("Found")


def folded(scanned: str) -> str:
    """Half-width and without spaces, for whoever types with a Japanese keyboard."""
    return "".join(unicodedata.normalize("NFKC", scanned).split())


def with_item(scanned: str, policy: CardPolicy, deed: Callable[[str], Found]) -> Found:
    """Do it with the item as it was read, or else without the letters around its number.

    Raises:
        ItemUnknown, and whatever the deed raises.
    """
    barcode = folded(scanned)
    bare = str(bare_number(CardNumber(barcode), policy))
    if bare == barcode:
        return deed(barcode)
    try:
        return deed(barcode)
    except ItemUnknown:
        return deed(bare)
