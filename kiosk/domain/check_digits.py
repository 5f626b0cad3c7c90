"""The last character of a card number, as each scheme for NW-7 (Codabar) makes it.

Source: the schemes as scanners' manuals describe them; the vectors stand in the tests.
"""

from itertools import cycle

from kiosk.domain.policy import CheckScheme

_VALUES = "0123456789-$:/.+ABCD"  # a character's place here is its value in M16
_SIXTEEN = 16


def check_digit(body: str, scheme: CheckScheme, start: str = "A", stop: str = "A") -> str:
    """The character to be added behind the digits of `body`; nothing without a scheme.

    Start and stop matter to M16 alone, which is also the only one that can give `:` and such.
    """
    match scheme:
        case CheckScheme.NONE:
            return ""
        case CheckScheme.M10W21:
            return str(-sum(_digits_of(n) for n in _weighted(body, (2, 1))) % 10)
        case CheckScheme.M10W31:
            return str(-sum(_weighted(body, (3, 1))) % 10)
        case CheckScheme.M11W27:
            return str(-sum(_weighted(body, (2, 3, 4, 5, 6, 7))) % 11 % 10)  # 10 is written 0
        case CheckScheme.M16:
            return _VALUES[-sum(map(_VALUES.index, start + body + stop)) % _SIXTEEN]
        case CheckScheme.MODULO_7:
            return str(int(body) % 7)
        case CheckScheme.MODULO_7_COMPLEMENT:
            return str(-int(body) % 7)


def is_right(number: str, scheme: CheckScheme, start: str = "A", stop: str = "A") -> bool:
    """Whether the last character belongs to the ones before it."""
    if scheme is CheckScheme.NONE:
        return _is_digits(number)
    body, last = number[:-1], number[-1:]
    return _is_digits(body) and check_digit(body, scheme, start, stop) == last


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _weighted(body: str, weights: tuple[int, ...]) -> list[int]:
    """From the right, the first weight at the last digit."""
    pairs = zip(reversed(body), cycle(weights), strict=False)
    return [int(digit) * weight for digit, weight in pairs]


def _digits_of(number: int) -> int:
    return number // 10 + number % 10
