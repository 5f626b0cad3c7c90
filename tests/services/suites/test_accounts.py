"""Signing in, whichever make of accounts stands behind it."""

import pytest

from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CertificateBoundToAnother,
    CertificateNotAccepted,
    CertificateNotBound,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    SessionEnded,
    TriedTooOften,
)
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session, SessionToken
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN
from tests.services.suites.desks import GOOD, UNBOUND, Desk

STRANGER = CardNumber("99999999")
UNKNOWN = Session(SessionToken("no-such-session"))


def test_card_and_password_sign_in(desk: Desk) -> None:
    session = desk.accounts.sign_in(CARD, PASSWORD)
    assert not session.must_choose_password
    assert desk.reservations.mine(session) == ()


@pytest.mark.parametrize(
    ("card", "password"),
    [(CARD, "wrong"), (STRANGER, PASSWORD), (CARD, ""), (CARD, "x" * 300), ("", PASSWORD)],
)
def test_a_wrong_card_and_a_wrong_password_are_answered_alike(
    desk: Desk, card: CardNumber, password: str
) -> None:
    with pytest.raises(CardOrPasswordWrong):
        desk.accounts.sign_in(card, password)


def test_after_too_many_tries_the_right_password_waits_too(desk: Desk) -> None:
    for _ in range(50):
        try:
            desk.accounts.sign_in(CARD, "wrong")
        except CardOrPasswordWrong:
            continue
        except TriedTooOften:
            break
    with pytest.raises(TriedTooOften) as often:
        desk.accounts.sign_in(CARD, PASSWORD)
    assert often.value.wait_s > 0


def test_the_initial_password_opens_nothing_but_the_choice_of_another(desk: Desk) -> None:
    session = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    assert session.must_choose_password
    with pytest.raises(PasswordMustBeChosen):
        desk.reservations.mine(session)
    with pytest.raises(PasswordMustBeChosen):
        desk.reservations.options(session, BOTCHAN.title.id)
    desk.accounts.choose_password(session, "midori26")
    assert desk.reservations.mine(session) == ()
    desk.accounts.sign_out(session)
    assert not desk.accounts.sign_in(NEW_CARD, "midori26").must_choose_password
    with pytest.raises(CardOrPasswordWrong):
        desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("abc", "length"),
        ("a" * 21, "length"),
        ("a" * 300, "length"),
        ("sakura!", "letters"),
        ("さくら2026", "letters"),
        (INITIAL_PASSWORD, "initial"),
    ],
)
def test_a_password_that_the_rules_do_not_allow_says_which_rule(
    desk: Desk, password: str, reason: str
) -> None:
    session = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    with pytest.raises(PasswordNotAllowed) as refused:
        desk.accounts.choose_password(session, password)
    error = refused.value
    assert (error.reason, error.shortest, error.longest) == (reason, 4, 20)


def test_a_session_that_was_ended_opens_nothing(desk: Desk) -> None:
    session = desk.accounts.sign_in(CARD, PASSWORD)
    desk.accounts.sign_out(session)
    desk.accounts.sign_out(session)
    with pytest.raises(SessionEnded):
        desk.reservations.mine(session)
    with pytest.raises(SessionEnded):
        desk.reservations.options(UNKNOWN, BOTCHAN.title.id)
    with pytest.raises(SessionEnded):
        desk.accounts.choose_password(UNKNOWN, "midori26")


def test_a_bound_my_number_card_signs_in(desk: Desk) -> None:
    session = desk.accounts.sign_in_with_my_number(desk.prove(GOOD, desk.accounts.challenge()))
    assert desk.reservations.mine(session) == ()


def test_a_my_number_card_that_nobody_bound_does_not(desk: Desk) -> None:
    proof = desk.prove(UNBOUND, desk.accounts.challenge())
    with pytest.raises(CertificateNotBound):
        desk.accounts.sign_in_with_my_number(proof)


def test_a_card_is_bound_once_however_often_it_is_sent_and_let_go(desk: Desk) -> None:
    session = desk.accounts.sign_in(CARD, PASSWORD)
    proof = desk.prove(UNBOUND, desk.accounts.challenge())
    bound = desk.accounts.bind_my_number(session, proof)
    assert desk.accounts.bind_my_number(session, proof) == bound
    assert desk.details.mine(session).my_number == bound
    desk.accounts.sign_in_with_my_number(desk.prove(UNBOUND, desk.accounts.challenge()))
    with pytest.raises(CertificateNotBound):  # the one before
        desk.accounts.sign_in_with_my_number(desk.prove(GOOD, desk.accounts.challenge()))
    session = desk.accounts.sign_in(CARD, PASSWORD)
    desk.accounts.let_my_number_go(session)
    desk.accounts.let_my_number_go(session)
    assert desk.details.mine(session).my_number is None
    with pytest.raises(CertificateNotBound):
        desk.accounts.sign_in_with_my_number(desk.prove(UNBOUND, desk.accounts.challenge()))


def test_a_card_that_somebody_else_bound_is_refused(desk: Desk) -> None:
    first = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    with pytest.raises(PasswordMustBeChosen):
        desk.accounts.bind_my_number(first, desk.prove(GOOD, desk.accounts.challenge()))
    desk.accounts.choose_password(first, "midori26")
    session = desk.accounts.sign_in(NEW_CARD, "midori26")
    with pytest.raises(CertificateBoundToAnother):
        desk.accounts.bind_my_number(session, desk.prove(GOOD, desk.accounts.challenge()))
    assert desk.details.mine(session).my_number is None


def test_a_proof_that_is_none_binds_nothing(desk: Desk) -> None:
    session = desk.accounts.sign_in(CARD, PASSWORD)
    proof = desk.prove(UNBOUND, desk.accounts.challenge())
    forged = MyNumberProof(proof.certificate, b"\x01" * 256, proof.challenge)
    with pytest.raises(CertificateNotAccepted):
        desk.accounts.bind_my_number(session, forged)
    with pytest.raises(SessionEnded):
        desk.accounts.bind_my_number(UNKNOWN, proof)


def test_a_challenge_is_good_once_and_only_as_it_was_given(desk: Desk) -> None:
    challenge = desk.accounts.challenge()
    assert len(challenge) == 32
    assert challenge != desk.accounts.challenge()
    proof = desk.prove(GOOD, challenge)
    forged = MyNumberProof(proof.certificate, b"\x01" * 256, desk.accounts.challenge())
    invented = desk.prove(GOOD, b"\x00" * 32)
    desk.accounts.sign_in_with_my_number(proof)
    for bad in (proof, forged, invented):
        with pytest.raises(CertificateNotAccepted):
            desk.accounts.sign_in_with_my_number(bad)
