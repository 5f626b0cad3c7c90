"""Where `kiosk central serve` listens: a socket that was handed over, a path, or a port here."""

from pathlib import Path

from kiosk.central.listening import at_path, at_port
from kiosk.domain.errors import SettingWrong

HERE = ("127.0.0.1", "localhost", "::1")  # a proxy with the certificate stands before it (rule E2)
LAST_PORT = 65_535


def listener(fd: int | None, at: str | None) -> int:
    """The descriptor of a listening socket.

    Raises:
        AddressInUse: somebody listens there already.
        SettingWrong: neither or both were said, or what was said is no such place.
    """
    if (fd is None) == (at is None):
        raise SettingWrong("command line", "--fd, --at", None, "one of the two", "both or neither")
    if fd is not None:
        return fd
    assert at is not None, "one of the two was said"
    if "/" in at:
        return at_path(Path(at)).detach()
    host, _, port = at.rpartition(":")
    host = host.strip("[]")
    if host not in HERE or not (port.isdigit() and 0 < int(port) <= LAST_PORT):
        allowed = "a path, or a port of this machine like 127.0.0.1:8080"
        raise SettingWrong("command line", "--at", None, allowed, at)
    return at_port(host, int(port)).detach()
