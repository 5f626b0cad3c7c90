"""What a panel and its card worker say to each other, as bytes: nothing else understands it."""

from kiosk.domain.errors import CardGone, DeviceGone, LibraryError, NotMyNumberCard, TwoCards
from kiosk.hardware.card_reader.apdu import Transmit

READY = b"ready"  # the worker, once
CONNECT = b"connect"
CONNECTED = b"connected"
END = b""  # no command is empty
ENDED = b"ended"  # by then the card has no power

_ANSWER, _ERROR = b"A", b"E"
_ERRORS = {
    error.__name__.encode(): error for error in (CardGone, DeviceGone, NotMyNumberCard, TwoCards)
}


def answered(transmit: Transmit, command: bytes) -> bytes:
    try:
        return _ANSWER + transmit(command)
    except LibraryError as error:
        return failed(error)


def failed(error: LibraryError) -> bytes:
    return _ERROR + type(error).__name__.encode()


def understand(said: bytes) -> bytes:
    """The card's answer, or nothing where only success was said.

    Raises what the worker met.
    """
    if said.startswith(_ERROR):
        raise _ERRORS.get(said[len(_ERROR) :], DeviceGone)
    return said.removeprefix(_ANSWER)
