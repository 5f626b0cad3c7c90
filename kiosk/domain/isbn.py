"""Book numbers: the ISBN as it is typed, printed and scanned."""

import re
import unicodedata

_DIVIDERS = re.compile(r"[\s\-‐-―−ー]")
_LONG = re.compile(r"97[89]\d{10}")
_SHORT = re.compile(r"\d{9}[\dXx]")
_PRICE_ROW = re.compile(r"19[12]\d{10}")


def read_isbn(text: str) -> str | None:
    """The 13 digits of an ISBN in any of its writings; None for anything else.

    An ISBN of ten digits is turned into its thirteen; a wrong check digit is refused.
    """
    code = _without_dividers(text)
    if _LONG.fullmatch(code) and code[12] == _check_digit(code[:12]):
        return code
    if _SHORT.fullmatch(code) and _is_right_short(code.upper()):
        first = f"978{code[:9]}"
        return first + _check_digit(first)
    return None


def is_mistyped_isbn(text: str) -> bool:
    """As long as an ISBN, but with a check digit that does not fit: one digit is wrong."""
    code = _without_dividers(text)
    return read_isbn(text) is None and bool(_LONG.fullmatch(code) or _SHORT.fullmatch(code))


def is_price_row(code: str) -> bool:
    """The lower of a book's two barcodes: class and price, no number to search by."""
    return _PRICE_ROW.fullmatch(_without_dividers(code)) is not None


def _without_dividers(text: str) -> str:
    code = _DIVIDERS.sub("", unicodedata.normalize("NFKC", text))
    return code if code.isascii() else ""


def _check_digit(twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)


def _is_right_short(code: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in code]
    return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
