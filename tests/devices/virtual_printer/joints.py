"""Ways in which a virtual printer is joined: a pseudo-terminal, a socket on loopback."""

import os
import select
import socket
import threading
import tty
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from tests.devices.virtual_printer.machine import VirtualPrinter


class Joint(Protocol):
    connection: str  # as the settings have it

    def unplug(self) -> None: ...

    def plug_in(self) -> None: ...

    def close(self) -> None: ...


class PtyJoint:
    """A serial port, or a device file as /dev/usb/lp0 is: a name that leads to a terminal."""

    def __init__(self, printer: VirtualPrinter, name: Path, kind: str) -> None:
        self.connection = f"{kind}:{name}"
        self._printer, self._name = printer, name
        self._ends: tuple[int, int] | None = None
        self._lock = threading.Lock()
        self.plug_in()

    def plug_in(self) -> None:
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        self._ends = (ours, theirs)
        self._stop, self._wake = os.pipe()
        self._name.symlink_to(os.ttyname(theirs))
        self._printer.answer = lambda data: self._answer(ours, data)
        self._thread = threading.Thread(target=self._run, args=(ours, self._stop))
        self._thread.start()

    def unplug(self) -> None:
        with self._lock:
            ends, self._ends = self._ends, None
        if ends is None:
            return
        self._name.unlink()
        self._printer.answer = lambda _: None
        with suppress(BrokenPipeError):  # it saw for itself that it was pulled
            os.write(self._wake, b"x")
        if threading.current_thread() is not self._thread:
            self._thread.join()
        for end in (*ends, self._wake):
            os.close(end)

    def close(self) -> None:
        self.unplug()
        self._thread.join()

    def _answer(self, ours: int, data: bytes) -> None:
        with suppress(OSError):
            os.write(ours, data)

    def _run(self, ours: int, stop: int) -> None:
        poll = select.poll()
        poll.register(ours, select.POLLIN)
        poll.register(stop, select.POLLIN)
        while stop not in (found := dict(poll.poll())):
            if found.get(ours, 0) & select.POLLIN:
                self._printer.hear(os.read(ours, 64))
            if self._ends is None:  # pulled while it was hearing
                break
        os.close(stop)


class TcpJoint:
    """One connection at a time, as printers have it."""

    def __init__(self, printer: VirtualPrinter) -> None:
        self._printer = printer
        self._address = ("127.0.0.1", 0)
        self.plug_in()
        self.connection = f"tcp:127.0.0.1:{self._address[1]}"

    def plug_in(self) -> None:
        self._listening = socket.create_server(self._address)
        self._address = self._listening.getsockname()
        self._is_plugged_in = True
        self._other: socket.socket | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def unplug(self) -> None:
        if not self._is_plugged_in:
            return
        self._is_plugged_in = False
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        other = self._other
        if other is not None:
            with suppress(OSError):
                other.shutdown(socket.SHUT_RDWR)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def close(self) -> None:
        self.unplug()
        self._thread.join()

    def _run(self) -> None:
        while self._is_plugged_in:
            try:
                other, _ = self._listening.accept()
            except OSError:
                return
            self._other = other
            with other:
                self._printer.answer = self._answering(other)
                self._listen(other)
            self._other = None

    def _answering(self, other: socket.socket) -> Callable[[bytes], None]:
        def answer(data: bytes) -> None:
            with suppress(OSError):
                other.sendall(data)

        return answer

    def _listen(self, other: socket.socket) -> None:
        with suppress(OSError):
            while self._is_plugged_in and (data := other.recv(512)):
                self._printer.hear(data)
