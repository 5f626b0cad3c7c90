"""Gathers what comes from a scanner bit by bit, until a code is whole."""

from kiosk.hardware.barcode_scanner.code_text import LONGEST, code_of
from kiosk.hardware.barcode_scanner.scanner_settings import Ending

MOST_RESTS = 10  # a code that does not go on after so many was cut off


class Gathering:
    """A code is whole when its ending came and then silence: lines of one code come together.

    Whoever reads the line says when it rested, that is, when nothing came for `gap_ms`.
    """

    def __init__(self, ending: Ending) -> None:
        self._signs = ending.signs.encode()
        self._raw = bytearray()
        self._is_spoilt = False
        self._rests = 0

    @property
    def is_empty(self) -> bool:
        return not self._raw and not self._is_spoilt

    def take(self, raw: bytes) -> None:
        """What is longer than any code is not kept, nor what follows without a rest."""
        self._rests = 0
        signs = raw.replace(b"\0", b"")  # some scanners fill up with it, after the ending too
        if len(self._raw) + len(signs) > LONGEST:
            self.spoil()
        if not self._is_spoilt:
            self._raw += signs

    def spoil(self) -> None:
        """Something was lost or is too much: all until the next rest is no code."""
        self._raw.clear()
        self._is_spoilt = True

    def rest(self) -> str:
        """The line rested: the code that is whole now; empty where there is none."""
        self._rests += 1
        is_whole = not self._signs or (bool(self._raw) and self._raw[-1] in self._signs)
        if not (is_whole or self._is_spoilt or self._rests > MOST_RESTS):
            return ""
        code = code_of(bytes(self._raw)) if is_whole else ""
        self.forget()
        return code

    def forget(self) -> None:
        self._raw.clear()
        self._is_spoilt = False
        self._rests = 0
