"""Contacts and passwords, whichever make stands behind them."""

import pytest

from kiosk.domain.details import ContactKind
from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CodeWrong,
    ContactMissing,
    ContactNotUnderstood,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    SessionEnded,
)
from kiosk.domain.looks import Language
from kiosk.domain.patrons import CardNumber, Session, SessionToken
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from tests.services.suites.desks import Desk

JAPANESE = Language.JAPANESE
ADDRESS, MASKED = "minato@example.jp", "mi•••@example.jp"
NEW = "momiji2026"


@pytest.mark.rule("L6")
def test_an_address_is_used_once_its_code_was_typed(desk: Desk, session: Session) -> None:
    pending = desk.details.set_email(session, ADDRESS, JAPANESE)
    assert pending.email_pending == MASKED
    assert pending.email != MASKED
    with pytest.raises(CodeWrong):
        desk.details.confirm_email(session, "no code", JAPANESE)
    confirmed = desk.details.confirm_email(session, desk.last_code(), JAPANESE)
    assert (confirmed.email, confirmed.email_pending) == (MASKED, "")
    assert desk.details.mine(session) == confirmed
    desk.details.send_test_email(session, JAPANESE)


def test_numbers_come_and_go(desk: Desk, session: Session) -> None:
    desk.details.set_number(session, ContactKind.FAX, "0862234567")
    assert desk.details.mine(session).fax.endswith("4567")
    assert desk.details.remove(session, ContactKind.FAX, JAPANESE).fax == ""


def set_contact(desk: Desk, session: Session, kind: ContactKind, contact: str) -> None:
    if kind is ContactKind.EMAIL:
        desk.details.set_email(session, contact, JAPANESE)
    else:
        desk.details.set_number(session, kind, contact)


@pytest.mark.rule("E4")
@pytest.mark.parametrize("kind", list(ContactKind))
def test_what_reaches_nobody_is_refused_by_its_kind(
    desk: Desk, session: Session, kind: ContactKind
) -> None:
    for nothing in ("", "nobody", "1" * 400):
        with pytest.raises(ContactNotUnderstood) as refused:
            set_contact(desk, session, kind, nothing)
        assert refused.value.reason == kind


def test_without_an_address_no_test_email_goes_out(desk: Desk, session: Session) -> None:
    assert desk.details.remove(session, ContactKind.EMAIL, JAPANESE).email == ""
    with pytest.raises(ContactMissing):
        desk.details.send_test_email(session, JAPANESE)


def test_who_knows_the_old_password_sets_another(desk: Desk, session: Session) -> None:
    with pytest.raises(CardOrPasswordWrong):
        desk.details.change_password(session, "wrong123", NEW)
    with pytest.raises(PasswordNotAllowed):
        desk.details.change_password(session, PASSWORD, "abc")
    desk.details.change_password(session, PASSWORD, NEW)
    desk.accounts.sign_in(CARD, NEW)


@pytest.mark.rule("L5")
def test_a_forgotten_password_is_reset_by_the_code_that_was_sent(
    desk: Desk, session: Session
) -> None:
    desk.details.set_email(session, ADDRESS, JAPANESE)
    desk.details.confirm_email(session, desk.last_code(), JAPANESE)
    desk.details.ask_reset(CARD, JAPANESE)
    with pytest.raises(CodeWrong):
        desk.details.reset(CARD, "no code", NEW)
    with pytest.raises(PasswordNotAllowed):
        desk.details.reset(CARD, desk.last_code(), "abc")
    desk.details.reset(CARD, desk.last_code(), NEW)
    desk.accounts.sign_in(CARD, NEW)


@pytest.mark.rule("L5", "L7")
@pytest.mark.parametrize("card", ["", "99999999", "x" * 400, NEW_CARD])
def test_whether_a_card_has_an_address_is_never_told(desk: Desk, card: str) -> None:
    desk.details.ask_reset(CardNumber(card), JAPANESE)
    with pytest.raises((CodeWrong, PasswordNotAllowed)):
        desk.details.reset(CardNumber(card), "123456", NEW)


def test_a_reading_history_begins_and_ends(desk: Desk, session: Session) -> None:
    assert desk.details.history(session) == ()
    assert desk.details.keep_history(session, keeps=True).keeps_history
    desk.details.history(session)
    assert not desk.details.keep_history(session, keeps=False).keeps_history
    assert desk.details.history(session) == ()


@pytest.mark.rule("L3")
def test_before_a_password_is_chosen_nothing_opens(desk: Desk) -> None:
    session = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    with pytest.raises(PasswordMustBeChosen):
        desk.details.mine(session)
    with pytest.raises(SessionEnded):
        desk.details.mine(Session(SessionToken("no-such-session")))
