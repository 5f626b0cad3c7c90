"""All that the kiosk asks of the outside, as the need is, not as the make is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.devices import Health
from kiosk.domain.looks import Language
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session
from kiosk.domain.reservations import (
    Options,
    Reservation,
    ReservationId,
    Wish,
)
from kiosk.domain.searching import Found, Query, Scope, Suggestions
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events import Event


class Clock(Protocol):
    def now(self) -> datetime:
        """The time, aware and in the library's own zone."""
        ...


class Catalogue(Protocol):
    """The kiosk's own copy: answers without the line."""

    def search(self, query: Query) -> Found: ...

    def suggest(self, text: str, scope: Scope) -> Suggestions: ...

    def title(self, title: TitleId) -> FoundTitle:
        """Raises TitleUnknown."""
        ...

    def by_isbn(self, isbn: str) -> FoundTitle:
        """Raises TitleUnknown."""
        ...

    def new_titles(self, limit: int) -> tuple[FoundTitle, ...]:
        """The latest to come into the library, newest first."""
        ...


class Accounts(Protocol):
    """Raises, each of them: LineLost, ServiceBroken, TriedTooOften, SessionEnded."""

    def sign_in(self, card: CardNumber, password: str) -> Session:
        """Raises CardOrPasswordWrong."""
        ...

    def challenge(self) -> bytes:
        """32 random bytes for a My Number card to sign, good once. Raises MyNumberNotOffered."""
        ...

    def sign_in_with_my_number(self, proof: MyNumberProof) -> Session:
        """Raises CertificateNotAccepted, CertificateNotBound, MyNumberNotOffered."""
        ...

    def choose_password(self, session: Session, password: str) -> None:
        """Raises PasswordNotAllowed."""
        ...

    def sign_out(self, session: Session) -> None: ...


class Reservations(Protocol):
    """Raises, each of them: LineLost, ServiceBroken, SessionEnded, PasswordMustBeChosen."""

    def options(self, session: Session, title: TitleId) -> Options:
        """Raises LimitReached, AlreadyReserved, AlreadyOnLoan, NotReservable, TitleUnknown."""
        ...

    def reserve(self, options: Options, pickup: BranchId, notice: NoticeMethod) -> Reservation:
        """Place one reservation, or keep it (is_kept) while the line is down.

        Raises:
            PermitEnded, LimitReached, AlreadyReserved, PickupNotPossible, NoticeNotPossible.
        """
        ...

    def mine(self, session: Session) -> tuple[Reservation, ...]: ...

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        """Raises TooLateToChange, ReservationUnknown."""
        ...


class Outbox(Protocol):
    """Reservations asked and not yet answered."""

    def next_wish(self, options: Options, pickup: BranchId, notice: NoticeMethod) -> Wish:
        """A wish with a new id and number, kept before it is sent."""
        ...

    def renumbered(self, wish: Wish, leap: int) -> Wish:
        """The same wish under a number so many later, kept before it is sent."""
        ...

    def answered(self, wish: Wish) -> None: ...

    def waiting(self) -> tuple[Wish, ...]: ...


class CardReader(Protocol):
    """Tells of IC cards, from a thread of its own.

    Says MyNumberCardPresented, IcCardRemoved, UnknownCodeScanned and HealthChanged.
    """

    def start(self, say: Callable[[Event], None]) -> None: ...

    def stop(self) -> None: ...


class MyNumberCard(Protocol):
    """The dialogue with the card on the reader. The PIN guard cannot be turned off.

    Raises, each of them: CardGone, NotMyNumberCard, TwoCards, DeviceGone.
    """

    def tries_left(self) -> int:
        """0 to 3; costs nothing."""
        ...

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        """Raises PinWrong, PinLocked, LastTryKept, PinNotFourDigits."""
        ...


class BarcodeScanner(Protocol):
    """Tells of every code read, as it was read, from a thread of its own."""

    def start(self, on_code: Callable[[str], None]) -> None: ...

    def stop(self) -> None: ...

    def health(self) -> Health: ...


class SlipPrinter(Protocol):
    def print(self, slip: Slip) -> None:
        """Raises PaperOut, DeviceGone."""
        ...

    def health(self) -> Health: ...


class StaffDoor(Protocol):
    """Works without the line."""

    def is_staff_card(self, code: str) -> bool: ...

    def open(self, card: str, pin: str) -> None:
        """Raises StaffDoorClosed, TriedTooOften."""
        ...


class Sign(Protocol):
    """The sign "out of service"; hangs until it is taken down, over restarts too."""

    def is_up(self) -> bool: ...

    def put_up(self) -> None: ...

    def take_down(self) -> None: ...


class Slips(Protocol):
    """Lays out what goes on paper."""

    def reservation(self, reservation: Reservation, language: Language) -> Slip:
        """Title, call number, branch, notice, number; never a name, address or card."""
        ...


@dataclass(frozen=True, slots=True)
class Kit:
    """What jobs work with."""

    clock: Clock
    catalogue: Catalogue
    accounts: Accounts
    reservations: Reservations
    my_number: MyNumberCard
    printer: SlipPrinter
    slips: Slips
    staff_door: StaffDoor
    sign: Sign
