"""What changed of that which opens a card, on the wire: which kind, on which day, and where."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from kiosk.domain.card_changes import CardChange, ToldChange
from kiosk.wire.message import Message

_KNOWN = frozenset(CardChange)


class CardChangeRecord(Message):
    """Part of a session's beginning."""

    what: str  # a later service may know kinds that this kiosk has no words for
    on: date
    at_counter: bool = False

    @classmethod
    def of(cls, change: ToldChange) -> Self:
        return cls(what=change.what.value, on=change.on, at_counter=change.at_counter)


def to_changes(records: Iterable[CardChangeRecord]) -> tuple[ToldChange, ...]:
    """Those that can be told here."""
    return tuple(
        ToldChange(CardChange(each.what), each.on, at_counter=each.at_counter)
        for each in records
        if each.what in _KNOWN
    )
