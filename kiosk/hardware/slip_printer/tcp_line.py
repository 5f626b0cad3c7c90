"""A printer in the network: raw bytes to its port, 9100 as a rule."""

import socket
import struct
from contextlib import suppress
from time import monotonic

from kiosk.hardware.slip_printer.line import Line, LineGone

CONNECT_S = 1.5
_FOR_NO_TIME = struct.pack("ii", 1, 0)


def open_tcp(address: str) -> Line:
    """Raises OSError. A name instead of a number may take longer to be found than CONNECT_S."""
    host, _, port = address.rpartition(":")
    return TcpLine(socket.create_connection((host.strip("[]"), int(port)), CONNECT_S))


class TcpLine(Line):
    """Ends in peace when all was taken; otherwise cuts off what is still on its way."""

    why_hung_up = "offline"
    ends_with_nothing = True

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(0)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._connection = connection
        super().__init__(connection.fileno())

    def settle(self, limit_s: float) -> None:
        """Say that nothing more comes, and wait until the printer has read all and closes."""
        until = monotonic() + limit_s
        with suppress(LineGone, OSError):
            self._connection.shutdown(socket.SHUT_WR)
            while monotonic() < until:
                self.receive(until - monotonic())

    def close(self) -> None:
        self._connection.close()

    def drop(self) -> None:
        with suppress(OSError):
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _FOR_NO_TIME)
        self.close()
