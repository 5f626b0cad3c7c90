"""What a code is that opens nothing here, as far as it can be seen."""

import re
from enum import StrEnum

_ADDRESS = re.compile(
    r"(https?|ftp|mailto|tel|sms|smsto|mmsto|geo|wifi|matmsg|mecard|bizcard|line|otpauth|market):"
    r"|www\.|begin:v(card|event|calendar)",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"(\d{13}|\d{12}|\d{8})(?:(?<=\d{13})(?:\d{2}|\d{5}))?", re.ASCII)


class NotOurs(StrEnum):
    """What nothing can be done with, as far as it is seen: what the patron is told."""

    UNKNOWN = "unknown"
    ADDRESS = "address"  # of a page, a mail, a telephone: a QR code off a poster
    CARD_MISREAD = "card_misread"  # as long as our numbers are, and its check digit is wrong
    PRODUCT = "product"  # what is sold in shops, EAN or UPC
    IC_CARD = "ic_card"  # a card that says no number of its own, or another each time
    TWO_CARDS = "two_cards"


def is_address(text: str) -> bool:
    return _ADDRESS.match(text) is not None


def is_product(code: str) -> bool:
    """EAN-8, UPC-A or EAN-13, a magazine's too, with the check digit that belongs to it."""
    found = _PRODUCT.fullmatch(code)
    return found is not None and _is_right(found[1])


def _is_right(digits: str) -> bool:
    """Weights 1 and 3 from the right. Source: GS1 General Specifications, 7.9."""
    return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits[::-1])) % 10 == 0
