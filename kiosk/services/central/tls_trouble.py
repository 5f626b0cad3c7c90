"""What is wrong with the TLS of the line, for the technician who reads the log."""

import ssl

_KNOWN = (
    ("certificate has expired", "the service's certificate is over: renew it"),
    ("certificate is not yet valid", "the service's certificate is of tomorrow: look at the clock"),
    ("mismatch", "the service's certificate does not name the address that is set here"),
    ("IP address mismatch", "the service's certificate does not name the address that is set here"),
    ("self-signed certificate", "another authority signed: set central.authority, or enrol anew"),
    ("unable to get local issuer", "another authority signed: set central.authority"),
    ("WRONG_VERSION_NUMBER", "what answers there speaks no TLS"),
    ("RECORD_LAYER_FAILURE", "what answers there speaks no TLS"),
    ("PROTOCOL_VERSION", "what answers there speaks an older TLS than 1.2"),
    ("UNSUPPORTED_PROTOCOL", "what answers there speaks an older TLS than 1.2"),
)
_DEEPEST = 8  # causes of an error


def tls_trouble(error: BaseException) -> str:
    """A sentence, empty where it was not TLS; nothing of what was sent is in it."""
    found: BaseException | None = error
    for _ in range(_DEEPEST):
        if found is None:
            return ""
        if isinstance(found, ssl.SSLError):
            said = f"{found.reason or ''} {getattr(found, 'verify_message', '')} {found}"
            known = (words for sign, words in _KNOWN if sign in said)
            return next(known, f"TLS failed: {found.reason}")
        found = found.__cause__ or found.__context__
    return ""
