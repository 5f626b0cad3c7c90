"""The text of a code, from what came over a line or from keys."""

import unicodedata

LONGEST = 7089  # what a QR code holds at most: digits, version 40, level L; ISO/IEC 18004

_BETWEEN_LINES = "\n\t"


def code_of(raw: bytes) -> str:
    """The code, its lines each ended by a new line but the last; empty where nothing is left."""
    return tidied(_decoded(raw))


def tidied(text: str) -> str:
    """Without what ends it, without control characters but tabs and new lines within it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n\t")
    return "".join(sign for sign in lines if sign in _BETWEEN_LINES or not _is_control(sign))


def _decoded(raw: bytes) -> str:
    """QR codes hold UTF-8 or Shift_JIS and seldom say which; what is both is read as UTF-8."""
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc"
