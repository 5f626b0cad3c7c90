"""Lets this kiosk in at a city's service, once, by the code that a technician carries."""

import ssl
from base64 import b64decode
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.domain.branches import BranchId
from kiosk.domain.enrolling import Authority, CityService, TlsFault
from kiosk.domain.errors import AuthorityDiffers, LineNotSecure, NothingHere
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.services.kiosk_key import hash_of_key, key_lock, next_key, take_next
from kiosk.services.whole_file import write_whole
from kiosk.wire.kiosks import AuthorityAnswer, EnrolAnswer, EnrolRequest

_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
_NOBODY = "nobody"  # a key that lets nobody in: none is needed to be enrolled

Trust = Callable[[], ssl.SSLContext]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the kiosk keeps what it gets."""

    key: Path
    authority: Path | None  # None: the settings name whom to believe, and nobody else is


class CentralEnrolment:
    """Asks at the city's service; the panel's set-up and the command line both do it by this.

    trust: whom the kiosk believes already, by its settings or an earlier enrolment.
    fingerprint: of the authority, where the settings name it.
    """

    def __init__(
        self,
        service: CityService,
        kept: Kept,
        trust: Trust,
        fingerprint: str = "",
        limits: LineLimits | None = None,
    ) -> None:
        self._service = service
        self._kept = kept
        self._trust = trust
        self._fingerprint = fingerprint
        self._limits = limits

    def find_authority(self) -> Authority:
        """Ask who signed the service's certificate, and whether it can be used.

        Raises:
            AuthorityDiffers: the settings name another.
            LineNotSecure: its certificate would not be taken, whoever signed it.
            LineLost, ServiceBroken.
        """
        if self._fingerprint:
            self._believed(self._fingerprint)
            return Authority(self._fingerprint, is_believed=True)
        try:
            self._look(self._trust())
        except LineNotSecure as error:
            if error.fault is not TlsFault.OTHER_AUTHORITY or self._kept.authority is None:
                raise
        except NothingHere:  # it is believed, and names nobody
            return Authority(is_believed=True)
        else:
            return Authority(is_believed=True)
        pem = self._look(_whoever())
        self._look(_trusting(pem))
        return Authority(fingerprint_of(pem))

    def let_in(self, code: str, fingerprint: str = "") -> BranchId:
        """Make a key, have it let in, and keep it; after a lost answer the same key is sent again.

        fingerprint: of the authority that the technician confirmed; "" to go by the settings.

        Returns:
            The branch where the service thinks that this kiosk stands.

        Raises:
            AuthorityDiffers: nothing secret was sent.
            EnrolmentRefused, KioskDiskFull, LineLost, ServiceBroken.
        """
        wanted = fingerprint or self._fingerprint
        pem = self._believed(wanted) if wanted else ""
        if pem and self._kept.authority is not None:
            write_whole(self._kept.authority, pem)  # before: a key without it would be of no use
        with closing(self._line(_trusting(pem) if pem else self._trust())) as http:
            return self._enrol(http, code)

    def _enrol(self, http: CentralHttp, code: str) -> BranchId:
        number, key_file = self._service.number, self._kept.key
        key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with key_lock(key_file).held():
            key_hash = hash_of_key(next_key(key_file))
            request = EnrolRequest(number=number, code=code, key_hash=key_hash)
            answer = http.post("/enrolments", request, EnrolAnswer)
            take_next(key_file)
        return answer.branch

    def _believed(self, fingerprint: str) -> str:
        """The authority's certificate, PEM, believed by its fingerprint alone."""
        pem = self._look(_whoever())
        if _plain(fingerprint_of(pem)) != _plain(fingerprint):
            raise AuthorityDiffers
        self._look(_trusting(pem))
        return pem

    def _look(self, trust: ssl.SSLContext) -> str:
        """Who signed, as the service says it; nothing secret is sent."""
        with closing(self._line(trust)) as http:
            return http.get("/authority", AuthorityAnswer).certificate

    def _line(self, trust: ssl.SSLContext) -> CentralHttp:
        return CentralHttp.over_network(self._service.address, _NOBODY, self._limits, trust)


def fingerprint_of(pem: str) -> str:
    """SHA-256 of the first certificate, as it is printed at the service; "" without one."""
    inside = pem.partition(_BEGIN)[2].partition(_END)[0]
    try:
        return sha256(b64decode(inside)).digest().hex(":").upper() if inside else ""
    except ValueError:
        return ""


def _whoever() -> ssl.SSLContext:
    """Nobody is believed yet: whoever answers may."""
    nobody = ssl.create_default_context()
    nobody.check_hostname = False
    nobody.verify_mode = ssl.CERT_NONE
    return nobody


def _trusting(pem: str) -> ssl.SSLContext:
    """Raises AuthorityDiffers: that is no certificate."""
    try:
        return ssl.create_default_context(cadata=pem)
    except (ssl.SSLError, ValueError) as error:
        raise AuthorityDiffers from error


def _plain(fingerprint: str) -> str:
    return fingerprint.replace(":", "").replace(" ", "").upper()
