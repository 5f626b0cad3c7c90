"""What a kiosk sends while a My Number card lies on its reader."""

from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.wire.signing_in import ChallengeAnswer, ProofRequest
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority, CardOnReader, CardSpec
from tests.central.clock import START

ENDS = START + timedelta(days=5 * 365)
SOON = START + timedelta(days=90)


def issue(authority: CardAuthority, ends: datetime = ENDS) -> CardOnReader:
    """A card whose key is quickly made."""
    return authority.issue(CardSpec(ends=ends, key=ec.generate_private_key(ec.SECP384R1())))


def proof_of(kiosk: Caller, card: CardOnReader) -> bytes:
    answer = kiosk.post("/my-number/challenges")
    challenge = ChallengeAnswer.model_validate_json(answer.content).to_challenge()
    return ProofRequest.of(card.proof(challenge)).model_dump_json().encode()


def put(kiosk: Caller, proof: bytes, token: str) -> Any:
    return kiosk.put("/session/my-number", proof, token)


def lay_down(kiosk: Caller, card: CardOnReader) -> dict[str, Any]:
    """What signing in with the card answers."""
    answered: dict[str, Any] = kiosk.post("/my-number/sessions", proof_of(kiosk, card)).json()
    return answered
