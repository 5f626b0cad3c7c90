"""Signing in, whichever make of accounts stands behind it."""

import pytest

from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CertificateBoundToAnother,
    CertificateNotAccepted,
    CertificateNotBound,
    IcCardBoundToAnother,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    SessionEnded,
    TriedTooOften,
)
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session, SessionToken
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN
from tests.services.suites.desks import GOOD, UNBOUND, Desk

STRANGER = CardNumber("99999999")
FARE_CARD = IcIdentifier(IcKind.FELICA, "012E4CD8A9B1C203")
STUDENT_CARD = IcIdentifier(IcKind.UID, "04A1B2C3D4E5F6")
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


# ---- IC cards that are known by their number
def test_an_ic_card_that_the_patron_bound_signs_in_with_the_password(desk: Desk) -> None:
    rules = desk.accounts.ic_card_rules()
    assert (rules.is_offered, rules.asks_password) == (True, True)
    session = desk.accounts.sign_in(CARD, PASSWORD)
    details = desk.details.bind_ic_card(session, FARE_CARD)
    assert details.offers_ic_card
    assert details.ic_card is not None
    assert details.ic_card.kind is IcKind.FELICA
    assert desk.details.bind_ic_card(session, FARE_CARD) == details
    signed = desk.accounts.sign_in_with_ic_card(FARE_CARD, PASSWORD)
    assert desk.reservations.mine(signed) == ()


@pytest.mark.parametrize("password", ["wrong", "", "x" * 300])
def test_an_ic_card_that_nobody_bound_is_answered_as_a_wrong_password(
    desk: Desk, password: str
) -> None:
    desk.details.bind_ic_card(desk.accounts.sign_in(CARD, PASSWORD), FARE_CARD)
    for card in (FARE_CARD, STUDENT_CARD):
        with pytest.raises(CardOrPasswordWrong):
            desk.accounts.sign_in_with_ic_card(card, password)
    with pytest.raises(CardOrPasswordWrong):
        desk.accounts.sign_in_with_ic_card(STUDENT_CARD, PASSWORD)


def test_another_ic_card_takes_the_place_of_the_former_one(desk: Desk) -> None:
    session = desk.accounts.sign_in(CARD, PASSWORD)
    desk.details.bind_ic_card(session, FARE_CARD)
    desk.details.bind_ic_card(session, STUDENT_CARD)
    with pytest.raises(CardOrPasswordWrong):
        desk.accounts.sign_in_with_ic_card(FARE_CARD, PASSWORD)
    desk.accounts.sign_in_with_ic_card(STUDENT_CARD, PASSWORD)


def test_an_ic_card_that_was_let_go_opens_nothing(desk: Desk) -> None:
    session = desk.accounts.sign_in(CARD, PASSWORD)
    desk.details.bind_ic_card(session, FARE_CARD)
    for _ in range(2):
        assert desk.details.let_ic_card_go(session).ic_card is None
    with pytest.raises(CardOrPasswordWrong):
        desk.accounts.sign_in_with_ic_card(FARE_CARD, PASSWORD)


def test_an_ic_card_of_another_patron_is_not_taken_from_them(desk: Desk) -> None:
    first = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    desk.accounts.choose_password(first, "midori26")
    desk.details.bind_ic_card(first, FARE_CARD)
    with pytest.raises(IcCardBoundToAnother):
        desk.details.bind_ic_card(desk.accounts.sign_in(CARD, PASSWORD), FARE_CARD)
    desk.accounts.sign_in_with_ic_card(FARE_CARD, "midori26")


def test_an_ic_card_is_bound_by_who_is_signed_in_and_has_a_password_only(desk: Desk) -> None:
    with pytest.raises(SessionEnded):
        desk.details.bind_ic_card(UNKNOWN, FARE_CARD)
    first = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    with pytest.raises(PasswordMustBeChosen):
        desk.details.bind_ic_card(first, FARE_CARD)
