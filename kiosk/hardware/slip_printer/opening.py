"""Opens the line to a printer, anew for each slip: what was unplugged is found again."""

import os
import termios

from kiosk.hardware.slip_printer.line import Line, LineGone, gone
from kiosk.hardware.slip_printer.serial_line import open_serial
from kiosk.hardware.slip_printer.setup import PrinterSetup
from kiosk.hardware.slip_printer.tcp_line import open_tcp

_QUIETLY = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


def open_line(setup: PrinterSetup) -> Line:
    """Open it, and pass over what it still had to tell to whoever spoke with it before.

    Raises:
        LineGone: it is not there, is held by another program, or may not be opened.
    """
    try:
        line = _open(setup)
    except OSError as error:
        raise gone(error) from error
    except termios.error as error:  # no serial port at all
        raise LineGone("offline") from error
    if setup.is_read_back:
        try:
            line.receive(0)
        except LineGone:
            line.close()
            raise
    return line


def _open(setup: PrinterSetup) -> Line:
    """A USB printer is the kernel's own /dev/usb/lp0: no library, and no root for group lp."""
    match setup.kind:
        case "tcp":
            return open_tcp(setup.target)
        case "serial":
            return open_serial(setup)
        case "file":
            how = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            return Line(os.open(setup.target, how | _QUIETLY, 0o640))
    how = os.O_RDWR if setup.is_read_back else os.O_WRONLY
    return Line(os.open(setup.target, how | _QUIETLY))
