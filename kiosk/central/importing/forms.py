"""Which form a file of titles has; where nobody says, its first bytes do."""

import re
from enum import StrEnum
from pathlib import Path

from kiosk.central.importing.csv_rows import readable

_LOOKED_AT = 4096  # bytes
_LEADER = re.compile(rb"[0-9]{5}[a-z ]")
_MARC_SIGNS = (b"\x1e", b"\x1f", b"\x1d")  # ends of fields, subfields and records
_OF_AOZORA = "作品ID"


class TitleForm(StrEnum):
    MARC = "marc"  # MARC 21 in the exchange format (ISO 2709)
    MARCXML = "marcxml"
    CSV = "csv"
    AOZORA = "aozora"  # the list of works of Aozora Bunko


def guess_form(file: Path) -> TitleForm:
    """Raises FileRefused where the file cannot be read."""
    with readable(file), file.open("rb") as stream:
        start = stream.read(_LOOKED_AT)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        return TitleForm.MARCXML
    if _LEADER.match(text) or any(sign in text for sign in _MARC_SIGNS):
        return TitleForm.MARC
    header = text.partition(b"\n")[0]
    if any(_OF_AOZORA.encode(codec) in header for codec in ("utf-8", "cp932")):
        return TitleForm.AOZORA
    return TitleForm.CSV
