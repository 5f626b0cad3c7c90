"""Signing in with a My Number card: a challenge, its signature, a certificate that is good."""

from dataclasses import dataclass

from cryptography.x509 import Certificate, load_der_x509_certificate

from kiosk.central.accounts.sessions import Sessions
from kiosk.central.clock import Clock
from kiosk.central.my_number.authority import Authority, Standing
from kiosk.central.my_number.challenges import Challenges
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.my_number.signature import is_signed_by
from kiosk.domain.errors import (
    CertificateNotAccepted,
    CertificateNotBound,
    MyNumberNotOffered,
)
from kiosk.domain.patrons import MyNumberProof, Session


@dataclass(frozen=True, slots=True)
class MyNumber:
    """Off unless the library's policy states its legal basis."""

    challenges: Challenges
    credentials: Credentials
    sessions: Sessions
    authority: Authority
    clock: Clock
    legal_basis: str | None

    def challenge(self, kiosk: str) -> bytes:
        """Raises MyNumberNotOffered."""
        self._must_be_offered()
        return self.challenges.new(kiosk)

    def sign_in(self, proof: MyNumberProof, kiosk: str) -> Session:
        """A session for whoever bound the card's certificate; the challenge is used up.

        Raises:
            MyNumberNotOffered.
            CertificateNotAccepted: whatever is wrong with the proof; which is not said.
            CertificateNotBound: the proof is right, but no patron bound the certificate.
        """
        self._must_be_offered()
        if not self.challenges.use(proof.challenge, kiosk):
            raise CertificateNotAccepted
        certificate = _read(proof.certificate)
        if not is_signed_by(certificate, proof.signature, proof.challenge):
            raise CertificateNotAccepted
        if self.authority.standing(certificate, self.clock.now()) is not Standing.GOOD:
            raise CertificateNotAccepted
        patron = self.credentials.holder(Credential.of(certificate))
        if patron is None:
            raise CertificateNotBound
        return self.sessions.open(patron, kiosk)

    def _must_be_offered(self) -> None:
        if not self.legal_basis:
            raise MyNumberNotOffered


def _read(der: bytes) -> Certificate:
    try:
        return load_der_x509_certificate(der)
    except ValueError as error:
        raise CertificateNotAccepted from error
