"""A card worker as the panel holds it: asked, waited for, and killed when it stays silent."""

import os
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Event as Flag
from threading import Thread

from kiosk.domain.errors import CardSilent, DeviceGone
from kiosk.hardware.card_reader.card_channel import READY, understand

STARTS_WITHIN_S = 20.0  # on a machine that has just been switched on
WORKER = ("-m", "kiosk.hardware.card_reader.card_worker")


class CardProcess:
    """A fresh Python, not a copy of the panel: nothing of Qt or of a patron is in it."""

    def __init__(self) -> None:
        self._channel, theirs = Pipe()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ready = False
        self._is_over = False
        born = Flag()
        # The kernel ends a worker with the thread that made it, so one thread stays for that.
        Thread(target=self._keep, args=(theirs, born), name="card worker", daemon=True).start()
        born.wait()

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    @property
    def is_alive(self) -> bool:
        is_running = self._process is not None and self._process.poll() is None
        return is_running and not self._is_over

    def wait_until_ready(self) -> None:
        """Its start is no dialogue: no card is waited for yet.

        Raises DeviceGone.
        """
        if not self._is_ready:
            try:
                self._is_ready = self.ask(None, STARTS_WITHIN_S) == READY
            except CardSilent:
                raise DeviceGone from None

    def ask(self, told: bytes | None, within_s: float) -> bytes:
        """What it says to that; None asks for what it says by itself.

        Raises:
            CardSilent: it said nothing in time, and was killed.
            DeviceGone: it is no more.
            What the worker met: CardGone, TwoCards, NotMyNumberCard, DeviceGone.
        """
        try:
            if told is not None:
                self._channel.send_bytes(told)
            if self._channel.poll(max(0.0, within_s)):
                return understand(self._channel.recv_bytes())
        except (EOFError, OSError):
            self.kill()
            raise DeviceGone from None
        self.kill()
        raise CardSilent

    def leave(self) -> None:
        """Let it end by itself: it does when nobody is at the other end."""
        self._is_over = True
        self._channel.close()

    def kill(self) -> None:
        """Whatever it does: pcscd takes the card from it, and resets that."""
        self._is_over = True
        if self._process is not None:
            self._process.kill()

    def _keep(self, theirs: Connection, born: Flag) -> None:
        command = [sys.executable, *WORKER, str(theirs.fileno()), str(os.getpid())]
        try:
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - the kiosk's own program
                    command,
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        finally:
            born.set()
        self._process.wait()
