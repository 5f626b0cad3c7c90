from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509 import ObjectIdentifier

from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.service import Service, assemble
from kiosk.domain.patrons import MyNumberProof, PatronId
from kiosk.wire.signing_in import ChallengeAnswer, ProofRequest
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority, CardOnReader, CardSpec, rsa_key
from tests.central.clock import START, TurnedClock
from tests.central.conftest import BRANCH
from tests.central.patrons import settle

DAY = timedelta(days=1)


@pytest.fixture
def card(service: Service, card_authority: CardAuthority) -> CardOnReader:
    """A card that the first patron bound."""
    settle(service)
    card = card_authority.issue()
    bind(service, card)
    return card


def bind(service: Service, card: CardOnReader, patron: str = "p1") -> None:
    Credentials(service.database).bind(PatronId(patron), Credential.of(card.certificate))


def challenge(kiosk: Caller) -> bytes:
    answer = kiosk.post("/my-number/challenges")
    assert answer.status_code == 201
    return ChallengeAnswer.model_validate_json(answer.content).to_challenge()


def send(kiosk: Caller, proof: MyNumberProof) -> str:
    """ "ok", or the code of the problem."""
    body = ProofRequest.of(proof).model_dump_json().encode()
    answer = kiosk.post("/my-number/sessions", body)
    return "ok" if answer.status_code == 201 else str(answer.json()["code"])


def lay_down(kiosk: Caller, card: CardOnReader) -> str:
    return send(kiosk, card.proof(challenge(kiosk)))


def test_a_bound_card_signs_its_patron_in(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    proof = card.proof(challenge(kiosk))
    answer = kiosk.post("/my-number/sessions", ProofRequest.of(proof).model_dump_json().encode())
    assert answer.status_code == 201
    assert answer.json()["must_choose_password"] is False
    assert service.sessions.find(answer.json()["token"], "001").patron == "p1"


def test_a_challenge_is_32_bytes_and_new_each_time(kiosk: Caller) -> None:
    first, second = challenge(kiosk), challenge(kiosk)
    assert len(first) == len(second) == 32
    assert first != second


def test_a_replayed_proof_is_refused(kiosk: Caller, card: CardOnReader) -> None:
    proof = card.proof(challenge(kiosk))
    assert send(kiosk, proof) == "ok"
    assert send(kiosk, proof) == "certificate_not_accepted"


def test_a_wrong_signature_uses_the_challenge_up(kiosk: Caller, card: CardOnReader) -> None:
    proof = card.proof(challenge(kiosk))
    broken = MyNumberProof(proof.certificate, proof.signature[::-1], proof.challenge)
    assert send(kiosk, broken) == "certificate_not_accepted"
    assert send(kiosk, proof) == "certificate_not_accepted"


def test_a_challenge_of_ones_own_is_refused(kiosk: Caller, card: CardOnReader) -> None:
    assert send(kiosk, card.proof(b"\0" * 32)) == "certificate_not_accepted"


def test_a_challenge_is_good_at_its_own_kiosk_only(
    kiosk: Caller, other_kiosk: Caller, card: CardOnReader
) -> None:
    proof = card.proof(challenge(kiosk))
    assert send(other_kiosk, proof) == "certificate_not_accepted"
    assert send(kiosk, proof) == "ok"


def test_a_challenge_is_good_for_minutes(
    kiosk: Caller, card: CardOnReader, clock: TurnedClock
) -> None:
    proof = card.proof(challenge(kiosk))
    clock.turn(timedelta(minutes=5))
    assert send(kiosk, proof) == "certificate_not_accepted"


def test_a_copied_certificate_without_its_key_is_refused(
    kiosk: Caller, card: CardOnReader, card_authority: CardAuthority
) -> None:
    forged = card_authority.issue().with_certificate_of(card)
    assert lay_down(kiosk, forged) == "certificate_not_accepted"


def test_a_card_that_nobody_bound_is_told_so(
    kiosk: Caller, card: CardOnReader, card_authority: CardAuthority
) -> None:
    assert lay_down(kiosk, card_authority.issue()) == "certificate_not_bound"


def test_the_same_names_from_an_unknown_authority_are_refused(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    forged = CardAuthority.new().issue()
    bind(service, forged, "p2")
    assert lay_down(kiosk, forged) == "certificate_not_accepted"


@pytest.mark.parametrize(
    "spec",
    [
        CardSpec(ends=START - DAY),
        CardSpec(begins=START + DAY),
        CardSpec(policy=None),
        CardSpec(policy=ObjectIdentifier("1.2.392.200149.8.5.1.1.20")),  # 署名用
        CardSpec(digital_signature=False),
        CardSpec(is_authority=True),
        CardSpec(extra=x509.OCSPNoCheck()),
        CardSpec(key=rsa_key(1024)),
        CardSpec(key=ec.generate_private_key(ec.SECP521R1())),
    ],
    ids=(
        "ended",
        "not begun",
        "no policy",
        "for signing",
        "usage",
        "authority",
        "extension",
        "short key",
        "other curve",
    ),
)
def test_a_certificate_that_is_not_good_is_refused(
    kiosk: Caller, service: Service, card_authority: CardAuthority, spec: CardSpec
) -> None:
    settle(service)
    bad = card_authority.issue(spec)
    bind(service, bad)
    assert lay_down(kiosk, bad) == "certificate_not_accepted"


def test_the_next_cards_algorithm_is_taken_from_the_certificate(
    kiosk: Caller, service: Service, card_authority: CardAuthority
) -> None:
    settle(service)
    next_card = card_authority.issue(CardSpec(key=ec.generate_private_key(ec.SECP384R1())))
    bind(service, next_card)
    assert lay_down(kiosk, next_card) == "ok"


def test_a_renewed_card_replaces_the_old_one(
    kiosk: Caller, service: Service, card: CardOnReader, card_authority: CardAuthority
) -> None:
    renewed = card_authority.issue()
    bind(service, renewed)
    assert lay_down(kiosk, renewed) == "ok"
    assert lay_down(kiosk, card) == "certificate_not_bound"


def test_a_card_finds_one_patron_only(kiosk: Caller, service: Service, card: CardOnReader) -> None:
    bind(service, card, "p2")
    holder = Credentials(service.database).holder(Credential.of(card.certificate))
    assert holder is not None
    assert holder.id == "p2"


@pytest.mark.parametrize("certificate", [b"no certificate", b"\x30\x82\x00\x00", b"\x00"])
def test_what_is_no_certificate_is_refused(
    kiosk: Caller, card: CardOnReader, certificate: bytes
) -> None:
    proof = MyNumberProof(certificate, b"signature", challenge(kiosk))
    assert send(kiosk, proof) == "certificate_not_accepted"


def test_without_a_legal_basis_it_is_not_offered(service: Service, clock: TurnedClock) -> None:
    policy = replace(service.policy, my_number=replace(service.policy.my_number, legal_basis=""))
    without = assemble(service.database, clock, policy, service.passwords.hasher, LocalTrust(()))
    kiosk = Caller(make_app(without), without.kiosks.register("001", BRANCH))
    proof = MyNumberProof(b"certificate", b"signature", b"challenge")
    assert kiosk.post("/my-number/challenges").json()["code"] == "my_number_not_offered"
    assert send(kiosk, proof) == "my_number_not_offered"
