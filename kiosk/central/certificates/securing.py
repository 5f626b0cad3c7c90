"""How each listener is answered: over TLS, or plainly where nothing leaves this machine."""

import socket
from ipaddress import ip_address
from typing import Any

from kiosk.central.certificates.settings import TlsSettings
from kiosk.central.certificates.showing import Shown
from kiosk.domain.errors import SettingWrong


def shown_by(settings: TlsSettings, table: str) -> Shown | None:
    """None: there is no certificate. Raises SettingWrong."""
    return Shown(settings, table=table) if settings.certificate is not None else None


def authority_of(settings: TlsSettings) -> str:
    """PEM of who signed the certificate; empty where nobody said. Raises SettingWrong."""
    if settings.authority is None:
        return ""
    try:
        return settings.authority.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        allowed = "a file with the authority's certificate in PEM"
        place = str(settings.authority)
        raise SettingWrong(place, "tls.authority", None, allowed) from error


def secured(listener: socket.socket, shown: Shown | None, option: str) -> dict[str, Any]:
    """What uvicorn is told of a listener (rule E2).

    Raises:
        SettingWrong: others than this machine would be answered plainly.
    """
    if listener.family == socket.AF_UNIX:
        return {}
    if shown is not None:
        return {"ssl_context_factory": lambda *_: shown.context}
    host = str(listener.getsockname()[0])
    if not ip_address(host.partition("%")[0]).is_loopback:
        allowed = "a Unix socket, this machine's 127.0.0.1 or ::1, or a certificate beside it"
        raise SettingWrong("command line", option, None, allowed, f"plain HTTP at {host}")
    return {}
