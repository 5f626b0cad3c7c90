"""When a My Number card does not sign in."""

from kiosk.domain import errors
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_my_number(words: Words, error: Exception) -> Explanation | None:
    return _explain_pin(words, error) or _explain_card(words, error)


def _explain_pin(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.PinWrong(tries_left):
            return _explain_wrong_pin(words, tries_left)
        case errors.PinLocked():
            return Explanation(
                words("The PIN of this My Number card is locked."),
                words(
                    "The office of the municipality where you live can reset it. "
                    "Here you can sign in with your library card."
                ),
            )
        case errors.LastTryKept():
            return Explanation(
                words("One try is left on the card. It was kept: nothing was sent to the card."),
                words(
                    "Please use your library card. The office of the municipality where you live "
                    "can reset the PIN."
                ),
            )
        case errors.PinNotFourDigits():
            return Explanation(
                words("The PIN has four digits."),
                words("Please enter the four digits of the user certificate's PIN."),
            )
    return None


def _explain_wrong_pin(words: Words, tries_left: int) -> Explanation:
    """The last try is never spent here, so it is not offered."""
    what = words("The PIN is different.")
    usable = tries_left - 1
    if usable < 1:
        return Explanation(
            what,
            words(
                "The last try stays on the card. Please use your library card. "
                "The office of the municipality where you live can reset the PIN."
            ),
        )
    return Explanation(
        what,
        words.count(
            "You can try %(num)d more time here. The last try stays on the card.",
            "You can try %(num)d more times here. The last try stays on the card.",
            usable,
        ),
    )


def _explain_card(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.CardGone():
            return Explanation(
                words("The card left the reader."),
                words("Please lay it down again and leave it there until the page changes."),
            )
        case errors.CardSilent():
            return Explanation(
                words("The card does not answer any more."),
                words("Please take it off the reader, wait a moment, and lay it down again."),
            )
        case errors.NotMyNumberCard():
            return _explain_other_kind(words, error)
        case errors.TwoCards():
            return Explanation(
                words("Two cards lie on the reader."),
                words("Please lay down one card only."),
            )
    return _explain_content(words, error) or _explain_certificate(words, error)


def _explain_other_kind(words: Words, error: Exception) -> Explanation:
    match error:
        case errors.OldResidentCard():
            what = words("This is a resident card of the old kind, not a My Number card.")
        case errors.PhoneNotRead():
            what = words("The My Number card in a phone cannot be read here.")
        case _:
            what = words("This is not a My Number card.")
    return Explanation(
        what, words("Please lay down a My Number card, or hold a library card to the scanner.")
    )


def _explain_content(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.CardNotUnderstood():
            return Explanation(
                words("What is written on this card could not be read."),
                words("Please ask at the counter."),
            )
        case errors.SigningPasswordMalformed():
            return Explanation(
                words("The signing password has 6 to 16 letters and digits."),
                words("Nothing was sent to the card. Please enter it again."),
            )
        case errors.SigningCertificateMissing():
            return Explanation(
                words("This card has no certificate for signing."),
                words("Please ask at the counter."),
            )
    return None


def _explain_certificate(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.CertificateNotAccepted():
            return Explanation(
                words("The certificate of this card cannot be used here."),
                words("Please use your library card. The city office can renew the certificate."),
            )
        case errors.CertificateNotBound():
            return Explanation(
                words("This card is not joined yet, or was renewed."),
                words("Sign in with your library card to join it here."),
            )
        case errors.CertificateNotChecked():
            return Explanation(
                words("Whether this card is good cannot be asked just now."),
                words("Please use your library card, or try again later. No try was lost."),
            )
        case errors.CertificateBoundToAnother():
            return Explanation(
                words("This My Number card is joined to another library card."),
                words("Please ask at the counter, with both cards: there it can be let go."),
            )
        case errors.MyNumberNotOffered():
            return Explanation(
                words("This library does not offer logging in with a My Number card."),
                words("Please use your library card."),
            )
    return None
