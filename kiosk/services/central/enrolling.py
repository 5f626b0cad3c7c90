"""Lets this kiosk in at a city's service, once, by the code that a technician carries."""

import ssl
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

from kiosk.domain.branches import BranchId
from kiosk.domain.errors import EnrolmentRefused
from kiosk.services.central.http import CentralHttp
from kiosk.services.kiosk_key import hash_of_key, key_lock, next_key, take_next
from kiosk.wire.kiosks import AuthorityAnswer, EnrolAnswer, EnrolRequest

_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"


def fetch_authority(address: str, fingerprint: str) -> str:
    """Ask who signed the service's certificate, and believe it by its fingerprint alone.

    Nothing secret is sent before it is believed.

    Returns:
        PEM.

    Raises:
        EnrolmentRefused: it is another authority than the technician was told.
        LineLost, ServiceBroken.
    """
    nobody = ssl.create_default_context()
    nobody.check_hostname = False
    nobody.verify_mode = ssl.CERT_NONE
    http = CentralHttp.over_network(address, "nobody", trust=nobody)
    try:
        pem = http.get("/authority", AuthorityAnswer).certificate
    finally:
        http.close()
    if _fingerprint(pem) != fingerprint.replace(":", "").replace(" ", "").lower():
        raise EnrolmentRefused
    return pem


def enrol(http: CentralHttp, number: str, code: str, key_file: Path) -> BranchId:
    """Make a key, have it let in, and keep it; after a lost answer the same key is sent again.

    Returns:
        The branch where the service thinks that this kiosk stands.

    Raises:
        EnrolmentRefused, KioskDiskFull, LineLost, ServiceBroken.
    """
    with key_lock(key_file).held():
        request = EnrolRequest(number=number, code=code, key_hash=hash_of_key(next_key(key_file)))
        answer = http.post("/enrolments", request, EnrolAnswer)
        take_next(key_file)
    return answer.branch


def _fingerprint(pem: str) -> str:
    """SHA-256 of the first certificate; empty where there is none."""
    inside = pem.partition(_BEGIN)[2].partition(_END)[0]
    try:
        return sha256(b64decode(inside)).hexdigest() if inside else ""
    except ValueError:
        return ""
