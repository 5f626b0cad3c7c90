"""Accounts in memory: a table of cards and passwords."""

import secrets
import threading
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CertificateBoundToAnother,
    CertificateNotAccepted,
    CertificateNotBound,
    IcCardNotBound,
    MyNumberNotOffered,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    SessionEnded,
    TriedTooOften,
)
from kiosk.domain.ic_cards import IcCardRules, IcIdentifier
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session, SessionToken
from kiosk.services.simulated.ic_cards import SimulatedIcCards
from kiosk.services.simulated.patrons import SimulatedPatron, demonstration_patrons
from kiosk.services.simulated.trouble import Breakable

SHORTEST, LONGEST = 4, 20  # rule L4
TRIES, WAIT_S = 5, 600
BOUND = BoundCard(date(2031, 9, 10))  # every card of the simulated library


class SimulatedAccounts(Breakable):
    def __init__(
        self, patrons: Iterable[SimulatedPatron] | None = None, *, offers_my_number: bool = True
    ) -> None:
        super().__init__()
        known = demonstration_patrons() if patrons is None else patrons
        self._patrons = {patron.card: patron for patron in known}
        self._sessions: dict[SessionToken, SimulatedPatron] = {}
        self._wrong: dict[CardNumber, int] = {}
        self._challenges: set[bytes] = set()
        self._offers_my_number = offers_my_number
        self.ic_cards = SimulatedIcCards()
        self._lock = threading.Lock()

    def sign_in(self, card: CardNumber, password: str) -> Session:
        self._stumble()
        if self._wrong.get(card, 0) >= TRIES:
            raise TriedTooOften(WAIT_S)
        patron = self._patrons.get(card)
        if patron is None or patron.password != password:
            self._wrong[card] = self._wrong.get(card, 0) + 1
            raise CardOrPasswordWrong
        self._wrong.pop(card, None)
        return self._session_of(patron)

    def challenge(self) -> bytes:
        self._stumble()
        if not self._offers_my_number:
            raise MyNumberNotOffered
        challenge = secrets.token_bytes(32)
        self._challenges.add(challenge)
        return challenge

    def sign_in_with_my_number(self, proof: MyNumberProof) -> Session:
        self._stumble()
        self._use(proof)
        patron = self._holder(proof)
        if patron is None:
            raise CertificateNotBound
        return self._session_of(patron)

    def bind_my_number(self, session: Session, proof: MyNumberProof) -> BoundCard:
        self._stumble()
        patron = self.patron_of(session)
        is_again = patron.certificate == proof.certificate
        if not (is_again and proof.signature == signed(proof.challenge)):
            self._use(proof)
        if self._holder(proof) not in (None, patron):
            raise CertificateBoundToAnother
        patron.certificate = proof.certificate
        return BOUND

    def let_my_number_go(self, session: Session) -> None:
        self._stumble()
        self.patron_of(session).certificate = None

    def _use(self, proof: MyNumberProof) -> None:
        if not self._offers_my_number:
            raise MyNumberNotOffered
        if proof.challenge not in self._challenges or proof.signature != signed(proof.challenge):
            raise CertificateNotAccepted
        self._challenges.remove(proof.challenge)

    def _holder(self, proof: MyNumberProof) -> SimulatedPatron | None:
        known = self._patrons.values()
        return next((one for one in known if one.certificate == proof.certificate), None)

    def ic_card_rules(self) -> IcCardRules:
        self._stumble()
        return self.ic_cards.rules

    def sign_in_with_ic_card(self, identifier: IcIdentifier, password: str) -> Session:
        self._stumble()
        holder = self.ic_cards.holder(identifier)
        if self.ic_cards.rules.asks_password:
            return self.sign_in(holder or CardNumber(f"ic {identifier.number}"), password)
        assert holder is not None, "without a password a card that nobody bound is refused"
        if self._patrons[holder].is_initial:
            raise IcCardNotBound
        return self._session_of(self._patrons[holder])

    def choose_password(self, session: Session, password: str) -> None:
        self._stumble()
        patron = self._owner(session)
        if not SHORTEST <= len(password) <= LONGEST:
            raise PasswordNotAllowed("length")
        if not (password.isascii() and password.isalnum()):
            raise PasswordNotAllowed("letters")
        if patron.is_initial and password == patron.password:
            raise PasswordNotAllowed("initial")
        patron.password = password
        patron.is_initial = False

    def sign_out(self, session: Session) -> None:
        self._stumble()
        self._sessions.pop(session.token, None)

    def ends_all_sessions(self) -> None:
        """As when the service forgets them: every session is unknown from now on."""
        self._sessions.clear()

    def of_card(self, card: CardNumber) -> SimulatedPatron | None:
        return self._patrons.get(card)

    def patron_of(self, session: Session) -> SimulatedPatron:
        """Raises SessionEnded, PasswordMustBeChosen."""
        patron = self._owner(session)
        if patron.is_initial:
            raise PasswordMustBeChosen
        return patron

    def holder_of(self, card: CardNumber) -> SimulatedPatron:
        """As staff find a patron."""
        return self._patrons[card]

    def card_of(self, patron: SimulatedPatron) -> BoundCard | None:
        """The My Number card that the patron has bound."""
        return BOUND if patron.certificate is not None else None

    @property
    def offers_my_number(self) -> bool:
        return self._offers_my_number

    @property
    def holders(self) -> tuple[SimulatedPatron, ...]:
        """All patrons that there are."""
        return tuple(self._patrons.values())

    @property
    def open_sessions(self) -> int:
        return len(self._sessions)

    def _owner(self, session: Session) -> SimulatedPatron:
        if session.token not in self._sessions:
            raise SessionEnded
        return self._sessions[session.token]

    def _session_of(self, patron: SimulatedPatron) -> Session:
        token = SessionToken(secrets.token_urlsafe(16))
        with self._lock:
            self._sessions[token] = patron
        return Session(token, patron.is_initial)


def signed(challenge: bytes) -> bytes:
    """What a simulated My Number card makes of a challenge."""
    return sha256(b"signed" + challenge).digest()
