"""What patrons may see and change about themselves at a kiosk (利用者情報設定)."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.ic_cards import BoundIcCard


class ContactKind(StrEnum):
    EMAIL = "email"
    TELEPHONE = "telephone"
    FAX = "fax"


@dataclass(frozen=True, slots=True)
class PatronDetails:
    """Personal. Contacts are masked as they may stand on a screen; "" where there is none."""

    email: str = field(default="", repr=False)  # confirmed: notices and password reset use it
    email_pending: str = field(default="", repr=False)  # a code was sent there, not yet typed
    telephone: str = field(default="", repr=False)
    fax: str = field(default="", repr=False)
    keeps_history: bool = False
    offers_ic_card: bool = False  # to be bound by the patron
    ic_card: BoundIcCard | None = None  # bound
    sender_address: str = ""  # of the library's e-mail: to be allowed by the patron's mailbox
    offers_my_number: bool = False
    my_number: BoundCard | None = None  # bound

    def of(self, kind: ContactKind) -> str:
        return str(getattr(self, kind.value))
