"""IC cards that say a number of their own: a fare card, a student's card, a watch."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from kiosk.domain.errors import IcNumberNotUnderstood


class IcKind(StrEnum):
    FELICA = "felica"  # an IDm, 8 bytes
    UID = "uid"  # ISO 14443 type A that does not change: 4 or 7 bytes


# By how many bytes the number has: no other length is a steady number of a card.
_KINDS = {8: IcKind.FELICA, 4: IcKind.UID, 7: IcKind.UID}
# What does not stay the same, by its first bytes. 01FE: a device that talks to another (NFC Forum
# Digital, NFC-DEP). 02FE: an app of an Android phone, which may change it (NfcFCardEmulation).
_PASSING_IDM = (bytes.fromhex("01FE"), bytes.fromhex("02FE"))
# 08: random at each touch (ISO 14443-3). 88: no number, but the sign that it goes on.
_PASSING_UID = (b"\x08", b"\x88")
_EMPTY = (b"\x00", b"\xff")  # of a card that was never given a number
_BETWEEN = " :-."  # how people and readers part the bytes


@dataclass(frozen=True, slots=True)
class IcIdentifier:
    """What a card calls itself: who it may be, never a proof of it, for it can be copied."""

    kind: IcKind
    number: str = field(repr=False)  # hexadecimal, upper case

    @classmethod
    def of(cls, number: bytes) -> Self | None:
        """What a card said, most significant byte first; None for what need not stay so."""
        kind = _KINDS.get(len(number))
        passing = _PASSING_IDM if kind is IcKind.FELICA else _PASSING_UID
        is_empty = any(number == each * len(number) for each in _EMPTY)
        if kind is None or is_empty or number.startswith(passing):
            return None
        return cls(kind, number.hex().upper())

    @classmethod
    def typed(cls, text: str) -> Self:
        """What a reader at the counter or a hand typed. Raises IcNumberNotUnderstood."""
        folded = unicodedata.normalize("NFKC", text)
        bare = "".join(sign for sign in folded if sign not in _BETWEEN and not sign.isspace())
        try:
            number = bytes.fromhex(bare)
        except ValueError:
            raise IcNumberNotUnderstood from None  # the driver's error would quote it
        found = cls.of(number)
        if found is None:
            raise IcNumberNotUnderstood
        return found


@dataclass(frozen=True, slots=True)
class IcCardRules:
    """What a kiosk does when a card is laid down, whoever's it is."""

    is_offered: bool
    asks_password: bool


@dataclass(frozen=True, slots=True)
class BoundIcCard:
    """Personal. The one that finds its patron; which number it has is told to nobody."""

    kind: IcKind
    bound_on: date  # the library's local day
