"""Signing in with an IC card that is known by its number, and binding one."""

from datetime import date
from typing import Self

from pydantic import Field

from kiosk.domain.errors import IcCardNotOffered
from kiosk.domain.ic_cards import BoundIcCard, IcCardRules, IcIdentifier, IcKind
from kiosk.wire.message import Asked, Message
from kiosk.wire.signing_in import LONGEST_PASSWORD

_NUMBER = "^([0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{16})$"  # of 4, 7 or 8 bytes


class IcCardRulesAnswer(Message):
    """GET /ic-cards: what the library decides; nothing of any card."""

    is_offered: bool
    asks_password: bool

    @classmethod
    def of(cls, rules: IcCardRules) -> Self:
        return cls(is_offered=rules.is_offered, asks_password=rules.asks_password)

    def to_rules(self) -> IcCardRules:
        return IcCardRules(is_offered=self.is_offered, asks_password=self.asks_password)


class IcCardRequest(Asked):
    """PUT /session/ic-card."""

    number: str = Field(pattern=_NUMBER, repr=False, examples=["012E4CD8A9B1C203"])

    def to_identifier(self) -> IcIdentifier:
        """Raises IcCardNotOffered, for a number that does not stay the same."""
        identifier = IcIdentifier.of(bytes.fromhex(self.number))
        if identifier is None:
            raise IcCardNotOffered
        return identifier


class IcCardSignInRequest(IcCardRequest):
    """POST /ic-cards/sessions; without a password where none is asked."""

    password: str = Field(default="", max_length=LONGEST_PASSWORD, repr=False)


class BoundIcCardRecord(Message):
    """The IC card that finds a patron; never its number."""

    kind: IcKind
    bound_on: date

    @classmethod
    def of(cls, bound: BoundIcCard) -> Self:
        return cls(kind=bound.kind, bound_on=bound.bound_on)

    def to_bound(self) -> BoundIcCard:
        return BoundIcCard(self.kind, self.bound_on)
