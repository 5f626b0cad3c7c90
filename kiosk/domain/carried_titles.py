"""A list of titles as one line of a QR code, so that it opens at a kiosk again.

The line goes first in the code's text: a scanner that sends a code line by line has said what it
is before the lines for people follow. It is `KIOSK1:` and the ids, divided by commas, ended by a
semicolon, in signs that survive a scanner which changes the case of letters or types for another
country's keyboard: any other sign is written %XX, as in an address. Without its end it is no list:
a number cut short may be another title's.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from kiosk.domain.titles import TitleId

MOST_CARRIED = 30  # titles; so many, in few words each, still fit a QR code that phones read
LONGEST_READ = 4296  # characters; no QR code holds more (ISO/IEC 18004)
_LINE = re.compile(r"kiosk1[:+']([a-z0-9.%,-]+);", re.ASCII)  # ":" of the other keyboard is + or '
_ID = re.compile(r"[A-Za-z0-9._:()-]{1,64}")  # as titles are taken in
_PLAIN = re.compile(r"[a-z0-9.-]")


def as_line(titles: Iterable[TitleId]) -> str:
    """The line for these titles: from 1 to MOST_CARRIED, each once, in their order."""
    carried = tuple(dict.fromkeys(titles))
    assert 0 < len(carried) <= MOST_CARRIED, "from one to MOST_CARRIED titles are carried"
    assert all(map(_ID.fullmatch, carried)), "every title that was taken in has such an id"
    return f"KIOSK1:{','.join(map(_written, carried))};"


def read_line(text: str) -> tuple[TitleId, ...] | None:
    """The titles of the line, wherever it stands in a text of one or more lines.

    None where there is none, or one that we did not write: too many titles, or ids of no title.
    """
    found = _LINE.search(text[:LONGEST_READ].lower())
    if found is None:
        return None
    ids = [unquote(written, errors="replace") for written in found[1].split(",")]
    if len(ids) > MOST_CARRIED or not all(map(_ID.fullmatch, ids)):
        return None
    return tuple(dict.fromkeys(map(TitleId, ids)))


def _written(title: TitleId) -> str:
    return "".join(sign if _PLAIN.fullmatch(sign) else f"%{ord(sign):02X}" for sign in title)
