"""Signing in, with a password or a My Number card, and what it gives."""

from base64 import b64encode
from typing import Self

from pydantic import Field

from kiosk.domain.patrons import CardNumber, MyNumberProof, Session, SessionToken
from kiosk.wire.binary import Binary
from kiosk.wire.bound_card import BoundCardRecord, to_card
from kiosk.wire.card_changes import CardChangeRecord, to_changes
from kiosk.wire.message import Asked, Message

LONGEST_CARD = 64  # characters; more is no card, and costs nothing to refuse
LONGEST_PASSWORD = 256  # characters; longer than any that L4 allows, short enough to hash


class SignInRequest(Asked):
    """POST /sessions."""

    card: CardNumber = Field(min_length=1, max_length=LONGEST_CARD, repr=False)
    password: str = Field(max_length=LONGEST_PASSWORD, repr=False)


class SessionAnswer(Message):
    """201 of POST /sessions, POST /my-number/sessions and POST /ic-cards/sessions."""

    token: SessionToken = Field(repr=False)
    must_choose_password: bool
    my_number: BoundCardRecord | None = None
    changes: tuple[CardChangeRecord, ...] = ()

    @classmethod
    def of(cls, session: Session) -> Self:
        return cls(
            token=session.token,
            must_choose_password=session.must_choose_password,
            my_number=BoundCardRecord.of_any(session.my_number),
            changes=tuple(map(CardChangeRecord.of, session.changes)),
        )

    def to_session(self) -> Session:
        card, changes = to_card(self.my_number), to_changes(self.changes)
        return Session(self.token, self.must_choose_password, card, changes)


class PasswordRequest(Asked):
    """PUT /session/password."""

    password: str = Field(max_length=LONGEST_PASSWORD, repr=False)


class ChallengeAnswer(Message):
    """201 of POST /my-number/challenges: 32 random bytes in Base64."""

    challenge: Binary = Field(repr=False)

    @classmethod
    def of(cls, challenge: bytes) -> Self:
        return cls.model_validate({"challenge": b64encode(challenge)})

    def to_challenge(self) -> bytes:
        return self.challenge


class ProofRequest(Asked):
    """POST /my-number/sessions, PUT /session/my-number; fields in Base64, the certificate DER."""

    certificate: Binary = Field(min_length=1, max_length=8192, repr=False)
    signature: Binary = Field(min_length=1, max_length=1024, repr=False)
    challenge: Binary = Field(min_length=1, max_length=64, repr=False)

    @classmethod
    def of(cls, proof: MyNumberProof) -> Self:
        parts = (proof.certificate, proof.signature, proof.challenge)
        names = ("certificate", "signature", "challenge")
        return cls.model_validate(dict(zip(names, map(b64encode, parts), strict=True)))

    def to_proof(self) -> MyNumberProof:
        return MyNumberProof(self.certificate, self.signature, self.challenge)
