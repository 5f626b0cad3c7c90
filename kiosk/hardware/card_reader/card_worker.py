"""The process that alone has a card in its hands: a card that hangs, hangs nobody else.

It is told over a channel that it inherits, and answers there. It keeps nothing, writes nothing,
leaves no core file, and dies with the process that started it. Nothing of what it carries stands
in its arguments or its environment.
"""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from kiosk.domain.errors import LibraryError
from kiosk.hardware.card_reader import card_channel
from kiosk.hardware.card_reader.card_field import CardField

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4  # linux/prctl.h


def seal(parent: int) -> None:
    """No core file, no debugger of the same user, no life without the parent.

    Raises SystemExit when the parent is gone already.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None, use_errno=True)
    for option, value in ((_PR_SET_DUMPABLE, 0), (_PR_SET_PDEATHSIG, signal.SIGKILL)):
        if libc.prctl(option, value, 0, 0, 0) != 0:
            raise SystemExit(os.strerror(ctypes.get_errno()))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the kiosk, which ends us
    if os.getppid() != parent:
        raise SystemExit


def serve(channel: Connection, field: CardField) -> None:
    """One connection after the other, until nobody is at the other end."""
    with suppress(EOFError, OSError):
        while True:
            told = channel.recv_bytes()
            if told == card_channel.CONNECT:
                _connect(channel, field)


def _connect(channel: Connection, field: CardField) -> None:
    """Commands go through until the end is told, then the card loses its power."""
    try:
        with field.connect() as transmit:
            channel.send_bytes(card_channel.CONNECTED)
            while (command := channel.recv_bytes()) != card_channel.END:
                channel.send_bytes(card_channel.answered(transmit, command))
    except LibraryError as error:
        channel.send_bytes(card_channel.failed(error))
    else:
        channel.send_bytes(card_channel.ENDED)


def main() -> None:
    """Usage: the channel's descriptor, the parent's process."""
    channel, parent = Connection(int(sys.argv[1])), int(sys.argv[2])
    seal(parent)
    # After the seal: pyscard's import takes longest, and everything after it may see a PIN.
    from kiosk.hardware.card_reader.pcsc import PcscField  # noqa: PLC0415

    channel.send_bytes(card_channel.READY)
    serve(channel, PcscField())


if __name__ == "__main__":
    main()
