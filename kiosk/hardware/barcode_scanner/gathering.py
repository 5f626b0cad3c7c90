"""Gathers what comes from a scanner bit by bit, until a code is whole."""

import re

from kiosk.hardware.barcode_scanner.code_text import LONGEST, code_of
from kiosk.hardware.barcode_scanner.scanner_settings import Ending

MOST_RESTS = 10  # a code that does not go on after so many was cut off

# A number as bars hold it, with the letters that start and stop it: no text of several lines.
_NUMBER = re.compile(r"[A-Za-z]{0,2}[0-9]{5,18}[0-9Xx]?[A-Za-z]{0,2}", re.ASCII)


class Gathering:
    """A code is whole when its ending came and then silence: lines of one code come together.

    A number is whole at its ending: who lays a card down waits for no silence after it.
    Whoever reads the line says when it rested, that is, when nothing came for `gap_ms`.
    """

    def __init__(self, ending: Ending) -> None:
        self._signs = ending.signs.encode()
        self._raw = bytearray()
        self._is_spoilt = False
        self._is_after_number = False
        self._rests = 0

    @property
    def is_empty(self) -> bool:
        return not (self._raw or self._is_spoilt or self._is_after_number)

    def take(self, raw: bytes) -> None:
        """What is longer than any code is not kept, nor what follows without a rest."""
        self._rests = 0
        signs = raw.replace(b"\0", b"")  # some scanners fill up with it, after the ending too
        if len(self._raw) + len(signs) > LONGEST:
            self.spoil()
        if not self._is_spoilt:
            self._raw += signs

    def number(self) -> str:
        """The number that came with its ending, at once; empty where none did.

        What follows before the line rests is another number, or more lines of the same code:
        those pass.
        """
        if self._is_spoilt or not self._raw or self._raw[-1] not in self._signs:
            return ""
        code = code_of(bytes(self._raw))
        is_number = _NUMBER.fullmatch(code) is not None
        if is_number or self._is_after_number:
            self._raw.clear()
            self._is_after_number = True
        return code if is_number else ""

    def spoil(self) -> None:
        """Something was lost or is too much: all until the next rest is no code."""
        self._raw.clear()
        self._is_spoilt = True

    def rest(self) -> str:
        """The line rested: the code that is whole now; empty where there is none."""
        self._rests += 1
        is_whole = not self._signs or (bool(self._raw) and self._raw[-1] in self._signs)
        is_passed = self._is_spoilt or self._is_after_number
        if not (is_whole or is_passed or self._rests > MOST_RESTS):
            return ""
        code = code_of(bytes(self._raw)) if is_whole and not is_passed else ""
        self.forget()
        return code

    def forget(self) -> None:
        self._raw.clear()
        self._is_spoilt = self._is_after_number = False
        self._rests = 0
