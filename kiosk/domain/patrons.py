"""Who uses the library, as far as a kiosk may know it."""

from dataclasses import dataclass, field
from typing import NewType

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.card_changes import ToldChange
from kiosk.domain.ic_cards import IcIdentifier

CardNumber = NewType("CardNumber", str)  # text: leading zeros count
PatronId = NewType("PatronId", str)
SessionToken = NewType("SessionToken", str)


@dataclass(frozen=True, slots=True)
class Card:
    """What the patron laid down or typed: a library card, a My Number card or an IC card."""

    number: CardNumber | None = field(default=None, repr=False)
    is_my_number: bool = False
    ic: IcIdentifier | None = None
    asks_password: bool = False  # of an IC card: the library wants its patron's password
    tries_left: int | None = None  # of the My Number card's four-digit PIN
    codes_asked: int = 0  # for a new password, in place of a forgotten one
    has_new_password: bool = False  # set a moment ago by such a code

    @property
    def waits_for_password(self) -> bool:
        return self.number is not None or self.asks_password

    @property
    def masked(self) -> str:
        """The number as it may stand on a screen: 0123 ••67."""
        if self.number is None:
            return ""
        return f"{self.number[:4]} {'•' * max(0, len(self.number) - 6)}{self.number[-2:]}"


@dataclass(frozen=True, slots=True)
class Session:
    """What the service gave for a proof; ends with the visit."""

    token: SessionToken = field(repr=False)
    must_choose_password: bool = False
    # The patron's My Number card, where it ends soon or was bound anew by itself just now
    my_number: BoundCard | None = None
    # What opens the card was changed, and no e-mail could tell it; latest first
    changes: tuple[ToldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class MyNumberProof:
    """The card's signature under the service's challenge, with the certificate that checks it."""

    certificate: bytes = field(repr=False)  # DER, 利用者証明用
    signature: bytes = field(repr=False)
    challenge: bytes = field(repr=False)
