"""A bound My Number card on the wire: until when it is good, and nothing that names it."""

from datetime import date
from typing import Self

from kiosk.domain.bound_card import BoundCard
from kiosk.wire.message import Message


class BoundCardRecord(Message):
    """200 of PUT /session/my-number; part of GET /details and of a session's beginning."""

    good_until: date
    ends_soon: bool = False
    was_renewed: bool = False

    @classmethod
    def of(cls, card: BoundCard) -> Self:
        return cls(
            good_until=card.good_until, ends_soon=card.ends_soon, was_renewed=card.was_renewed
        )

    @classmethod
    def of_any(cls, card: BoundCard | None) -> Self | None:
        return cls.of(card) if card is not None else None

    def to_card(self) -> BoundCard:
        return BoundCard(self.good_until, ends_soon=self.ends_soon, was_renewed=self.was_renewed)


def to_card(record: BoundCardRecord | None) -> BoundCard | None:
    return record.to_card() if record is not None else None
