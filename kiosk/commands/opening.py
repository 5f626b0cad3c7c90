"""Where `kiosk central serve` listens: a socket that was handed over, a path, or a port here."""

from pathlib import Path

from kiosk.central.listening import at_path, at_port
from kiosk.domain.errors import SettingWrong

HERE = ("127.0.0.1", "localhost", "::1")
LAST_PORT = 65_535


def listener(fd: int | None, at: str | None, *, with_tls: bool = False) -> int:
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
    allowed = "a path, or a port of this machine like 127.0.0.1:8080"
    return _port(at, "--at", allowed, with_tls=with_tls)


def another_listener(
    fd: int | None, at: str | None, option: str, *, with_tls: bool = False
) -> int | None:
    """The descriptor on which others than kiosks are answered; None: nobody said where.

    Args:
        fd: said by --OPTION-fd.
        at: said by --OPTION.
        option: "--counter", "--watch", "--phones".
        with_tls: a certificate is shown there, so that other machines may ask.

    Raises:
        AddressInUse: somebody listens there already.
        SettingWrong: both were said, or what was said is no port of this machine.
    """
    if fd is not None and at is not None:
        raise SettingWrong("command line", f"{option}-fd, {option}", None, "one of the two", "both")
    if at is None:
        return fd
    allowed = "a port of this machine like 127.0.0.1:8631"
    return _port(at, option, allowed, with_tls=with_tls)


def _port(at: str, option: str, allowed: str, *, with_tls: bool) -> int:
    """With a certificate at an address of any network; without one on this machine (rule E2)."""
    host, _, port = at.rpartition(":")
    host = host.strip("[]")
    is_open_to_us = host in HERE or (with_tls and host)
    if not is_open_to_us or not (port.isdigit() and 0 < int(port) <= LAST_PORT):
        raise SettingWrong("command line", option, None, allowed, at)
    return at_port(host, int(port)).detach()
