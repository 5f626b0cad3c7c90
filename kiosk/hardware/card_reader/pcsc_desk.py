"""A card reader that pcscd knows, and the dialogues with the card on it."""

from kiosk.hardware.card_reader.looking import LookingCardReader
from kiosk.hardware.card_reader.my_number import ConnectedMyNumberCard
from kiosk.hardware.card_reader.pcsc import PcscField
from kiosk.hardware.card_reader.watched_field import WatchedField
from kiosk.ports import CardReader, MyNumberCard


def pcsc_desk(silent_s: float) -> tuple[CardReader, MyNumberCard]:
    """Both on the same readers, and one process that talks to their cards."""
    field = WatchedField(PcscField(), silent_s)
    return LookingCardReader(field), ConnectedMyNumberCard(field)
