"""What a patron is told, before touching anything, of a printer that does not print."""

from collections.abc import Iterable

from kiosk.domain.devices import Condition, Device, Health
from kiosk.words.words import Words


def why_no_slip(words: Words, devices: Iterable[Health]) -> str | None:
    """One short sentence; None where slips can be printed, or the printer never told.

    Nothing more is said than the screen needs: the staff page tells what to mend.
    """
    for health in devices:
        if health.device is Device.PRINTER and health.condition is Condition.GONE:
            return _sentence(words, health.why)
    return None


def _sentence(words: Words, why: str) -> str:
    match why:
        case "paper_out":
            return words("The printer has no paper.")
        case "cover_open":
            return words("The printer’s cover is open.")
        case "none_here":
            return words("This kiosk prints no slips.")
    return words("The printer is not working.")
