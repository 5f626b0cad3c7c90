"""Tells a scanner's keys from a hand's: by how close upon each other they come."""

from kiosk.hardware.barcode_scanner.code_text import LONGEST, tidied
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings

LEAST = 6  # characters: what is shorter is typing


class KeyBurst:
    """Keys without a pause between them. Nothing is decided before the pause.

    Who reads them need not know when they were handled: each key bears its own time.
    """

    def __init__(self, settings: ScannerSettings) -> None:
        self._signs = settings.ending.signs
        self._gap_ms = settings.gap_ms
        self._texts: list[str] = []
        self._last_ms = 0

    @property
    def is_too_long(self) -> bool:
        """No hand types so much, and no code holds it."""
        return len(self._texts) > LONGEST

    def is_joined_by(self, at_ms: int) -> bool:
        return not self._texts or at_ms - self._last_ms < self._gap_ms

    def take(self, text: str, at_ms: int) -> None:
        """One key: what it types, a new line for Enter, nothing for Shift; its time in ms."""
        self._last_ms = at_ms
        if not self.is_too_long:
            self._texts.append(text)

    def code(self) -> str | None:
        """What a scanner typed; empty for what is too long; None where a hand typed."""
        if self.is_too_long:
            return ""
        text = "".join(self._texts)
        before_ending = text if not self._signs else text[: _last_of(self._signs, text)]
        signs = sum(sign.isprintable() for sign in before_ending)
        return tidied(text) if signs >= LEAST else None


def _last_of(signs: str, text: str) -> int:
    """Where the last of the signs stands; 0 where there is none."""
    return max(0, *(text.rfind(sign) for sign in signs))
