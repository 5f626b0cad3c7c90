"""Passwords: which may be chosen, and what the initial one is (rules L2 to L4)."""

import hmac
import string
from datetime import date

from kiosk.domain.errors import PasswordNotAllowed
from kiosk.domain.guessable import Known, guess_of
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import PasswordPolicy

_ALLOWED = frozenset(string.ascii_letters + string.digits)  # half-width, as every keyboard has them


def initial_password(card: CardNumber, born_on: date, policy: PasswordPolicy) -> str:
    """The last digits of the card number, then month and day of birth: 01234567 → 45670910.

    Start and stop characters of the barcode are no digits of the number.
    """
    digits = "".join(sign for sign in card if sign in string.digits)
    return f"{digits[-policy.initial_card_digits :]}{born_on:%m%d}"


def check_new_password(
    password: str, initial: str, policy: PasswordPolicy, known: Known | None = None
) -> None:
    """Raises PasswordNotAllowed, with the first reason that holds.

    known: of its owner; None: nothing is.
    """
    reason = _why_not(password, initial, policy)
    if reason is None and policy.refuses_guessable and known is not None:
        reason = guess_of(password, known)
    if reason is not None:
        raise PasswordNotAllowed(reason, policy.shortest, policy.longest)


def is_same(one: str, other: str) -> bool:
    """Whether two passwords are the same; takes as long wherever they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def _why_not(password: str, initial: str, policy: PasswordPolicy) -> str | None:
    if not policy.shortest <= len(password) <= policy.longest:
        return "length"
    if not _ALLOWED.issuperset(password):
        return "letters"
    return "initial" if is_same(password, initial) else None
