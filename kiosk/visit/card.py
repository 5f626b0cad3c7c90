"""What a card says before its owner has proved anything."""

from dataclasses import replace

from kiosk.domain.errors import IcCardNotBound, IcCardNotOffered, PinWrong
from kiosk.domain.patrons import Card
from kiosk.events import (
    BackAsked,
    CardPresented,
    Event,
    Failed,
    IcCardPresented,
    IcPasswordAsked,
    MyNumberBindAsked,
    MyNumberBound,
    MyNumberCardPresented,
    PasswordReset,
    ResetCodeSent,
    SignedIn,
    SignInAsked,
    SignInGivenUp,
    StaffCardPresented,
    TriesRead,
)


def card_after(card: Card | None, event: Event, *, is_signed: bool = False) -> Card | None:
    """is_signed: an IC card that lies there then is to be bound, not to sign anybody in."""
    match event:
        case CardPresented(number):
            return Card(number=number)
        case IcCardPresented(identifier) if not is_signed:
            return Card(ic=identifier)
        case IcPasswordAsked() if card is not None:
            return replace(card, asks_password=True)
        case Failed(IcCardNotBound() | IcCardNotOffered()):
            return None
        case MyNumberCardPresented():
            return Card(is_my_number=True)
        case TriesRead(tries_left):
            return replace(card or Card(is_my_number=True), tries_left=tries_left)
        case Failed(PinWrong(tries_left)) if card is not None:
            return replace(card, tries_left=tries_left)
        case ResetCodeSent() if card is not None:
            return replace(card, codes_asked=card.codes_asked + 1)
        case PasswordReset() if card is not None:
            return replace(card, has_new_password=True)
        case SignedIn() | SignInGivenUp() | SignInAsked() | BackAsked():
            return None
        case MyNumberBindAsked() | MyNumberBound():
            return None
    return card


def staff_card_after(card: str | None, event: Event) -> str | None:
    match event:
        case StaffCardPresented(presented):
            return presented
        case SignInGivenUp():
            return None
    return card
