"""The text that keys type, from the events of an input device."""

from kiosk.hardware.barcode_scanner.key_layouts import (
    CAPS_LOCK,
    CONTROLS,
    ENTERS,
    KEYS,
    SHIFTS,
    TABS,
)
from kiosk.hardware.barcode_scanner.scanner_settings import Layout

_UP, _DOWN = 0, 1  # a key that is held says 2 again and again
_CONTROL_BITS = 0x1F


class KeyText:
    """Knows which of Shift, Ctrl and Caps Lock hold now; one for each time of plugging in."""

    def __init__(self, layout: Layout) -> None:
        self._keys = KEYS[layout]
        self._held: set[int] = set()
        self._is_caps = False

    def take(self, key: int, value: int) -> str:
        """What a key types, mostly one character: a new line for Enter, a tab for Tab, or none."""
        if key in SHIFTS | CONTROLS:
            if value == _UP:
                self._held.discard(key)
            else:
                self._held.add(key)
            return ""
        if value != _DOWN:
            return ""
        if key == CAPS_LOCK:
            self._is_caps = not self._is_caps
            return ""
        return self._typed(key)

    def _typed(self, key: int) -> str:
        if key in ENTERS:
            return "\n"
        if key in TABS:
            return "\t"
        alone, shifted = self._keys.get(key, ("", ""))
        is_shifted = bool(self._held & SHIFTS) != (self._is_caps and alone.isalpha())
        sign = shifted if is_shifted else alone
        if sign and self._held & CONTROLS:
            return chr(ord(sign.upper()) & _CONTROL_BITS)
        return sign
