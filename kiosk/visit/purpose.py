"""What the patron is about, while something else comes first."""

from dataclasses import dataclass

from kiosk.domain.titles import TitleId
from kiosk.events import (
    BackAsked,
    Event,
    MyLibraryAsked,
    ReserveAsked,
    Reserved,
    SearchOpened,
    SignInAsked,
    SignInGivenUp,
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


@dataclass(frozen=True, slots=True)
class SeeMyLibrary:
    """My reservations wait behind the sign-in."""


Purpose = Find | ReserveThis | SeeMyLibrary


def purpose_after(purpose: Purpose, search: Search, event: Event) -> Purpose:
    """What the patron is about, after this event; search is as it was before."""
    match event:
        case ReserveAsked() if search.chosen is not None:
            return ReserveThis(search.chosen.title.id)
        case MyLibraryAsked():
            return SeeMyLibrary()
        case SignInAsked() | SignInGivenUp() | BackAsked() | Reserved():
            return Find()
        case SearchOpened() | TitlesFound() | TitleOpened():
            return Find()
    return purpose
