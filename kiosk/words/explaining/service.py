"""When the line, the service or a device is not there."""

from kiosk.domain import errors
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_service(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.LineLost():
            return Explanation(
                words("The line to the library's service is down."),
                words("You can still search for books. Reservations are taken at the counter."),
            )
        case errors.KioskUnknown():
            return Explanation(
                words("You cannot sign in or reserve at this terminal now."),
                words(
                    "Please use another one, or ask the staff. You can still search for books here."
                ),
            )
        case errors.ServiceBroken():
            return Explanation(
                words("The library's service could not answer just now."),
                words("Please try again in a little while, or ask at the counter."),
            )
    return _explain_kiosk(words, error)


def _explain_kiosk(words: Words, error: Exception) -> Explanation | None:
    """Of the kiosk itself and its devices."""
    match error:
        case errors.KioskDiskFull():
            return Explanation(
                words("This kiosk has no room left to write anything down."),
                words("Nothing was reserved or changed. Please ask at the counter."),
            )
        case errors.DeviceGone():
            return Explanation(
                words("A device of this kiosk is not working."),
                words("Please go on with the keys on the screen, or ask at the counter."),
            )
        case errors.PaperOut():
            return Explanation(
                words("The printer has no paper."),
                words("What the slip says stands on the screen. Please take the QR code along."),
            )
        case errors.CoverOpen():
            return Explanation(
                words("The printer’s cover is open."),
                words("What the slip says stands on the screen. Please take the QR code along."),
            )
        case errors.NotPrinted():  # stuck, or whatever else it may be
            return Explanation(
                words("The printer is not working."),
                words("What the slip says stands on the screen. Please take the QR code along."),
            )
    return None


def apologise(words: Words) -> Explanation:
    """What is said about anything that nobody foresaw."""
    return Explanation(
        words("We are sorry. This did not work."),
        words("Please begin again. If it happens again, ask the staff at the counter."),
    )
