"""What waits behind the sign-in, told beside the heading."""

from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.visit import BindMyNumber, ReserveThis, SeeMyLibrary, SeeSlip, Visit
from kiosk.words.words import Words


def purpose_said(words: Words, visit: Visit) -> str:
    """Empty where nothing waits."""
    chosen = visit.search.chosen
    match visit.purpose:
        case ReserveThis() if chosen is not None:
            name = as_catalogued(chosen.title.name)
            return words("Goes on to reserve “%(title)s”", title=name)
        case BindMyNumber():
            return words("Goes on to join your My Number card")
        case SeeMyLibrary():
            return words("Goes on to My Library")
        case SeeSlip():
            return words("This is the slip of a reservation. Sign in to see it")
    return ""
