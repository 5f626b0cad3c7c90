"""What is said when something did not go on: what is, then what the patron can do now."""

from kiosk.words.explaining.circulation import explain_circulation
from kiosk.words.explaining.counter import explain_counter
from kiosk.words.explaining.details import explain_change, explain_details
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.explaining.ic_cards import explain_ic_cards, explain_unknown_or_wrong
from kiosk.words.explaining.my_library import explain_my_library
from kiosk.words.explaining.my_number import explain_my_number
from kiosk.words.explaining.reserving import explain_limit, explain_reserving
from kiosk.words.explaining.service import apologise, explain_service
from kiosk.words.explaining.signing_in import explain_signing_in
from kiosk.words.explaining.staff import explain_staff
from kiosk.words.words import Words

__all__ = [
    "Explanation",
    "apologise",
    "explain",
    "explain_here",
    "explain_limit",
    "explain_unknown_or_wrong",
]

_PARTS = (
    explain_service,
    explain_signing_in,
    explain_my_number,
    explain_ic_cards,
    explain_reserving,
    explain_my_library,
    explain_details,
    explain_circulation,
    explain_staff,
    explain_counter,
)


def explain(words: Words, error: Exception) -> Explanation:
    """The words for one error; what nobody foresaw gets the apology."""
    for explain_part in _PARTS:
        explanation = explain_part(words, error)
        if explanation is not None:
            return explanation
    return apologise(words)


def explain_here(words: Words, error: Exception, *, has_typed: bool = True) -> Explanation:
    """The same for a page where patrons change something.

    has_typed: they typed it there, and what they typed is still there.
    """
    return explain_change(words, error, has_typed=has_typed) or explain(words, error)
