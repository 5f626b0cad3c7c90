"""Jobs by which patrons change what the library knows of them."""

from kiosk.domain.details import ContactKind
from kiosk.domain.patrons import CardNumber
from kiosk.events import (
    ContactEntered,
    ContactRemoved,
    DetailsFound,
    EmailCodeEntered,
    Event,
    HistoryFound,
    HistoryWished,
    PasswordChanged,
    PasswordChangeEntered,
    PasswordReset,
    ResetCodeSent,
    ResetEntered,
    TrialEmailSent,
)
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import Visit


def find_details(visit: Visit, kit: Kit, _event: Event) -> Event:
    return DetailsFound(kit.details.mine(signed_part(visit).session))


def set_contact(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, ContactEntered)
    session = signed_part(visit).session
    if entered.kind is ContactKind.EMAIL:
        language = visit.look.language
        return DetailsFound(kit.details.set_email(session, entered.contact, language))
    return DetailsFound(kit.details.set_number(session, entered.kind, entered.contact))


def confirm_email(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, EmailCodeEntered)
    session = signed_part(visit).session
    return DetailsFound(kit.details.confirm_email(session, entered.code, visit.look.language))


def remove_contact(visit: Visit, kit: Kit, removed: Event) -> Event:
    assert isinstance(removed, ContactRemoved)
    session = signed_part(visit).session
    return DetailsFound(kit.details.remove(session, removed.kind, visit.look.language))


def send_test_email(visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.details.send_test_email(signed_part(visit).session, visit.look.language)
    return TrialEmailSent()


def change_password(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, PasswordChangeEntered)
    kit.details.change_password(signed_part(visit).session, entered.old, entered.new)
    return PasswordChanged()


def keep_history(visit: Visit, kit: Kit, wished: Event) -> Event:
    assert isinstance(wished, HistoryWished)
    return DetailsFound(kit.details.keep_history(signed_part(visit).session, keeps=wished.keeps))


def find_history(visit: Visit, kit: Kit, _event: Event) -> Event:
    return HistoryFound(kit.details.history(signed_part(visit).session))


def send_reset_code(visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.details.ask_reset(_card(visit), visit.look.language)
    return ResetCodeSent()


def reset_password(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, ResetEntered)
    kit.details.reset(_card(visit), entered.code, entered.new)
    return PasswordReset()


def _card(visit: Visit) -> CardNumber:
    assert visit.card is not None, "a password is forgotten after the card was presented"
    assert visit.card.number is not None, "a My Number card has no password"
    return visit.card.number
