"""The four items and the signing key: one suite for every make of card reader."""

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate

from kiosk.domain.errors import PinNotFourDigits, PinWrong, SigningPasswordMalformed
from kiosk.domain.my_number import CardSecret, Sex
from tests.devices.card_desks import PIN, CardDesk
from tests.devices.talks import PASSWORD

DOCUMENT = "利用登録申込書".encode()


def test_the_four_items_come_with_their_own_pin(desk: CardDesk) -> None:
    desk.lay_down()
    items = desk.card.basic_four(PIN)
    assert items.name.startswith("港　")
    assert items.address.startswith("東京都みなと市")
    assert items.born is not None
    assert items.sex is Sex.FEMALE


def test_the_signing_key_signs_a_document_and_small_letters_do(desk: CardDesk) -> None:
    desk.lay_down()
    signed = desk.card.sign(PASSWORD.lower(), DOCUMENT)
    key = load_der_x509_certificate(signed.certificate).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(signed.signature, DOCUMENT, PKCS1v15(), SHA256())


def test_each_secret_has_tries_of_its_own(desk: CardDesk) -> None:
    desk.lay_down()
    with pytest.raises(PinWrong):
        desk.card.sign("WRONG123", DOCUMENT)
    with pytest.raises(PinWrong):
        desk.card.basic_four("9876")
    assert [desk.card.tries_left(secret) for secret in CardSecret] == [3, 2, 4]
    assert desk.tries_on_the_card() == 3
    assert desk.pins_that_reached_the_card() == 2


def test_what_has_not_the_form_never_reaches_the_card(desk: CardDesk) -> None:
    desk.lay_down()
    with pytest.raises(PinNotFourDigits):
        desk.card.basic_four("ABCD")
    with pytest.raises(SigningPasswordMalformed):
        desk.card.sign("1234", DOCUMENT)
    assert desk.pins_that_reached_the_card() == 0
