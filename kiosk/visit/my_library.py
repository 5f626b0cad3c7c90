"""Personal: all lists of the patron's own, as they were last read, and what is done there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain.changing import changed
from kiosk.domain.errors import NotRenewable
from kiosk.domain.loans import Loan, LoanId, WhyNotRenewable
from kiosk.domain.reservations import Changes, Reservation, ReservationId, ReservationState
from kiosk.events import (
    ChangesFound,
    Event,
    EyeTouched,
    Failed,
    LibraryTab,
    LoanRenewed,
    MyLibraryFound,
    RenewAsked,
    ReservationCancelled,
    ReservationChanged,
    ReservationOpened,
    ReservationRestored,
    Reserved,
    TabChosen,
)
from kiosk.visit.acts import is_act

_ORDER = (ReservationState.READY, ReservationState.IN_TRANSIT, ReservationState.QUEUED)


@dataclass(frozen=True, slots=True)
class MyLibrary:
    """All lists of the patron's own. A list keeps its order: no row moves under a finger."""

    reservations: tuple[Reservation, ...] | None = None  # None: the lists were not read so far
    loans: tuple[Loan, ...] = ()
    cancelled: tuple[Reservation, ...] = ()
    today: date | None = None  # the library's, when they were read
    tab: LibraryTab = LibraryTab.RESERVATIONS
    hides_titles: bool = False
    opened: ReservationId | None = None
    changes: Changes | None = None  # None: not read, or nothing can be changed
    has_changed: bool = False  # the opened one, a moment ago
    asked: LoanId | None = None  # the loan whose renewal was asked for last
    renewed: frozenset[LoanId] = frozenset()  # in this visit

    @property
    def opened_reservation(self) -> Reservation | None:
        return self.reservation(self.opened) if self.opened is not None else None

    def reservation(self, wanted: ReservationId) -> Reservation | None:
        """One that is open still; None where the list knows no such one."""
        return next((each for each in self.reservations or () if each.id == wanted), None)

    def loan(self, wanted: LoanId) -> Loan | None:
        return next((each for each in self.loans if each.id == wanted), None)

    def number_of(self, wanted: ReservationId) -> int:
        """Its place in the list, from 1: what stands for the title while titles are hidden."""
        ids = [each.id for each in self.reservations or ()]
        return ids.index(wanted) + 1 if wanted in ids else 0

    def after(self, event: Event) -> "MyLibrary":
        match event:
            case MyLibraryFound(reservations, loans, cancelled, today):
                return replace(
                    self,
                    reservations=in_order(reservations),
                    loans=loans,
                    cancelled=cancelled,
                    today=today,
                )
            case ChangesFound(changes):
                return replace(self, changes=changes)
            case EyeTouched():
                return replace(self, hides_titles=not self.hides_titles)
            case Failed(NotRenewable(reason)) if self.asked is not None:
                return self._refused(self.asked, WhyNotRenewable(reason))
            case Failed():
                return self
        acted = changed(self, asked=None, has_changed=False) if is_act(event) else self
        return acted.after_deed(event)

    def after_deed(self, event: Event) -> "MyLibrary":
        """What the patron touched, and what came of it."""
        match event:
            case TabChosen(tab):
                return replace(self, tab=tab)
            case ReservationOpened(reservation):
                return replace(self, opened=reservation, changes=None)
            case RenewAsked(loan):
                return replace(self, asked=loan)
            case Reserved(reservation) | ReservationRestored(reservation):
                return self._with(reservation)
            case ReservationChanged(reservation):
                return replace(self._with(reservation), has_changed=True)
            case ReservationCancelled(cancelled):
                return self._without(cancelled)
            case LoanRenewed(loan):
                return replace(self._with_loan(loan), renewed=self.renewed | {loan.id})
        return self

    def _with(self, reservation: Reservation) -> "MyLibrary":
        """In its old place, or where a new one belongs; an unread list stays unread."""
        if self.reservations is None:
            return self
        if self.reservation(reservation.id) is not None:
            same = (reservation if r.id == reservation.id else r for r in self.reservations)
            return replace(self, reservations=tuple(same))
        return replace(
            self,
            reservations=in_order((*self.reservations, reservation)),
            cancelled=tuple(each for each in self.cancelled if each.id != reservation.id),
        )

    def _without(self, cancelled: ReservationId) -> "MyLibrary":
        if self.reservations is None:
            return self
        left = tuple(each for each in self.reservations if each.id != cancelled)
        return replace(self, reservations=left)

    def _with_loan(self, loan: Loan) -> "MyLibrary":
        return replace(
            self, loans=tuple(loan if each.id == loan.id else each for each in self.loans)
        )

    def _refused(self, asked: LoanId, why: WhyNotRenewable) -> "MyLibrary":
        """The row says the reason, as if the list had been read now."""
        loan = self.loan(asked)
        if loan is None:
            return self
        return self._with_loan(replace(loan, why_not=why, renewed_until=None))


def in_order(reservations: Iterable[Reservation]) -> tuple[Reservation, ...]:
    """Ready, on the way, waiting by turn, kept, and whatever else."""
    return tuple(sorted(reservations, key=_place_in_list))


def _place_in_list(reservation: Reservation) -> tuple[int, int]:
    if reservation.is_kept:
        return len(_ORDER), 0
    if reservation.state in _ORDER:
        return _ORDER.index(reservation.state), reservation.position or 0
    return len(_ORDER) + 1, 0
