"""What patrons see and change about themselves."""

from datetime import date

from pydantic import Field

from kiosk.domain.circulation import Read
from kiosk.domain.details import PatronDetails
from kiosk.domain.looks import Language
from kiosk.domain.patrons import CardNumber
from kiosk.wire.bound_card import BoundCardRecord, to_card
from kiosk.wire.ic_cards import BoundIcCardRecord
from kiosk.wire.message import Asked, Message
from kiosk.wire.signing_in import LONGEST_CARD, LONGEST_PASSWORD

LONGEST_CONTACT = 300  # characters; more is no address


class DetailsAnswer(Message):
    """GET /details, and what every change of them answers."""

    email: str = Field(default="", repr=False)  # masked, as all contacts
    email_pending: str = Field(default="", repr=False)
    telephone: str = Field(default="", repr=False)
    fax: str = Field(default="", repr=False)
    keeps_history: bool = False
    offers_ic_card: bool = False
    ic_card: BoundIcCardRecord | None = None
    sender_address: str = ""
    offers_my_number: bool = False
    my_number: BoundCardRecord | None = None  # bound

    @classmethod
    def of(cls, details: PatronDetails) -> "DetailsAnswer":
        return cls(
            email=details.email,
            email_pending=details.email_pending,
            telephone=details.telephone,
            fax=details.fax,
            keeps_history=details.keeps_history,
            offers_ic_card=details.offers_ic_card,
            ic_card=BoundIcCardRecord.of(details.ic_card) if details.ic_card else None,
            sender_address=details.sender_address,
            offers_my_number=details.offers_my_number,
            my_number=BoundCardRecord.of_any(details.my_number),
        )

    def to_details(self) -> PatronDetails:
        return PatronDetails(
            email=self.email,
            email_pending=self.email_pending,
            telephone=self.telephone,
            fax=self.fax,
            keeps_history=self.keeps_history,
            offers_ic_card=self.offers_ic_card,
            ic_card=self.ic_card.to_bound() if self.ic_card else None,
            sender_address=self.sender_address,
            offers_my_number=self.offers_my_number,
            my_number=to_card(self.my_number),
        )


class LetterRequest(Asked):
    """A letter goes out in this language."""

    language: Language = Language.JAPANESE


class EmailRequest(LetterRequest):
    """PUT /details/email."""

    address: str = Field(max_length=LONGEST_CONTACT, repr=False)


class CodeRequest(LetterRequest):
    """PUT /details/email/confirmation."""

    code: str = Field(max_length=20, repr=False)


class NumberRequest(Asked):
    """PUT /details/telephone and /details/fax."""

    number: str = Field(max_length=LONGEST_CONTACT, repr=False)


class HistoryRequest(Asked):
    """PUT /details/history."""

    keeps: bool


class PasswordChangeRequest(Asked):
    """PUT /session/password/change."""

    old: str = Field(max_length=LONGEST_PASSWORD, repr=False)
    new: str = Field(max_length=LONGEST_PASSWORD, repr=False)


class ResetRequest(LetterRequest):
    """POST /password-resets."""

    card: CardNumber = Field(min_length=1, max_length=LONGEST_CARD, repr=False)


class NewPasswordRequest(Asked):
    """PUT /password-resets."""

    card: CardNumber = Field(min_length=1, max_length=LONGEST_CARD, repr=False)
    code: str = Field(max_length=20, repr=False)
    new: str = Field(max_length=LONGEST_PASSWORD, repr=False)


class ReadRecord(Message):
    """One line of a reading history."""

    title_name: str
    creator: str
    lent_on: date
    returned_on: date

    @classmethod
    def of(cls, read: Read) -> "ReadRecord":
        return cls(
            title_name=read.title_name,
            creator=read.creator,
            lent_on=read.lent_on,
            returned_on=read.returned_on,
        )

    def to_read(self) -> Read:
        return Read(
            title_name=self.title_name,
            creator=self.creator,
            lent_on=self.lent_on,
            returned_on=self.returned_on,
        )


class HistoryAnswer(Message):
    """GET /details/history: the latest first."""

    history: tuple[ReadRecord, ...] = Field(repr=False)

    @classmethod
    def of(cls, history: tuple[Read, ...]) -> "HistoryAnswer":
        return cls(history=tuple(ReadRecord.of(read) for read in history))

    def to_history(self) -> tuple[Read, ...]:
        return tuple(record.to_read() for record in self.history)
