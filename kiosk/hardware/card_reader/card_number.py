"""The number that a contactless card calls itself by, which its reader tells.

Source: PC/SC Specification Part 3, rev. 2.01, 3.1.3.2.3 "ATR" and 3.2.2.1.3 "Get Data".
"""

from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.guard import ApduRefused

GET_NUMBER = bytes.fromhex("FFCA000000")  # answered by the reader, not by the card

# 3B 8F 80 01, then 80 4F 0C, the PC/SC workgroup's own id, and what kind of card it is
_STORAGE = bytes.fromhex("3B8F8001804F0CA000000306")
_STANDARD = len(_STORAGE)
_STORAGE_BYTES = 20
_TYPE_A, _FELICA = (0x01, 0x02, 0x03), 0x11
# 3B 8n 80 01, then what the card said of itself: any card that takes commands (ISO 14443-4)
_SMART_BEGIN, _SMART_AFTER = 0x3B, bytes.fromhex("8001")
_TYPE_B = 0x88  # eight bytes, always; type A may have eight too, so a short number proves nothing
_LONG_UID = 14  # hexadecimal digits: type B's are 8, and another at each touch


class NumberGate:
    """Lets one question through, and nothing else: an allow-list of its own."""

    def __init__(self, transmit: apdu.Transmit) -> None:
        self._transmit = transmit

    def __call__(self, command: bytes) -> apdu.Answer:
        """Raises ApduRefused before anything is sent, and what the connection raises."""
        if command != GET_NUMBER:
            raise ApduRefused("not the question for a number")
        return apdu.Answer.of(self._transmit(command))


def is_storage_card(atr: bytes) -> bool:
    """Whether it takes no commands at all: no My Number card, and need not be asked."""
    return len(atr) == _STORAGE_BYTES and atr.startswith(_STORAGE)


def ask_number(transmit: apdu.Transmit, atr: bytes) -> IcIdentifier | None:
    """Ask only after it is clear that it is no My Number card.

    Returns:
        None: it has none, or none that stays the same, or nobody can tell.

    Raises:
        CardGone, DeviceGone, CardSilent.
    """
    if not (is_storage_card(atr) or _is_smart(atr)):
        return None  # in a slot with contacts the question would reach the card itself
    answer = NumberGate(transmit)(GET_NUMBER)
    identifier = IcIdentifier.of(answer.data) if answer.is_done else None
    return identifier if identifier is not None and _is_steady(identifier, atr) else None


def _is_smart(atr: bytes) -> bool:
    return len(atr) > len("3B8n") // 2 and atr[0] == _SMART_BEGIN and atr[2:4] == _SMART_AFTER


def _is_steady(identifier: IcIdentifier, atr: bytes) -> bool:
    """By what the reader says of the card's kind; of type B no number is."""
    is_felica = identifier.kind is IcKind.FELICA
    if is_storage_card(atr):
        standard = atr[_STANDARD]
        return standard == _FELICA if is_felica else standard in _TYPE_A
    is_type_a = atr[1] != _TYPE_B or len(identifier.number) == _LONG_UID
    return is_type_a and not is_felica
