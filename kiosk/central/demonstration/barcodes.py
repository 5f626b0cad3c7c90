"""The barcodes of the demonstration's items, made from what they are."""

import re

from kiosk.domain.check_digits import check_digit
from kiosk.domain.policy import CheckScheme
from kiosk.domain.titles import TitleId

BARCODE_CHECK = CheckScheme.M10W31
_NUMBERED = re.compile("demo-([0-9]{3,4})", re.ASCII)


def is_numbered(title: TitleId) -> bool:
    """Whether the id is demo- and a number of three or four digits."""
    return _NUMBERED.fullmatch(title) is not None


def barcode(title: TitleId, nth: int) -> str:
    """Of a title's nth item, from 1 to 99: 3, the title's number, nth, and a check digit."""
    numbered = _NUMBERED.fullmatch(title)
    assert numbered is not None, "titles are numbered before they have items"
    body = f"3{numbered[1]:0>4}{nth:02}"
    return body + check_digit(body, BARCODE_CHECK)
