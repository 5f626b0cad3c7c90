"""What happens where patrons see what is theirs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.reservations import Changes, Reservation, ReservationId
from kiosk.domain.titles import TitleId
from kiosk.events.screens import Event


class LibraryTab(StrEnum):
    """Which of the patron's own lists is shown."""

    RESERVATIONS = "reservations"  # 予約している資料
    LOANS = "loans"  # 借りている資料
    CANCELLED = "cancelled"  # 取消済予約一覧


class MyLibraryAsked(Event): ...


@dataclass(frozen=True, slots=True)
class MyLibraryFound(Event):
    """All lists of the patron's own, as they are now."""

    reservations: tuple[Reservation, ...]
    loans: tuple[Loan, ...]
    cancelled: tuple[Reservation, ...]
    today: date  # the library's


@dataclass(frozen=True, slots=True)
class TabChosen(Event):
    tab: LibraryTab


class EyeTouched(Event):
    """Hide the titles of every list of the patron's own, or show them again."""


@dataclass(frozen=True, slots=True)
class ReservationOpened(Event):
    """One reservation is looked at, to change or cancel it."""

    reservation: ReservationId


@dataclass(frozen=True, slots=True)
class ChangesFound(Event):
    changes: Changes


class ChangeConfirmed(Event):
    """With the pickup branch and the notice that are chosen now."""


@dataclass(frozen=True, slots=True)
class ReservationChanged(Event):
    reservation: Reservation


@dataclass(frozen=True, slots=True)
class CancelAsked(Event):
    reservation: ReservationId


@dataclass(frozen=True, slots=True)
class ReservationCancelled(Event):
    reservation: ReservationId


class UndoAsked(Event):
    """Take back the last deed: a reservation is cancelled, a cancelled one restored."""


@dataclass(frozen=True, slots=True)
class ReservationRestored(Event):
    reservation: Reservation


@dataclass(frozen=True, slots=True)
class ReserveAgainAsked(Event):
    title: TitleId


@dataclass(frozen=True, slots=True)
class RenewAsked(Event):
    loan: LoanId


@dataclass(frozen=True, slots=True)
class LoanRenewed(Event):
    loan: Loan
