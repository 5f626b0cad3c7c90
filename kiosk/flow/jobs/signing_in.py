"""Jobs by which patrons prove who they are, and leave."""

from kiosk.events import (
    Event,
    NewPasswordEntered,
    PasswordChosen,
    PasswordEntered,
    PinEntered,
    SignedIn,
    SignedOut,
    TriesRead,
)
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import Visit


def sign_in(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, PasswordEntered)
    assert visit.card is not None, "a password is asked only after a card"
    if visit.card.ic is not None:
        return SignedIn(kit.accounts.sign_in_with_ic_card(visit.card.ic, entered.password))
    assert visit.card.number is not None, "a My Number card is asked for its PIN"
    return SignedIn(kit.accounts.sign_in(visit.card.number, entered.password))


def read_tries(_visit: Visit, kit: Kit, _event: Event) -> Event:
    return TriesRead(kit.my_number.tries_left())


def prove(_visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, PinEntered)
    challenge = kit.accounts.challenge()
    proof = kit.my_number.prove(entered.pin, challenge)
    return SignedIn(kit.accounts.sign_in_with_my_number(proof))


def choose_password(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, NewPasswordEntered)
    kit.accounts.choose_password(signed_part(visit).session, entered.password)
    return PasswordChosen()


def sign_out(visit: Visit, kit: Kit, _event: Event) -> Event:
    if visit.signed is not None:
        kit.accounts.sign_out(visit.signed.session)
    return SignedOut()
