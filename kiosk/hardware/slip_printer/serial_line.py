"""A serial printer, by the kernel's own calls: polled with a limit as every other line is.

No pyserial: what it would set is the ten lines below, and its writes hold on to a printer that
says "wait" for good.
"""

import fcntl
import os
import struct
import termios
from contextlib import suppress
from time import monotonic

from kiosk.hardware.slip_printer.line import Line, LineStill
from kiosk.hardware.slip_printer.setup import Flow, PrinterSetup

_NUMBER = struct.Struct("i")
_LOOK_S = 0.02


def open_serial(setup: PrinterSetup) -> Line:
    """Raises OSError, termios.error."""
    how = os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    port = os.open(setup.target, how)
    try:
        _set(port, setup)
    except termios.error:
        os.close(port)
        raise
    return SerialLine(port)


def _set(port: int, setup: PrinterSetup) -> None:
    """Eight bits, no parity, nothing changed on the way; DTR stays when it is closed."""
    speed = getattr(termios, f"B{setup.baud}")
    wire = termios.CS8 | termios.CREAD | termios.CLOCAL
    if setup.flow is Flow.RTS_CTS:
        wire |= termios.CRTSCTS
    incoming = termios.IXON if setup.flow is Flow.XON_XOFF else 0
    characters = termios.tcgetattr(port)[6]
    termios.tcsetattr(port, termios.TCSANOW, [incoming, 0, wire, 0, speed, speed, characters])


class SerialLine(Line):
    """Says when the last byte has left the computer."""

    def settle(self, limit_s: float) -> None:
        until = monotonic() + limit_s
        while self._waiting() and monotonic() < until:
            self.receive(_LOOK_S)
        if self._waiting():
            raise LineStill

    def drop(self) -> None:
        """Closing alone would wait half a minute for what a printer does not take.

        Nothing is thrown away once all has left: it may be the word to forget the rest.
        """
        with suppress(termios.error, OSError):  # unplugged
            if self._waiting():
                termios.tcflush(self.descriptor, termios.TCOFLUSH)
        self.close()

    def _waiting(self) -> int:
        """Bytes that the kernel still holds."""
        held = fcntl.ioctl(self.descriptor, termios.TIOCOUTQ, _NUMBER.pack(0))
        return int(_NUMBER.unpack(held)[0])
