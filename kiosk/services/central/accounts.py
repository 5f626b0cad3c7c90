"""Signing in at the central service."""

from contextlib import suppress

from pydantic import ValidationError

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.errors import CardOrPasswordWrong, PasswordNotAllowed, SessionEnded
from kiosk.domain.ic_cards import IcCardRules, IcIdentifier
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session
from kiosk.services.central.http import CentralHttp
from kiosk.wire.bound_card import BoundCardRecord
from kiosk.wire.ic_cards import IcCardRulesAnswer, IcCardSignInRequest
from kiosk.wire.signing_in import (
    ChallengeAnswer,
    PasswordRequest,
    ProofRequest,
    SessionAnswer,
    SignInRequest,
)


class CentralAccounts:
    def __init__(self, http: CentralHttp) -> None:
        self._http = http

    def sign_in(self, card: CardNumber, password: str) -> Session:
        """Raises CardOrPasswordWrong, also for what no card or password can be."""
        request = None
        with suppress(ValidationError):
            request = SignInRequest(card=card, password=password)
        if request is None:
            raise CardOrPasswordWrong
        return self._http.post("/sessions", request, SessionAnswer).to_session()

    def challenge(self) -> bytes:
        return self._http.post("/my-number/challenges", None, ChallengeAnswer).to_challenge()

    def sign_in_with_my_number(self, proof: MyNumberProof) -> Session:
        request = ProofRequest.of(proof)
        return self._http.post("/my-number/sessions", request, SessionAnswer).to_session()

    def bind_my_number(self, session: Session, proof: MyNumberProof) -> BoundCard:
        request = ProofRequest.of(proof)
        bound = self._http.put("/session/my-number", request, BoundCardRecord, session=session)
        return bound.to_card()

    def let_my_number_go(self, session: Session) -> None:
        self._http.delete("/session/my-number", session)

    def ic_card_rules(self) -> IcCardRules:
        return self._http.get("/ic-cards", IcCardRulesAnswer).to_rules()

    def sign_in_with_ic_card(self, identifier: IcIdentifier, password: str) -> Session:
        request = None
        with suppress(ValidationError):
            request = IcCardSignInRequest(number=identifier.number, password=password)
        if request is None:
            raise CardOrPasswordWrong
        return self._http.post("/ic-cards/sessions", request, SessionAnswer).to_session()

    def choose_password(self, session: Session, password: str) -> None:
        request = None
        with suppress(ValidationError):
            request = PasswordRequest(password=password)
        if request is None:
            raise PasswordNotAllowed("length")
        self._http.set("/session/password", request, session)

    def sign_out(self, session: Session) -> None:
        """End the session; one that has ended already is no failure."""
        with suppress(SessionEnded):
            self._http.delete("/session", session)
