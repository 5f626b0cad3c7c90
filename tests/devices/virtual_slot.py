"""Lays a virtual card on the virtual reader of Debian's vsmartcard-vpcd, over its TCP protocol."""

import contextlib
import ctypes
import os
import socket
import time
from pathlib import Path
from threading import Thread

from tests.devices.virtual_card import VirtualCard

PORT = 35963  # of the first slot; the second listens on the next
POWER_OFF, POWER_ON, RESET, ASK_ATR = 0, 1, 2, 4
_CLONE_NEWNET = 0x40000000


class VirtualSlot:
    """A card's contacts; each card laid down is a connection, and closing it takes it away."""

    def __init__(self, network: Path, slot: int = 0) -> None:
        self._network = network  # /proc/…/ns/net of the pcscd
        self._port = PORT + slot
        self._socket: socket.socket | None = None
        self._card: VirtualCard | None = None
        self._thread: Thread | None = None

    def lay_down(self, card: VirtualCard) -> None:
        assert self._socket is None, "a card lies here already"
        card.let_go.clear()
        self._card = card
        plugged = self._socket = self._connected()
        self._thread = Thread(target=_be_a_card, args=(plugged, card), daemon=True)
        self._thread.start()

    def take_away(self) -> None:
        if self._socket is None or self._thread is None:
            return
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        if self._card is not None:
            self._card.let_go.set()
        self._thread.join(5)
        self._socket.close()
        self._socket = None

    @property
    def is_empty(self) -> bool:
        """Whether the card went by itself, too."""
        return self._thread is None or not self._thread.is_alive()

    def _connected(self) -> socket.socket:
        """Try for five seconds: the reader listens a moment after its daemon is there."""
        deadline = time.monotonic() + 5
        while True:
            plug = _socket_within(self._network)
            try:
                plug.connect(("127.0.0.1", self._port))
            except OSError:
                plug.close()
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return plug


def _socket_within(network: Path) -> socket.socket:
    """A socket of another network namespace: it belongs to where its thread stood when made."""
    made: list[socket.socket | OSError] = []

    def make() -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        with network.open() as namespace:
            if libc.setns(namespace.fileno(), _CLONE_NEWNET) != 0:
                made.append(OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno())))
                return
        made.append(socket.socket(socket.AF_INET, socket.SOCK_STREAM))

    thread = Thread(target=make)
    thread.start()
    thread.join()
    if isinstance(made[0], OSError):
        raise made[0]
    return made[0]


def _be_a_card(plug: socket.socket, card: VirtualCard) -> None:
    with contextlib.suppress(OSError), plug:
        while (message := _receive(plug)) is not None:
            answer = _react(card, message)
            if answer is None:
                return
            if answer:
                plug.sendall(len(answer).to_bytes(2) + answer)


def _react(card: VirtualCard, message: bytes) -> bytes | None:
    """None when the card is gone; nothing where vpcd expects no answer."""
    if len(message) > 1:
        return card.answer(message)
    if message[0] in {POWER_OFF, POWER_ON, RESET}:
        card.power_on()
    return card.atr if message[0] == ASK_ATR else b""


def _receive(plug: socket.socket) -> bytes | None:
    head = _receive_exactly(plug, 2)
    return _receive_exactly(plug, int.from_bytes(head)) if head else None


def _receive_exactly(plug: socket.socket, length: int) -> bytes | None:
    received = b""
    while len(received) < length:
        # vpcd writes length and body apart: without this each command waits 40 ms.
        plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        part = plug.recv(length - len(received))
        if not part:
            return None
        received += part
    return received
