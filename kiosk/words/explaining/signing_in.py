"""When signing in or choosing a password does not go on."""

from kiosk.domain import errors
from kiosk.domain.guessable import Guess
from kiosk.words.explaining.explanation import Explanation, is_short, minutes_of
from kiosk.words.words import Words


def explain_signing_in(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.CardOrPasswordWrong():
            return Explanation(
                words("The card number or the password is different."),
                words("Please try again. If you have forgotten the password, touch the key below."),
            )
        case errors.TriedTooOften(wait_s):
            return Explanation(
                words("For safety, signing in rests for a while."), how_long(words, wait_s)
            )
        case errors.CardClosed():
            return Explanation(
                words("Too many wrong ones: no password works now."),
                words("Ask at the counter, or use a registered My Number card."),
            )
        case errors.SessionEnded():
            return Explanation(
                words("You have been logged out."),
                words("Please sign in once more to go on."),
            )
        case errors.PasswordMustBeChosen():
            return Explanation(
                words("First a password of your own is needed."),
                words("Please sign in and choose your password."),
            )
        case errors.PasswordNotAllowed():
            return _explain_password(words, error)
    return None


def how_long(words: Words, wait_s: int) -> str:
    """Seconds are said as seconds: a short wait is not made a minute."""
    if is_short(wait_s):
        return words.count(
            "Please wait %(num)d second, then try again.",
            "Please wait %(num)d seconds, then try again.",
            max(1, wait_s),
        )
    return words.count(
        "Please wait %(num)d minute. If you are in a hurry, ask at the counter.",
        "Please wait %(num)d minutes. If you are in a hurry, ask at the counter.",
        minutes_of(wait_s),
    )


def _explain_password(words: Words, error: errors.PasswordNotAllowed) -> Explanation:
    bounds = {"shortest": error.shortest, "longest": error.longest}
    if error.reason == "initial":
        return Explanation(
            words("The first password cannot be used any longer."),
            _another(words, bounds),
        )
    if error.reason in set(Guess):
        return Explanation(_how_guessed(words, error.reason), _another(words, bounds))
    if error.reason == "letters":
        what = words("A password is made of half-width letters and digits.")
    else:
        what = words("A password has %(shortest)d to %(longest)d characters.", **bounds)
    return Explanation(
        what,
        words("Please enter %(shortest)d to %(longest)d half-width letters and digits.", **bounds),
    )


def _another(words: Words, bounds: dict[str, int]) -> str:
    return words(
        "Please choose another one: %(shortest)d to %(longest)d letters and digits.", **bounds
    )


def _how_guessed(words: Words, reason: str) -> str:
    if reason == Guess.ABOUT_YOU:
        return words("Easy to guess: your card, birthday or telephone.")
    return words("Easy to guess: keys in a row, or the same again and again.")
