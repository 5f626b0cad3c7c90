"""What is printed on the keys of a keyboard, by the numbers that Linux gives them.

Source of the numbers: linux/input-event-codes.h; of the JP layout: JIS X 6002 with 106 keys.
"""

from collections.abc import Mapping

from kiosk.hardware.barcode_scanner.scanner_settings import Layout

Keys = Mapping[int, tuple[str, str]]  # alone, with Shift; empty where nothing is printed

ENTERS = frozenset({28, 96})  # the large one, and the one of the number pad
TABS = frozenset({15})
SHIFTS = frozenset({42, 54})
CONTROLS = frozenset({29, 97})
CAPS_LOCK = 58

_NOTHING = "·"


def _row(first: int, alone: str, shifted: str) -> dict[int, tuple[str, str]]:
    pairs = zip(alone, shifted, strict=True)
    return {
        first + at: (one.replace(_NOTHING, ""), two.replace(_NOTHING, ""))
        for at, (one, two) in enumerate(pairs)
    }


# NumLock does not count: a scanner types no arrows.
_PAD = {
    **_row(71, "789-456+1230.", "789-456+1230."),
    55: ("*", "*"),
    98: ("/", "/"),
    117: ("=", "="),
}
_SAME = {**_row(44, "zxcvbnm,./", "ZXCVBNM<>?"), 57: (" ", " "), **_PAD}

KEYS: Mapping[Layout, Keys] = {
    Layout.US: {
        **_SAME,
        **_row(2, "1234567890-=", "!@#$%^&*()_+"),
        **_row(16, "qwertyuiop[]", "QWERTYUIOP{}"),
        **_row(30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
        43: ("\\", "|"),
        86: ("\\", "|"),
    },
    Layout.JP: {
        **_SAME,
        **_row(2, "1234567890-^", "!\"#$%&'()·=~"),
        **_row(16, "qwertyuiop@[", "QWERTYUIOP`{"),
        **_row(30, "asdfghjkl;:·", "ASDFGHJKL+*·"),
        43: ("]", "}"),
        89: ("\\", "_"),
        124: ("\\", "|"),
    },
}
