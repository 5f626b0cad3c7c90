"""Signing in with a My Number card: one suite for every make of card reader."""

import logging

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate

from kiosk.domain.codes import NotOurs
from kiosk.domain.errors import (
    CardGone,
    LastTryKept,
    LibraryError,
    NotMyNumberCard,
    PinLocked,
    PinNotFourDigits,
    PinWrong,
    TwoCards,
)
from kiosk.domain.patrons import MyNumberProof
from kiosk.events import (
    HealthChanged,
    IcCardRemoved,
    MyNumberCardPresented,
    UnknownCodeScanned,
)
from tests.devices.card_desks import PIN, CardDesk

CHALLENGE = bytes(range(32))
WRONG = "9876"


def assert_proves(proof: MyNumberProof, challenge: bytes) -> None:
    key = load_der_x509_certificate(proof.certificate).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(proof.signature, challenge, PKCS1v15(), SHA256())
    assert proof.challenge == challenge


def test_the_right_pin_lets_the_card_sign_the_librarys_challenge(desk: CardDesk) -> None:
    desk.lay_down()
    assert_proves(desk.card.prove(PIN, CHALLENGE), CHALLENGE)
    assert desk.pins_that_reached_the_card() == 1


def test_the_tries_are_told_before_and_cost_nothing(desk: CardDesk) -> None:
    desk.lay_down(tries_left=2)
    assert [desk.card.tries_left() for _ in range(3)] == [2, 2, 2]
    assert desk.pins_that_reached_the_card() == 0


def test_a_wrong_pin_says_how_many_tries_are_left(desk: CardDesk) -> None:
    desk.lay_down()
    with pytest.raises(PinWrong) as wrong:
        desk.card.prove(WRONG, CHALLENGE)
    assert wrong.value.tries_left == 2
    assert desk.card.tries_left() == 2
    assert desk.pins_that_reached_the_card() == 1


def test_the_last_try_is_never_spent_here_not_even_on_the_right_pin(desk: CardDesk) -> None:
    desk.lay_down()
    for _ in range(2):
        with pytest.raises(PinWrong):
            desk.card.prove(WRONG, CHALLENGE)
    with pytest.raises(LastTryKept):
        desk.card.prove(PIN, CHALLENGE)
    assert desk.pins_that_reached_the_card() == 2
    assert desk.tries_on_the_card() == 1


def test_a_locked_card_hears_no_pin(desk: CardDesk) -> None:
    desk.lay_down(tries_left=0)
    assert desk.card.tries_left() == 0
    with pytest.raises(PinLocked):
        desk.card.prove(PIN, CHALLENGE)
    assert desk.pins_that_reached_the_card() == 0


def test_what_is_not_four_digits_never_reaches_the_card(desk: CardDesk) -> None:
    desk.lay_down()
    for pin in ("", "123", "12345", "12a4", "１２３４", "12 4", "١٢٣٤", "²²²²"):
        with pytest.raises(PinNotFourDigits):
            desk.card.prove(pin, CHALLENGE)
    assert desk.pins_that_reached_the_card() == 0


def test_the_right_pin_gives_all_tries_back(desk: CardDesk) -> None:
    desk.lay_down(tries_left=2)
    desk.card.prove(PIN, CHALLENGE)
    assert desk.card.tries_left() == 3


def test_a_card_pulled_away_at_the_pin_is_not_sent_it_again(desk: CardDesk) -> None:
    desk.lay_down()
    desk.card_leaves_at_the_pin()
    with pytest.raises(CardGone):
        desk.card.prove(PIN, CHALLENGE)
    assert desk.pins_that_reached_the_card() == 1
    desk.heard.wait_for(IcCardRemoved())


def test_without_a_card_there_is_nothing_to_talk_with(desk: CardDesk) -> None:
    with pytest.raises(CardGone):
        desk.card.tries_left()


def test_another_kind_of_card_is_told_apart(desk: CardDesk) -> None:
    desk.lay_down_another_kind()
    with pytest.raises(NotMyNumberCard):
        desk.card.tries_left()
    with pytest.raises(NotMyNumberCard):
        desk.card.prove(PIN, CHALLENGE)


def test_two_cards_at_once_are_refused(desk: CardDesk) -> None:
    desk.lay_down()
    desk.put_beside()
    desk.heard.wait_for(UnknownCodeScanned(NotOurs.TWO_CARDS))
    with pytest.raises(TwoCards):
        desk.card.prove(PIN, CHALLENGE)
    assert desk.pins_that_reached_the_card() == 0


def test_a_card_laid_down_and_taken_away_is_told_once_each(desk: CardDesk) -> None:
    desk.lay_down()
    desk.card.tries_left()
    desk.take_away()
    said = [event for event in desk.heard.events if not isinstance(event, HealthChanged)]
    assert said == [MyNumberCardPresented(), IcCardRemoved()]


def test_nothing_that_is_written_down_holds_a_pin(
    desk: CardDesk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    desk.lay_down()
    with pytest.raises(LibraryError) as wrong:
        desk.card.prove(WRONG, CHALLENGE)
    proof = desk.card.prove(PIN, CHALLENGE)
    written = caplog.text + repr(wrong.value) + str(wrong.value) + repr(proof)
    written += repr(desk.heard.events)
    assert WRONG not in written
    assert PIN not in written
