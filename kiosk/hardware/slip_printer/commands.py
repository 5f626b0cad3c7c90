"""The few words of ESC/POS that slips need.

Our own, instead of python-escpos 3.1: that brings five more packages, 0.3 s and 18 MB at start,
garbles kanji, knows no time limits and cannot wait until a slip is through.

Source: Epson's ESC/POS command reference, for printers with Japanese letters.
"""

from kiosk.hardware.slip_printer.setup import Cut

BEGIN = b"\x1b@"  # ESC @: forget what was set before

# Answered at once, even by a printer that is out of paper. DLE EOT 1 to 4.
HOW_ARE_YOU = tuple(bytes((0x10, 0x04, which)) for which in (1, 2, 3, 4))
# GS r 1: answered in its turn, once all that was sent before is through.
TELL_WHEN_THROUGH = b"\x1dr\x01"
# DLE DC4 8: forget all that is not printed yet. None of its bytes is a letter, so a printer
# that does not know it prints nothing.
FORGET_THE_REST = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"

# Letters: code table of half-width katakana, then kanji in Shift_JIS.
JAPANESE = b"\x1bt\x01" + b"\x1c&" + b"\x1cC\x01"
BOLD, NOT_BOLD = b"\x1bE\x01", b"\x1bE\x00"
LEFT, CENTRED = b"\x1ba\x00", b"\x1ba\x01"

_CUTS = {
    Cut.PARTIAL: b"\x1dVB\x00",  # GS V 66: feed to the knife, leave a corner
    Cut.FULL: b"\x1dVA\x00",
    Cut.NONE: b"\x1bd\x06",  # ESC d: six lines, past the edge at which it is torn off
}
_CODABAR = 71


def cut(how: Cut) -> bytes:
    return _CUTS[how]


def raster(width_bytes: int, rows: bytes) -> bytes:
    """GS v 0: dots from the left edge, eight a byte; the paper moves on by the rows' height."""
    size = width_bytes.to_bytes(2, "little") + (len(rows) // width_bytes).to_bytes(2, "little")
    return b"\x1dv0\x00" + size + rows


def codabar(number: str, *, height: int, narrow: int) -> bytes:
    """GS k: bars between start and stop A, the number below them; sizes in dots."""
    code = f"A{number}A".encode("ascii")
    looks = b"\x1dh" + bytes([height]) + b"\x1dw" + bytes([narrow]) + b"\x1dH\x02"
    return looks + b"\x1dk" + bytes([_CODABAR, len(code)]) + code
