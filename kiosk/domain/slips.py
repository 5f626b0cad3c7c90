"""What goes on paper, and the same for a phone's camera."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    picture: bytes  # PNG, 576 dots wide, black on white
    qr: bytes  # PNG of the QR code alone
    text: str  # what the QR code says: plain text, nothing of the patron
    number: str = ""  # of a reservation: its NW-7 barcode, where the printer draws it itself
