"""Codes that tell what a scanner can, drawn on the terminal or as pictures to print."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import qrcode
from barcode.codabar import CODABAR
from barcode.ean import EAN13
from PIL import Image

NUMBER = "31415926"  # of nobody
_ISBN = "9784003101018"
_QUIET = 10  # modules; JIS X 0506 and JIS X 0501 want as many or fewer
_QUIET_QR = 4  # modules, ISO/IEC 18004
_DOTS, _HIGH = 3, 120  # a module's width and a code's height, in dots
_ROWS = 8  # of the terminal
_HALVES = {"00": " ", "10": "▌", "01": "▐", "11": "█"}
_PAPER, _PLAIN = "\x1b[30;107m", "\x1b[0m"  # black on white, whatever the terminal's colours


class Symbol(StrEnum):
    NW7 = "NW-7"
    QR = "QR"
    ISBN = "ISBN"


@dataclass(frozen=True, slots=True)
class TrialCode:
    symbol: Symbol
    text: str  # all that is in it, start and stop letters too

    @property
    def name(self) -> str:
        return f"{self.symbol} {self.text[0]}…{self.text[-1]}" if self.is_card else self.symbol

    @property
    def is_card(self) -> bool:
        return self.symbol is Symbol.NW7

    def rows(self) -> list[str]:
        """Modules from top to bottom, "1" is dark; one row where it is bars."""
        if self.symbol is Symbol.QR:
            return _qr(self.text)
        if self.symbol is Symbol.ISBN:
            return ["0" * _QUIET + EAN13(self.text).build()[0] + "0" * _QUIET]
        return ["0" * _QUIET + CODABAR(self.text, narrow=1, wide=3).build()[0] + "0" * _QUIET]


TRIAL_CODES = (
    *(TrialCode(Symbol.NW7, f"{letter}{NUMBER}{letter}") for letter in "ABCD"),
    TrialCode(Symbol.QR, "KIOSK-QR-31415926"),
    TrialCode(Symbol.ISBN, _ISBN),
)


def on_terminal(code: TrialCode) -> str:
    rows = code.rows()
    if len(rows) == 1:
        bars = rows[0] + "0" * (len(rows[0]) % 2)
        line = "".join(_HALVES[bars[at : at + 2]] for at in range(0, len(bars), 2))
        lines = [line] * _ROWS
    else:
        rows = rows if len(rows) % 2 == 0 else [*rows, "0" * len(rows[0])]
        pairs = zip(rows[::2], rows[1::2], strict=True)
        lines = ["".join(_stacked(*pair) for pair in zip(*two, strict=True)) for two in pairs]
    return "\n".join(f"{_PAPER}{line}{_PLAIN}" for line in lines)


def write_pictures(folder: Path) -> list[Path]:
    """One PNG a code, to be printed or opened on a telephone. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for code in TRIAL_CODES:
        file = folder / f"{code.symbol.lower()}-{code.text.lower()}.png"
        _picture(code).save(file)
        files.append(file)
    return files


def _picture(code: TrialCode) -> Image.Image:
    rows = code.rows()
    image = Image.new("L", (len(rows[0]), len(rows)))
    image.putdata([0 if sign == "1" else 255 for row in rows for sign in row])
    high = _HIGH if len(rows) == 1 else len(rows) * _DOTS
    return image.resize((len(rows[0]) * _DOTS, high), Image.Resampling.NEAREST)


def _qr(text: str) -> list[str]:
    code = qrcode.QRCode(border=_QUIET_QR)
    code.add_data(text)
    return ["".join("1" if is_dark else "0" for is_dark in row) for row in code.get_matrix()]


def _stacked(upper: str, lower: str) -> str:
    return {"00": " ", "10": "▀", "01": "▄", "11": "█"}[upper + lower]
