"""What is wrong with the TLS of the line, for the technician who reads the log."""

import logging
import ssl

from kiosk.domain.enrolling import TlsFault
from kiosk.domain.errors import LineLost, LineNotSecure

log = logging.getLogger(__name__)

_SIGNS = (
    ("certificate has expired", TlsFault.OVER),
    ("certificate is not yet valid", TlsFault.OF_TOMORROW),
    ("mismatch", TlsFault.OTHER_NAME),
    ("self-signed certificate", TlsFault.OTHER_AUTHORITY),
    ("unable to get local issuer", TlsFault.OTHER_AUTHORITY),
    ("WRONG_VERSION_NUMBER", TlsFault.NO_TLS),
    ("RECORD_LAYER_FAILURE", TlsFault.NO_TLS),
    ("PROTOCOL_VERSION", TlsFault.OLD_TLS),
    ("UNSUPPORTED_PROTOCOL", TlsFault.OLD_TLS),
)
_DEEPEST = 8  # causes of an error


def unreached(error: BaseException) -> LineLost:
    """What a connection that was not made is told as; the log says what TLS had against it.

    Nothing of what was sent is in it.
    """
    refused = _tls_error(error)
    if refused is None:
        return LineLost()
    lost = LineNotSecure(_fault(refused))
    log.error("the line to the service: %s [%s] (see docs/enrolling.md)", lost, refused.reason)
    return lost


def _tls_error(error: BaseException) -> ssl.SSLError | None:
    found: BaseException | None = error
    for _ in range(_DEEPEST):
        if found is None or isinstance(found, ssl.SSLError):
            return found
        found = found.__cause__ or found.__context__
    return None


def _fault(error: ssl.SSLError) -> TlsFault:
    said = f"{error.reason or ''} {getattr(error, 'verify_message', '')} {error}"
    return next((fault for sign, fault in _SIGNS if sign in said), TlsFault.UNKNOWN)
