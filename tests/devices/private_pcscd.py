"""A pcscd of our own, in namespaces that nobody else sees; many may run side by side."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from smartcard import scard

from tests.devices.virtual_slot import VirtualSlot

PCSCD = "/usr/sbin/pcscd"
DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
# It dies with the tests, however they end.
_IN_NAMESPACES = ["setpriv", "--pdeathsig", "KILL", "unshare", "--net", "--mount"]
_START = """
set -e
ip link set lo up
mount -t tmpfs tmpfs /run
mkdir /run/pcscd
mount --bind "$1" /run/pcscd
exec /usr/sbin/pcscd --foreground --config "$2"
"""
_READER = """
FRIENDLYNAME "Virtual PCD"
DEVICENAME /dev/null:0x8C7B
LIBPATH {driver}
CHANNELID 0x8C7B
"""


def why_impossible() -> str:
    """What this machine lacks; nothing where a private pcscd can run."""
    if not Path(PCSCD).exists() or not DRIVER.exists():
        return "pcscd or vsmartcard-vpcd is not installed"
    if not all(shutil.which(tool) for tool in ("unshare", "setpriv", "ip")):
        return "unshare, setpriv or ip is not installed"
    if os.geteuid() != 0:
        return "only root may have namespaces of its own"
    if subprocess.run([*_IN_NAMESPACES, "true"], check=False, capture_output=True).returncode != 0:
        return "this machine gives no namespaces"
    return ""


class PrivatePcscd:
    """Its socket lies in `folder`, which is the daemon's /run/pcscd: PCSCLITE_CSOCK_NAME names it.

    Only the daemon lives in the namespaces; the tests stay outside and reach the virtual
    reader's port through sockets made inside.
    """

    def __init__(self, folder: Path) -> None:
        self._run = folder / "run"
        self._run.mkdir()
        self._config = folder / "readers"
        self._config.mkdir()
        (self._config / "vpcd").write_text(_READER.format(driver=DRIVER))
        self._process: subprocess.Popen[bytes] | None = None
        self.socket = self._run / "pcscd.comm"

    def start(self) -> None:
        self._process = subprocess.Popen(
            [*_IN_NAMESPACES, "sh", "-c", _START, "sh", str(self._run), str(self._config)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while not self.socket.exists():
            assert self._process.poll() is None, "the private pcscd ended at its start"
            assert time.monotonic() < deadline, "the private pcscd does not come up"
            time.sleep(0.02)

    def kill(self) -> None:
        """As a crash would: nothing is tidied but what the next start needs away."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        for left in self._run.iterdir():
            left.unlink()

    def wait_until_empty(self) -> None:
        """Until pcscd itself has seen that each card is gone, up to half a second later.

        After a dialogue that lost its card pcscd says "empty" at once, but a card that is laid
        down before its own next look is never told. It counts what it saw come and go: an
        even number is an empty slot.
        """
        _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
        deadline = time.monotonic() + 10
        while any(state >> 16 & 1 for state in _states(context)):
            assert time.monotonic() < deadline, "pcscd does not see that the cards are gone"
            time.sleep(0.02)
        scard.SCardReleaseContext(context)

    def slot(self, number: int = 0) -> VirtualSlot:
        assert self._process is not None
        return VirtualSlot(Path(f"/proc/{self._process.pid}/ns/net"), number)


def _states(context: Any) -> list[int]:
    _, readers = scard.SCardListReaders(context, [])
    unaware = [(reader, scard.SCARD_STATE_UNAWARE) for reader in readers]
    _, states = scard.SCardGetStatusChange(context, 0, unaware)
    return [state for _reader, state, _atr in states]
