"""The certificate's key says how a card signs: today's cards, and those announced for 2028."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    SECP384R1,
    EllipticCurve,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA384
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import CertificateBuilder, Name, load_der_x509_certificate

from kiosk.domain.errors import CardGone, CertificateNotAccepted
from kiosk.hardware.card_reader.signing_kinds import P384, RSA, SigningKey
from tests.devices.card_contents import authority_of_tests
from tests.devices.talks import CHALLENGE, PIN, lay
from tests.devices.virtual_card import AUTH_CERTIFICATE, VirtualCard


def certificate_of(key: EllipticCurvePrivateKey) -> bytes:
    now = datetime(2028, 4, 1, tzinfo=UTC)
    built = (
        CertificateBuilder(Name([]), Name([]), key.public_key(), 4711)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=3650))
        .sign(key, SHA384())
    )
    return built.public_bytes(Encoding.DER)


@pytest.fixture(scope="module")
def later_key() -> EllipticCurvePrivateKey:
    return generate_private_key(SECP384R1())


def test_a_later_card_signs_with_its_longer_hash(later_key: EllipticCurvePrivateKey) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.key = later_key
    card.files[AUTH_CERTIFICATE] = certificate_of(later_key)
    proof = lay(card)[1].prove(PIN, CHALLENGE)
    key = load_der_x509_certificate(proof.certificate).public_key()
    assert isinstance(key, EllipticCurvePublicKey)
    key.verify(proof.signature, CHALLENGE, ECDSA(SHA384()))


def test_a_later_card_may_answer_in_either_form(later_key: EllipticCurvePrivateKey) -> None:
    key = SigningKey.of(certificate_of(later_key))
    written = later_key.sign(P384.to_sign(CHALLENGE), ECDSA(Prehashed(SHA384())))
    assert key.kind is P384
    assert key.signature(written) == written
    for cut in (0, 1, 47, 95, len(written) - 1):
        with pytest.raises(CardGone):
            key.signature(written[:cut])


def test_todays_card_signs_with_rsa() -> None:
    key = SigningKey.of(authority_of_tests()[1])
    assert key.kind is RSA
    assert key.signature(bytes(256)) == bytes(256)
    for length in (0, 96, 255, 257):
        with pytest.raises(CardGone):
            key.signature(bytes(length))


@pytest.mark.parametrize("curve", [SECP256R1()], ids=lambda curve: curve.name)
def test_a_key_of_no_card_is_not_asked_to_sign(curve: EllipticCurve) -> None:
    with pytest.raises(CertificateNotAccepted):
        SigningKey.of(certificate_of(generate_private_key(curve)))
    with pytest.raises(CertificateNotAccepted):
        SigningKey.of(b"no certificate")
