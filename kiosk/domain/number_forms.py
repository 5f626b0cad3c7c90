"""Numbers in barcodes that a library printed itself: NW-7 (Codabar), of a form that policy says."""

import re
from itertools import product
from typing import Protocol

from kiosk.domain.check_digits import is_right
from kiosk.domain.policy import CheckScheme

_LETTERS = "ABCD"  # NW-7 begins and ends with one of them
_NUMBER = re.compile(r"[0-9]+[0-9\-$:/.+]", re.ASCII)  # only the check character is no digit


class NumberForm(Protocol):
    """What a library's numbers look like: those of its cards, or of its items."""

    @property
    def digits(self) -> int: ...

    @property
    def start_stop(self) -> str: ...

    @property
    def check(self) -> CheckScheme: ...


def number_of(code: str, form: NumberForm) -> str | None:
    """The number without start and stop letters; None for what has another form."""
    start, number, stop = split(code.upper())
    if not _could_be(start, number, stop, form):
        return None
    pairs = [(start, stop)] if start else product(form.start_stop or "A", repeat=2)
    fits = any(is_right(number, form.check, *pair) for pair in pairs)
    return number if fits else None


def is_misread(code: str, form: NumberForm) -> bool:
    """Whether all but the check digit is right: one sign was read wrongly."""
    could_be = _could_be(*split(code.upper()), form)
    return could_be and number_of(code, form) is None


def split(code: str) -> tuple[str, str, str]:
    """Start, number and stop; letters count only where both are there."""
    if len(code) > len("AA") and code[0] in _LETTERS and code[-1] in _LETTERS:
        return code[0], code[1:-1], code[-1]
    return "", code, ""


def _could_be(start: str, number: str, stop: str, form: NumberForm) -> bool:
    return (
        len(number) == form.digits
        and set(start + stop) <= set(form.start_stop)
        and _NUMBER.fullmatch(number) is not None
    )
