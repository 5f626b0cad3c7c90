"""Any reader that pcscd knows; the only file that speaks to pyscard.

It uses pyscard's thin layer: the thick one resets cards when its objects are collected, and
its monitors stay silent for ever once pcscd has died.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any

from smartcard import scard

from kiosk.domain.errors import CardGone, DeviceGone, LibraryError, NotMyNumberCard, TwoCards
from kiosk.hardware.card_reader.apdu import Transmit
from kiosk.hardware.card_reader.card_field import CardField, LyingCard, Sight

ANY_PROTOCOL = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1  # T0 alone fails on a T=1 card

_READERS_CHANGE = r"\\?PnP?\Notification"  # stands for readers that come and go

_NO_READERS = 0x8010002E
_READER_TROUBLE = {
    0x80100003,  # invalid handle: pcscd is another one than before
    0x80100009,  # unknown reader
    0x8010000B,  # sharing violation: another program holds the card
    0x80100013,  # internal communication error
    0x80100017,  # reader unavailable
    0x8010001D,  # no service
    0x8010001E,  # service stopped
    _NO_READERS,
}
_UNSUPPORTED = {0x8010000F, 0x80100065}  # no protocol of ours, no answer to reset that makes sense


class PcscField(CardField):
    """Its cards are held by the process that asks: a hanging one blocks it for ever."""

    def __init__(self) -> None:
        self._context: Any | None = None  # pyscard's handle, kept between looks
        self._lock = Lock()  # of looking; a wait would hold it for too long
        self._waiting: Any | None = None  # the context of the wait that goes on

    def close(self) -> None:
        with self._lock:
            self._forget_context()

    def look(self) -> Sight:
        with self._lock:
            try:
                return self._look()
            except LibraryError:
                self._forget_context()
                raise DeviceGone from None

    def wait(self, seen: Sight, limit_s: float) -> None:
        """In a context of its own: PC/SC lets nobody else use one in which somebody waits."""
        with suppress(LibraryError), _context() as context:
            states = _states(context)
            if _sight(states) != seen:
                return
            self._waiting = context
            try:
                watched = [(reader, state) for reader, state, _atr in states]
                watched.append((_READERS_CHANGE, scard.SCARD_STATE_UNAWARE))
                scard.SCardGetStatusChange(context, int(limit_s * 1000), watched)
            finally:
                self._waiting = None

    def interrupt(self) -> None:
        waiting = self._waiting
        if waiting is not None:
            scard.SCardCancel(waiting)

    def _look(self) -> Sight:
        if self._context is None:
            self._context = _establish()
        return _sight(_states(self._context))

    def _forget_context(self) -> None:
        if self._context is not None:
            scard.SCardReleaseContext(self._context)
            self._context = None

    @contextmanager
    def connect(self) -> Iterator[Transmit]:
        with _context() as context:
            reader = _only_reader(_sight(_states(context)))
            with _connected(context, reader) as transmit:
                yield transmit


@contextmanager
def _context() -> Iterator[Any]:
    context = _establish()
    try:
        yield context
    finally:
        scard.SCardReleaseContext(context)


def _establish() -> Any:
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
    _check(result)
    return context


def _states(context: Any) -> list[tuple[str, int, list[int]]]:
    """Of each reader its name, its state, and the answer to reset of what lies there."""
    result, readers = scard.SCardListReaders(context, [])
    if _code(result) == _NO_READERS or (_code(result) == 0 and not readers):
        return []
    _check(result)
    unaware = [(reader, scard.SCARD_STATE_UNAWARE) for reader in readers]
    result, states = scard.SCardGetStatusChange(context, 0, unaware)
    _check(result)
    return list(states)


def _sight(states: list[tuple[str, int, list[int]]]) -> Sight:
    cards = (
        LyingCard(reader, state >> 16, bytes(atr))  # the upper half counts insertions and removals
        for reader, state, atr in states
        if state & scard.SCARD_STATE_PRESENT
    )
    return Sight(len(states), frozenset(cards))


def _only_reader(sight: Sight) -> str:
    if sight.readers == 0:
        raise DeviceGone
    if len(sight.cards) > 1:
        raise TwoCards
    for card in sight.cards:
        return card.reader
    raise CardGone


@contextmanager
def _connected(context: Any, reader: str) -> Iterator[Transmit]:
    """For us alone, and ended without power: whoever comes next finds no PIN given."""
    result, card, protocol = scard.SCardConnect(
        context, reader, scard.SCARD_SHARE_EXCLUSIVE, ANY_PROTOCOL
    )
    _check(result)

    def transmit(command: bytes) -> bytes:
        result, answer = scard.SCardTransmit(card, protocol, list(command))
        _check(result)
        if not answer:  # a card that leaves within a command: success, and nothing said
            raise CardGone
        return bytes(answer)

    try:
        yield transmit
    finally:
        scard.SCardDisconnect(card, scard.SCARD_UNPOWER_CARD)


def _code(result: int) -> int:
    return result & 0xFFFFFFFF


def _check(result: int) -> None:
    if _code(result) != scard.SCARD_S_SUCCESS:
        raise _error(_code(result))


def _error(code: int) -> LibraryError:
    if code in _READER_TROUBLE:
        return DeviceGone()
    if code in _UNSUPPORTED:
        return NotMyNumberCard()
    return CardGone()
