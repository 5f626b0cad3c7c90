"""Where a service listens that nobody hands a socket: at a path, or at a port."""

import errno
import socket
from pathlib import Path

from kiosk.domain.errors import AddressInUse

BACKLOG = 128  # kiosks that wait to be answered
_OWNER_ONLY = 0o700


def at_path(path: Path) -> socket.socket:
    """A Unix socket in a folder that only its owner may enter.

    What a service that was killed left there is taken away.

    Raises:
        AddressInUse: somebody still answers there.
    """
    path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    path.parent.chmod(_OWNER_ONLY)
    if _answers(path):
        raise AddressInUse(str(path))
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(path))
    listener.listen(BACKLOG)
    return listener


def at_port(host: str, port: int) -> socket.socket:
    """Raises AddressInUse."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno != errno.EADDRINUSE:
            raise
        raise AddressInUse(f"{host}:{port}") from error
    return listener


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        return asking.connect_ex(str(path)) == 0
