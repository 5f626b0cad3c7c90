"""The vocabulary of the house: everything that can happen, one small frozen class each."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.devices import Health
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.patrons import CardNumber, Session
from kiosk.domain.reservations import Options, Reservation, ReservationId
from kiosk.domain.searching import Found, Query, Scope, Suggestions
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle, TitleId


class ScreenName(StrEnum):
    HOME = "home"
    SEARCH = "search"
    RESULTS = "results"
    TITLE = "title"
    SIGN_IN = "sign_in"
    PIN = "pin"
    CHOOSE_PASSWORD = "choose_password"  # noqa: S105 - the name of a screen
    RESERVE = "reserve"
    CONFIRMATION = "confirmation"
    MY_RESERVATIONS = "my_reservations"
    WAIT = "wait"
    APOLOGY = "apology"
    OUT_OF_SERVICE = "out_of_service"
    STAFF_DOOR = "staff_door"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Event:
    """Anything that happens. Past tense, or what the patron asked for."""


# ---- the bar, on every screen
class HomeAsked(Event): ...


class BackAsked(Event): ...


class SignInAsked(Event): ...


class SignInGivenUp(Event): ...


class LogoutAsked(Event): ...


@dataclass(frozen=True, slots=True)
class LanguageChosen(Event):
    language: Language


@dataclass(frozen=True, slots=True)
class TextSizeChosen(Event):
    size: TextSize


@dataclass(frozen=True, slots=True)
class SchemeChosen(Event):
    scheme: Scheme


# ---- searching
class SearchOpened(Event): ...


@dataclass(frozen=True, slots=True)
class QueryTyped(Event):
    """The whole text of the field after a key; suggestions follow."""

    text: str


@dataclass(frozen=True, slots=True)
class SuggestionsFound(Event):
    suggestions: Suggestions


@dataclass(frozen=True, slots=True)
class SearchAsked(Event):
    """さがす, a facet, a scope on the results, or a page: the whole query as it shall be."""

    query: Query


@dataclass(frozen=True, slots=True)
class ScopeChosen(Event):
    """Another scope while still typing."""

    scope: Scope


@dataclass(frozen=True, slots=True)
class TitlesFound(Event):
    found: Found


@dataclass(frozen=True, slots=True)
class TitleChosen(Event):
    title: TitleId


@dataclass(frozen=True, slots=True)
class TitleOpened(Event):
    title: FoundTitle


@dataclass(frozen=True, slots=True)
class NewTitlesFound(Event):
    titles: tuple[FoundTitle, ...]


# ---- signing in
@dataclass(frozen=True, slots=True)
class CardPresented(Event):
    """A library card was scanned, laid down, or its number typed."""

    number: CardNumber = field(repr=False)


class MyNumberCardPresented(Event): ...


class IcCardRemoved(Event): ...


@dataclass(frozen=True, slots=True)
class TriesRead(Event):
    tries_left: int


@dataclass(frozen=True, slots=True)
class PinEntered(Event):
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordEntered(Event):
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewPasswordEntered(Event):
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignedIn(Event):
    session: Session


class PasswordChosen(Event): ...


class SignedOut(Event): ...


@dataclass(frozen=True, slots=True)
class IsbnScanned(Event):
    isbn: str


class UnknownCodeScanned(Event): ...


# ---- reserving
class ReserveAsked(Event): ...


@dataclass(frozen=True, slots=True)
class OptionsFound(Event):
    options: Options


@dataclass(frozen=True, slots=True)
class PickupChosen(Event):
    branch: BranchId


@dataclass(frozen=True, slots=True)
class NoticeChosen(Event):
    method: NoticeMethod


class Confirmed(Event): ...


@dataclass(frozen=True, slots=True)
class Reserved(Event):
    """Placed with the service, or (reservation.is_kept) kept until the line is back."""

    reservation: Reservation
    slip: Slip


class UndoAsked(Event): ...


@dataclass(frozen=True, slots=True)
class ReservationCancelled(Event):
    reservation: ReservationId


class SlipAsked(Event): ...


class SlipPrinted(Event): ...


class MyLibraryAsked(Event): ...


@dataclass(frozen=True, slots=True)
class MyReservationsFound(Event):
    reservations: tuple[Reservation, ...]


# ---- time and trouble
class IdleElapsed(Event):
    """The curtain's seconds ran out too; the visit ends."""


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """A job raised; what it raised says what to do."""

    error: Exception


class LineWentDown(Event): ...


class LineCameBack(Event): ...


@dataclass(frozen=True, slots=True)
class HealthChanged(Event):
    health: Health


class CatalogueChanged(Event): ...


# ---- staff
@dataclass(frozen=True, slots=True)
class StaffCardPresented(Event):
    card: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StaffPinEntered(Event):
    pin: str = field(repr=False)


class StaffDoorOpened(Event): ...


class StaffLeft(Event): ...


class ClosingAsked(Event):
    """「お休み」にする: out of service until staff says otherwise."""


class OpeningAsked(Event): ...


class SignHung(Event):
    """The sign "out of service" was put up or taken down."""


class QuitAsked(Event): ...


class ClosedFound(Event):
    """The sign "out of service" hangs since before this process."""
