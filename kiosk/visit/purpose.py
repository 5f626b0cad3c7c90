"""What the patron is about, while something else comes first."""

from dataclasses import dataclass

from kiosk.domain.errors import CertificateNotBound, SlipNotYours
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.titles import TitleId
from kiosk.events import (
    AdvancedOpened,
    BackAsked,
    Event,
    Failed,
    MyLibraryAsked,
    MyNumberBound,
    ReservationOpened,
    ReserveAgainAsked,
    ReserveAsked,
    Reserved,
    SearchOpened,
    SignInAsked,
    SignInGivenUp,
    SlipScanned,
    TitleOpened,
    TitlesFound,
)
from kiosk.visit.search import Search


@dataclass(frozen=True, slots=True)
class Find:
    """The patron looks for something; nothing waits behind the sign-in."""


@dataclass(frozen=True, slots=True)
class ReserveThis:
    title: TitleId
    is_again: bool = False  # from the list of what was cancelled; a refusal leads back there


@dataclass(frozen=True, slots=True)
class SeeMyLibrary:
    """The patron's own lists wait behind the sign-in."""


@dataclass(frozen=True, slots=True)
class SeeSlip:
    """The reservation of a slip that was scanned waits behind the sign-in, and the lists."""

    number: ReservationNumber


@dataclass(frozen=True, slots=True)
class BindMyNumber:
    """A My Number card that nobody has bound waits to be joined to the library card."""


Purpose = Find | ReserveThis | SeeMyLibrary | SeeSlip | BindMyNumber


def purpose_after(purpose: Purpose, search: Search, event: Event) -> Purpose:
    """What the patron is about, after this event; search is as it was before."""
    match event:
        case ReserveAsked() if search.chosen is not None:
            return ReserveThis(search.chosen.title.id)
        case ReserveAgainAsked(title):
            return ReserveThis(title, is_again=True)
        case MyLibraryAsked():
            return SeeMyLibrary()
        case SlipScanned(number):
            return SeeSlip(number)
        case ReservationOpened() | Failed(SlipNotYours()) if isinstance(purpose, SeeSlip):
            return Find()
        case Failed(CertificateNotBound()) if not isinstance(purpose, ReserveThis):
            return BindMyNumber()
        case SignInAsked() | SignInGivenUp() | BackAsked() | Reserved() | MyNumberBound():
            return Find()
        case SearchOpened() | AdvancedOpened() | TitlesFound() | TitleOpened():
            return Find()
    return purpose
