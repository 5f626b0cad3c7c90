"""Lets phones ring through Debian's baresip, started for each call and ended with it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.central.notices.calling.caller import Caller
from kiosk.central.notices.calling.control_port import ControlPort
from kiosk.central.notices.calling.files import Ports, write_files
from kiosk.central.notices.calling.ringing import ring_once
from kiosk.central.notices.calling.settings import CallSettings
from kiosk.central.notices.handed import Handed, later, unknown

_START_S = 5.0
_GOODBYE_S = 5.0  # for the last words of a call, which may have to be said again (RFC 3261)
_PAUSE_S = 0.02
# Ends with whoever started it: no phone rings on when the service was killed.
_ENDS_WITH_US = ("setpriv", "--pdeathsig", "TERM", "--")
_BROKEN = (OSError, ValueError)


class BaresipCaller(Caller):
    """A baresip for each call: it listens on a control port, which shall not stand open."""

    def __init__(self, settings: CallSettings) -> None:
        assert settings.account is not None, "without an account nobody calls"
        self._settings = settings
        self._host = settings.account.rpartition("@")[2]

    def ring(self, number: str, ring_s: float) -> Handed:
        """See Caller. A number that is no number is not dialled."""
        assert number.isdigit(), "a number is digits"
        uri = f"sip:{self._settings.prefix}{number}@{self._host}"
        has_dialled = False
        try:
            with self._baresip(ring_s) as port:
                has_dialled = True
                return ring_once(port, uri, ring_s, self._settings.unheard_s)
        except _BROKEN:
            return unknown("call_broke_off") if has_dialled else later("telephone_not_started")

    @contextmanager
    def _baresip(self, ring_s: float) -> Iterator[ControlPort]:
        """One that runs, in a folder of its own; it is gone afterwards."""
        with TemporaryDirectory(prefix="ring-") as folder:
            ports = Ports(_free(socket.SOCK_DGRAM), _free(socket.SOCK_STREAM))
            write_files(Path(folder), self._settings, ports)
            longest_s = _START_S + self._settings.unheard_s + ring_s + _GOODBYE_S
            with _running(self._settings.program, folder, longest_s) as process:
                port = _reach(ports.control, process)
                try:
                    yield port
                    _end(port, process)
                finally:
                    port.close()


@contextmanager
def _running(program: Path, folder: str, longest_s: float) -> Iterator["subprocess.Popen[bytes]"]:
    """A baresip that ends by itself after so long, whatever happens to us."""
    command = (*_ENDS_WITH_US, str(program), "-f", folder, "-t", str(round(longest_s)))
    with subprocess.Popen(  # noqa: S603 - the program is the settings', the rest ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # it would name the number
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _end(port: ControlPort, process: "subprocess.Popen[bytes]") -> None:
    """Let it say its last words. Whoever closes the port before may take the command back."""
    port.command("quit")
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GOODBYE_S)


def _reach(port: int, process: "subprocess.Popen[bytes]") -> ControlPort:
    until = time.monotonic() + _START_S
    while process.poll() is None and time.monotonic() < until:
        with suppress(ConnectionRefusedError):
            return ControlPort(port, limit_s=_START_S)
        time.sleep(_PAUSE_S)
    raise ConnectionRefusedError


def _free(kind: socket.SocketKind) -> int:
    """A port that nobody listens on now."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
