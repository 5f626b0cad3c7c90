"""A platform without a line: for tests and demonstrations; it knows holders and renewals."""

from collections.abc import Mapping
from datetime import datetime

from cryptography.x509 import Certificate

from kiosk.central.my_number.authority import NO_ANSWER, Authority, Standing, Verdict


class SimulatedPlatform:
    """Says of a certificate what it was told to; of all others what the trust behind it says."""

    def __init__(self, trust: Authority) -> None:
        self._trust = trust
        self._standings: dict[int, Standing] = {}
        self._holders: dict[int, str] = {}
        self._earlier: dict[int, tuple[str, ...]] = {}
        self._is_away = False

    def verdict(self, certificate: Certificate, at: datetime) -> Verdict:
        if self._is_away:
            return NO_ANSWER
        serial = certificate.serial_number
        standing = self._trust.verdict(certificate, at).standing
        if standing is Standing.GOOD:
            standing = self._standings.get(serial, standing)
        return Verdict(standing, self._holders.get(serial), self._earlier.get(serial, ()))

    def days_left(self, at: datetime) -> Mapping[str, int]:
        return self._trust.days_left(at)

    def says(self, certificate: Certificate, standing: Standing) -> None:
        self._standings[certificate.serial_number] = standing

    def names(self, certificate: Certificate, holder: str) -> None:
        """From now on it gives an identifier of its own for who holds the certificate."""
        self._holders[certificate.serial_number] = holder

    def renews(self, former: Certificate, renewed: Certificate) -> None:
        """The same person holds both."""
        before = self._earlier.get(former.serial_number, ())
        self._earlier[renewed.serial_number] = (f"{former.serial_number:x}", *before)

    def goes_away(self) -> None:
        self._is_away = True

    def comes_back(self) -> None:
        self._is_away = False
