"""What happens while patrons prove who they are, and when they leave."""

from dataclasses import dataclass, field

from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.patrons import CardNumber, Session
from kiosk.events.screens import Event


class SignInAsked(Event): ...


class SignInGivenUp(Event): ...


class LogoutAsked(Event): ...


@dataclass(frozen=True, slots=True)
class CardPresented(Event):
    """A library card was scanned, laid down, or its number typed."""

    number: CardNumber = field(repr=False)


class MyNumberCardPresented(Event): ...


@dataclass(frozen=True, slots=True)
class IcCardPresented(Event):
    """A card that calls itself by a steady number was laid down."""

    identifier: IcIdentifier


class IcPasswordAsked(Event):
    """The library wants a password beside an IC card, whoever's it is."""


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
