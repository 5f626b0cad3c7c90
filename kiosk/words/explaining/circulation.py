"""When something at the counter does not go on: what staff are told."""

from kiosk.domain import errors
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_circulation(words: Words, error: Exception) -> Explanation | None:
    return (
        _explain_scanned(words, error)
        or _explain_lending(words, error)
        or _explain_sequence(words, error)
    )


def _explain_scanned(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.ItemUnknown():
            return Explanation(
                words("No item of this library has this barcode."),
                words("Scan the library's own barcode, not that of the bookshop."),
            )
        case errors.PatronUnknown():
            return Explanation(
                words("No patron has this card."),
                words("Scan the card again, or look the patron up."),
            )
        case errors.AlreadyLent():
            return Explanation(
                words("This item is on loan."),
                words("Take it back first."),
            )
        case errors.NotOnHoldShelf():
            return Explanation(
                words("This item does not stand on the hold shelf."),
                words("Scan it as arrived to see where it belongs."),
            )
    return None


def _explain_lending(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.ReadHereOnly():
            return Explanation(
                words("This item is read in the library only."),
                words("Show the patron where to read it."),
            )
        case errors.SetAside(reservation):
            return Explanation(
                words("This item is kept for another patron."),
                words("Put it with reservation %(number)s.", number=reservation),
            )
        case errors.LoansFull(limit):
            return Explanation(
                words.count(
                    "The patron has %(num)d item on loan, and no more are lent.",
                    "The patron has %(num)d items on loan, and no more are lent.",
                    limit,
                ),
                words("One more is lent when one has come back."),
            )
    return None


def _explain_sequence(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.NotToSequence():
            return Explanation(
                words("These titles cannot be put in order."),
                words("Choose two or more that still wait and are in no order yet."),
            )
        case errors.SequenceAtCounter():
            return Explanation(
                words("The order of titles is not set at this kiosk."),
                words("The staff at the counter set it for you."),
            )
    return None
