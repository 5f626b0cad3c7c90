"""The visits that are played, each with another ending."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.details import ContactKind
from kiosk.domain.looks import Language
from kiosk.domain.titles import TitleId
from kiosk.events import (
    Confirmed,
    ContactChosen,
    DetailsAsked,
    Event,
    ForgottenAsked,
    HomeAsked,
    LanguageChosen,
    LogoutAsked,
    MyLibraryAsked,
    NoticeChosen,
    PasswordChangeAsked,
    PickupChosen,
    ReserveAsked,
    ResetCodeAsked,
    SearchOpened,
    SignInAsked,
    SignInGivenUp,
    StaffLeft,
    TitleChosen,
)

TITLE = TitleId("demo-002")
BRANCH = BranchId("main")


class Patron(Protocol):
    """What a patron can do at a panel; canaries are named, never handed over."""

    def says(self, event: Event) -> None:
        """Touch a key of the page, or of the bar."""

    def types(self, canary: str) -> None:
        """On the keyboard, letter by letter, and Enter."""

    def scans(self, canary: str) -> None:
        """Hold a card under the scanner."""

    def lays_card_down(self, *, knows_pin: bool) -> None:
        """A My Number card."""

    def takes_card_away(self) -> None: ...

    def falls_quiet(self) -> None:
        """Leave: the curtain falls, and its seconds run out."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One act, and the place of the chart where it leads."""

    does: Callable[[Patron], object]
    until: str


@dataclass(frozen=True, slots=True)
class Play:
    """A visit. Without an ending the process is killed in the midst of it."""

    name: str
    beats: tuple[Beat, ...]
    ending: Beat | None
    signs_in: bool = False  # another process follows


def _says(*events: Event, until: str) -> Beat:
    def do(patron: Patron) -> None:
        for event in events:
            patron.says(event)

    return Beat(do, until)


def _types(canary: str, until: str) -> Beat:
    return Beat(lambda patron: patron.types(canary), until)


def _scans(canary: str, until: str) -> Beat:
    return Beat(lambda patron: patron.scans(canary), until)


SEARCHES = (_says(SearchOpened(), until="search"), _types("query", "results"))
WANTS = (
    *SEARCHES,
    _says(TitleChosen(TITLE), until="title"),
    _says(ReserveAsked(), until="sign_in"),
)
BY_CARD = (
    _scans("card", "password"),
    _types("new_password", "password"),  # a wrong one first
    _types("password", "reserve"),
)
BY_PIN = (
    Beat(lambda patron: patron.lays_card_down(knows_pin=True), "pin"),
    _types("pin", "reserve"),
    Beat(lambda patron: patron.takes_card_away(), "reserve"),
)
RESERVES = _says(
    PickupChosen(BRANCH), NoticeChosen(NoticeMethod.EMAIL), Confirmed(), until="confirmed"
)
NEW_CARD = (
    *SEARCHES,
    _says(MyLibraryAsked(), until="sign_in"),
    _scans("new_card", "password"),
    _types("initial_password", "choose_password"),
)
MY_LIBRARY = (
    _says(MyLibraryAsked(), until="sign_in"),
    _scans("card", "password"),
    _types("password", "my_library"),
)
OWN_DETAILS = (
    *MY_LIBRARY,
    _says(DetailsAsked(), until="details"),
    _says(ContactChosen(ContactKind.EMAIL), until="email"),
    _types("new_email", "email_code"),
    _types("code", "email_code"),  # a wrong one
    _says(DetailsAsked(), until="details"),
    _says(PasswordChangeAsked(), until="new_password"),
    _types("password", "new_password"),
    _types("password", "details"),  # the same once more: the next play signs in with it
)
FORGOTTEN = (
    _says(SignInAsked(), until="sign_in"),
    _scans("new_card", "password"),
    _says(ForgottenAsked(), until="forgotten"),
    _says(ResetCodeAsked(), until="reset"),
    _types("code", "reset"),
    _types("new_password", "reset"),  # the code is a wrong one
)
WRONG_PIN = (
    Beat(lambda patron: patron.lays_card_down(knows_pin=False), "pin"),
    _types("pin", "pin"),
    Beat(lambda patron: patron.takes_card_away(), "sign_in"),
)
STAFF = (_scans("staff_card", "staff_door"), _types("staff_pin", "staff"))

HOME = _says(HomeAsked(), until="home")
LOGOUT = _says(LogoutAsked(), until="home")
GIVEN_UP = _says(SignInGivenUp(), until="home")
QUIET = Beat(lambda patron: patron.falls_quiet(), "home")
IN_ENGLISH = _says(LanguageChosen(Language.ENGLISH), until="home")

PLAYS = (
    Play("home, nobody signed in", SEARCHES, HOME),
    Play("home, in English", (IN_ENGLISH, *SEARCHES), HOME),
    Play("idle, nobody signed in", SEARCHES, QUIET),
    Play("sign-in given up", BY_CARD[:2], GIVEN_UP),
    Play("sign-in by PIN given up", WRONG_PIN, GIVEN_UP),
    Play("idle before the password", (*WANTS, *BY_CARD[:2]), QUIET),
    Play("a forgotten password given up", FORGOTTEN, GIVEN_UP),
    Play("idle before a code", FORGOTTEN[:-1], QUIET),
    Play("staff leave", STAFF, _says(StaffLeft(), until="home")),
    Play("idle, signed in by PIN", (*WANTS, *BY_PIN), QUIET, signs_in=True),
    Play("logout after reserving", (*WANTS, *BY_CARD, RESERVES), LOGOUT, signs_in=True),
    Play("logout after changing details", OWN_DETAILS, LOGOUT, signs_in=True),
    Play("home, a password still owed", NEW_CARD, HOME, signs_in=True),
    Play(
        "logout after choosing a password",
        (*NEW_CARD, _types("new_password", "my_library")),
        LOGOUT,
        signs_in=True,
    ),
    Play("killed before a code", OWN_DETAILS[:-5], None, signs_in=True),
    Play("killed while signed in", (*SEARCHES, *MY_LIBRARY), None, signs_in=True),
)


def play_named(name: str) -> Play:
    return next(play for play in PLAYS if play.name == name)
