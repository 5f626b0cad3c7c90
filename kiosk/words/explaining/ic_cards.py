"""When an IC card that is known by its number does not sign in, or is not bound."""

from kiosk.domain import errors
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_ic_cards(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.IcCardNotBound():
            return Explanation(
                words("Nobody can sign in with this IC card yet."),
                words("Sign in with your library card once, and join it in “My Library”."),
            )
        case errors.IcCardNotOffered():
            return Explanation(
                words("This library does not take such an IC card."),
                words("Please use your library card."),
            )
        case errors.IcCardBoundToAnother():
            return Explanation(
                words("This IC card is joined to another library card."),
                words("The counter can change that. Please bring both cards."),
            )
        case errors.IcNumberNotUnderstood():
            return Explanation(
                words("This is no number of an IC card, or one that changes each time."),
                words("FeliCa (IDm) has 16 digits and letters, other cards have 8 or 14."),
            )
    return None


def explain_unknown_or_wrong(words: Words) -> Explanation:
    """Where a password is asked, which of the two it is stays untold (L7)."""
    return Explanation(
        words("The password is different, or this IC card is not joined yet."),
        words("Try again. Not joined? Sign in with your library card, then open “My Library”."),
    )
