"""When the staff's door stays closed or a setting cannot be used."""

from kiosk.domain import errors
from kiosk.words.explaining.explanation import Explanation, minutes_of
from kiosk.words.words import Words


def explain_staff(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.StaffDoorClosed():
            return Explanation(
                words("The staff card or the staff PIN is different."),
                words("Please enter the PIN again, or hold the right card to the scanner."),
            )
        case errors.SettingWrong():
            return Explanation(
                words(
                    "A setting cannot be used: %(key)s, in %(place)s.",
                    key=error.key,
                    place=f"{error.file}:{error.line}" if error.line else error.file,
                ),
                words("Allowed is: %(allowed)s.", allowed=error.allowed),
            )
        case errors.FolderInUse() | errors.DataFolderHeld() | errors.AddressInUse():
            return Explanation(
                words("Another program holds what this one needs."),
                words("End the other program, then start this one again."),
            )
    return None


def explain_at_staff_door(words: Words, error: Exception) -> Explanation | None:
    """What only staff are told, before their menu opens."""
    if isinstance(error, errors.TriedTooOften):
        return Explanation(
            words("For safety, the staff menu stays shut for a while."),
            words.count(
                "Please wait %(num)d minute, then enter the PIN.",
                "Please wait %(num)d minutes, then enter the PIN.",
                minutes_of(error.wait_s),
            ),
        )
    return None
