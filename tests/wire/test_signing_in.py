from datetime import date

import pytest
from pydantic import ValidationError

from kiosk.domain.card_changes import CardChange, ToldChange
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session, SessionToken
from kiosk.wire.card_changes import CardChangeRecord
from kiosk.wire.signing_in import (
    ChallengeAnswer,
    PasswordRequest,
    ProofRequest,
    SessionAnswer,
    SignInRequest,
)


def test_a_session_crosses_the_line() -> None:
    session = Session(SessionToken("t0ken"), must_choose_password=True)
    there = SessionAnswer.model_validate_json(SessionAnswer.of(session).model_dump_json())
    assert there.to_session() == session


def test_what_changed_crosses_the_line_and_what_no_kiosk_knows_stays_behind() -> None:
    change = ToldChange(CardChange.RELEASED, date(2026, 11, 20), at_counter=True)
    session = Session(SessionToken("t0ken"), changes=(change,))
    answer = SessionAnswer.of(session)
    assert SessionAnswer.model_validate_json(answer.model_dump_json()).to_session() == session
    later = CardChangeRecord(what="passkey_bound", on=date(2026, 11, 20))
    with_more = answer.model_copy(update={"changes": (later, *answer.changes)})
    assert with_more.to_session() == session


def test_a_challenge_crosses_the_line_in_base64() -> None:
    challenge = bytes(range(32))
    text = ChallengeAnswer.of(challenge).model_dump_json()
    assert "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=" in text
    assert ChallengeAnswer.model_validate_json(text).to_challenge() == challenge


def test_a_proof_crosses_the_line() -> None:
    proof = MyNumberProof(certificate=b"\x30\x82" * 700, signature=b"\xff" * 256, challenge=b"c")
    there = ProofRequest.model_validate_json(ProofRequest.of(proof).model_dump_json())
    assert there.to_proof() == proof


def test_secrets_are_not_shown() -> None:
    shown = repr(
        (
            SignInRequest(card=CardNumber("01234567"), password="sakura2026"),
            PasswordRequest(password="sakura2026"),
            SessionAnswer(token=SessionToken("t0ken"), must_choose_password=False),
        )
    )
    assert not any(secret in shown for secret in ("01234567", "sakura2026", "t0ken"))


def test_what_is_wrong_with_a_request_does_not_repeat_the_secret() -> None:
    with pytest.raises(ValidationError) as refused:
        SignInRequest.model_validate({"card": "01234567", "password": "sakura2026" * 99})
    assert "sakura" not in str(refused.value)


@pytest.mark.parametrize("challenge", ["no base64!", "A"])
def test_what_is_no_base64_is_refused(challenge: str) -> None:
    with pytest.raises(ValidationError):
        ChallengeAnswer.model_validate({"challenge": challenge})
