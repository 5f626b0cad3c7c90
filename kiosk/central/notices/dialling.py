"""Numbers as machines dial them, from numbers as people write them."""

import re
from unicodedata import normalize

_BETWEEN = re.compile(r"[\s()./‐‑–—−ー-]")  # what divides a number for people
_HOME = "+81"  # Japan; dialled from inside as 0
_DIALLED = re.compile(r"0\d{8,10}")  # with its area code: nine to eleven digits


def dialled(number: str) -> str | None:
    """090-1234-5678 and ＋81 90 1234 5678 as 09012345678; None: a machine cannot dial it."""
    plain = _BETWEEN.sub("", normalize("NFKC", number))
    if plain.startswith(_HOME):
        plain = "0" + plain.removeprefix(_HOME).removeprefix("0")
    return plain if _DIALLED.fullmatch(plain) and plain.isascii() else None
