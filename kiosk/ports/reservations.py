"""Reserving at the central service, and what waits to be sent."""

from typing import Protocol

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import (
    Options,
    Reservation,
    ReservationId,
    Wish,
)
from kiosk.domain.titles import TitleId


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
