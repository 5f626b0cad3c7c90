"""Whether a card's proof holds: a challenge of ours, its signature, a certificate that is good."""

from dataclasses import dataclass, field

from cryptography.x509 import Certificate, load_der_x509_certificate

from kiosk.central.clock import Clock
from kiosk.central.my_number.authority import Authority, Standing, Verdict
from kiosk.central.my_number.challenges import Challenges
from kiosk.central.my_number.signature import is_signed_by
from kiosk.domain.errors import (
    CertificateNotAccepted,
    CertificateNotChecked,
    MyNumberNotOffered,
)
from kiosk.domain.patrons import MyNumberProof


@dataclass(frozen=True, slots=True)
class Proved:
    """A certificate whose holder stands at the kiosk, and what was said of it."""

    certificate: Certificate = field(repr=False)
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Proofs:
    """Off unless the library's policy states its legal basis."""

    challenges: Challenges
    authority: Authority
    clock: Clock
    legal_basis: str

    def prove(self, proof: MyNumberProof, kiosk: str) -> Proved:
        """Use the challenge up, then look at everything else.

        Raises:
            MyNumberNotOffered.
            CertificateNotAccepted: whatever is wrong with the proof; which is not said.
            CertificateNotChecked: nobody answers who could say whether it is good.
        """
        self.must_be_offered()
        if not self.challenges.use(proof.challenge, kiosk):
            raise CertificateNotAccepted
        return self.judge(proof)

    def judge(self, proof: MyNumberProof) -> Proved:
        """All but whether the challenge is ours and new; raises as prove does."""
        self.must_be_offered()
        certificate = _read(proof.certificate)
        if not is_signed_by(certificate, proof.signature, proof.challenge):
            raise CertificateNotAccepted
        verdict = self.authority.verdict(certificate, self.clock.now())
        if not verdict.was_answered:
            raise CertificateNotChecked
        if verdict.standing is not Standing.GOOD:
            raise CertificateNotAccepted
        return Proved(certificate, verdict)

    def must_be_offered(self) -> None:
        """Raises MyNumberNotOffered."""
        if not self.legal_basis:
            raise MyNumberNotOffered


def _read(der: bytes) -> Certificate:
    try:
        return load_der_x509_certificate(der)
    except ValueError as error:
        raise CertificateNotAccepted from error
