"""When contacts, codes and passwords of the patron's own are not taken, and what to do instead."""

from kiosk.domain import errors
from kiosk.domain.details import ContactKind
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.explaining.signing_in import how_long
from kiosk.words.words import Words


def explain_details(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.ContactNotUnderstood(reason):
            return _explain_contact(words, reason)
        case errors.ContactMissing():
            return Explanation(
                words("There is no confirmed e-mail address so far."),
                words("Please enter one first, and type the code that comes there."),
            )
        case errors.CodeWrong():
            return Explanation(
                words("The code is different, or its time is over."),
                words("Please look at the newest e-mail once more, or let us send another code."),
            )
    return None


def explain_change(words: Words, error: Exception, *, has_typed: bool = True) -> Explanation | None:
    """For a page where something is changed; None where the usual words fit it."""
    match error:
        case errors.CardOrPasswordWrong():
            return Explanation(
                words("The password that you have now is different."),
                words("Please type it once more. What else you typed is still here."),
            )
        case errors.TriedTooOften(wait_s):
            return Explanation(
                words("For safety, this rests for a while."), how_long(words, wait_s)
            )
        case errors.CardClosed():
            return Explanation(
                words("With this card, nothing about the password can be changed just now."),
                words("Many wrong ones came. Please come to the counter with your card."),
            )
        case errors.LineLost() if has_typed:
            return Explanation(
                words("The line is down: this is not done yet."),
                words("What you typed is still here. Please try again, or ask at the counter."),
            )
    return None


def _explain_contact(words: Words, kind: str) -> Explanation:
    if kind == ContactKind.EMAIL:
        return Explanation(
            words("No e-mail can be sent to this address."),
            words("Please look for a missing letter. It has one @ and a dot after it."),
        )
    return Explanation(
        words("This number cannot be called."),
        words("Please type it with the area code, from the 0 on: 10 or 11 digits."),
    )
