"""Reserving at the central service, and what waits to be sent."""

from typing import Protocol

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import (
    Changes,
    Options,
    Reservation,
    ReservationId,
    Wish,
)
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Waiting


class Reservations(Protocol):
    """Raises, each of them: LineLost, ServiceBroken, SessionEnded, PasswordMustBeChosen."""

    def options(self, session: Session, title: TitleId) -> Options:
        """Raises LimitReached, AlreadyReserved, AlreadyOnLoan, NotReservable, TitleUnknown."""
        ...

    def waiting(self, title: TitleId) -> Waiting:
        """How long whoever reserved it now would wait; nobody has to sign in for it.

        Raises:
            TitleUnknown, NotReservable.
        """
        ...

    def reserve(
        self,
        options: Options,
        pickup: BranchId,
        notice: NoticeMethod,
        *,
        any_edition: bool = False,
    ) -> Reservation:
        """Place one reservation, or keep it (is_kept) while the line is down.

        any_edition: whichever edition of the work comes first will do.

        Raises:
            PermitEnded, LimitReached, AlreadyReserved, PickupNotPossible, NoticeNotPossible.
        """
        ...

    def mine(self, session: Session) -> tuple[Reservation, ...]: ...

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        """Raises TooLateToChange, ReservationUnknown."""
        ...

    def restore(self, session: Session, reservation: ReservationId) -> Reservation:
        """Undo a cancelling: back in the queue with the old time of request.

        Raises:
            ReservationUnknown, TooLateToChange: nothing is left to restore, or it is too long ago;
            LimitReached, AlreadyReserved, AlreadyOnLoan: since then another came in its place;
            NotReservable: the library gave the title up.
        """
        ...

    def cancelled(self, session: Session) -> tuple[Reservation, ...]:
        """Those of the last 30 days (rule V2), latest first."""
        ...

    def changes(self, session: Session, reservation: ReservationId) -> Changes:
        """Raises TooLateToChange, ReservationUnknown."""
        ...

    def change(
        self, session: Session, reservation: ReservationId, pickup: BranchId, notice: NoticeMethod
    ) -> Reservation:
        """Another pickup branch, another notice, or both (rule V1); again changes nothing.

        Raises:
            TooLateToChange, ReservationUnknown, PickupNotPossible, NoticeNotPossible.
        """
        ...


class Outbox(Protocol):
    """Reservations asked and not yet answered."""

    def next_wish(
        self,
        options: Options,
        pickup: BranchId,
        notice: NoticeMethod,
        *,
        any_edition: bool = False,
    ) -> Wish:
        """A wish with a new id and number, kept before it is sent."""
        ...

    def renumbered(self, wish: Wish, leap: int) -> Wish:
        """The same wish under a number so many later, kept before it is sent."""
        ...

    def answered(self, wish: Wish) -> None: ...

    def waiting(self) -> tuple[Wish, ...]: ...
