"""The demonstration library as its files in assets/demonstration/ describe it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.central.demonstration.listed import DescribedTitle, read_titles
from kiosk.central.demonstration.staff import DescribedStaff
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import TitleId
from kiosk.domain.toml_table import TomlTable


@dataclass(frozen=True, slots=True)
class DescribedPatron:
    id: PatronId
    card_number: CardNumber
    name: str
    birth_date: date
    password: str | None = field(default=None, repr=False)
    email: str | None = None
    email_is_confirmed: bool = False
    telephone: str | None = None
    telephone_is_confirmed: bool = False
    fax: str | None = None
    fax_is_confirmed: bool = False
    has_my_number_card: bool = False


@dataclass(frozen=True, slots=True)
class DescribedLoan:
    patron: PatronId
    title: TitleId
    branch: BranchId
    lent_days_ago: int
    due_in_days: int
    renewals: int = 0


@dataclass(frozen=True, slots=True)
class DescribedReservation:
    patron: PatronId
    title: TitleId
    pickup: BranchId
    notice: NoticeMethod
    days_ago: int
    state: ReservationState = ReservationState.QUEUED
    item_at: BranchId | None = None  # whose item it is that is on its way or ready
    hold_shelf: str = ""
    ready_days_ago: int | None = None
    ended_days_ago: int | None = None


@dataclass(frozen=True, slots=True)
class _Branches:
    branch: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class _Patrons:
    patron: tuple[DescribedPatron, ...]


@dataclass(frozen=True, slots=True)
class _Staff:
    staff: tuple[DescribedStaff, ...]


@dataclass(frozen=True, slots=True)
class _Lending:
    loan: tuple[DescribedLoan, ...]
    reservation: tuple[DescribedReservation, ...]


@dataclass(frozen=True, slots=True)
class Described:
    branches: tuple[Branch, ...]
    titles: tuple[DescribedTitle, ...]
    patrons: tuple[DescribedPatron, ...]
    loans: tuple[DescribedLoan, ...]
    reservations: tuple[DescribedReservation, ...]  # in the order in which they were received
    staff: tuple[DescribedStaff, ...] = ()

    @classmethod
    def read(cls, folder: Path) -> "Described":
        """Read the files; raises SettingWrong."""
        lending = TomlTable.read_file(folder / "lending.toml").read(_Lending)
        return cls(
            branches=TomlTable.read_file(folder / "branches.toml").read(_Branches).branch,
            titles=read_titles(folder / "titles"),
            patrons=TomlTable.read_file(folder / "patrons.toml").read(_Patrons).patron,
            loans=lending.loan,
            reservations=lending.reservation,
            staff=TomlTable.read_file(folder / "staff.toml").read(_Staff).staff,
        )
