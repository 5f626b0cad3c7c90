"""What is said of something that was scanned, where it leads nowhere."""

from kiosk.domain.errors import IsbnUnknown, TwoCards
from kiosk.domain.remarks import Remark
from kiosk.words.errors import explain
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def say_remark(words: Words, remark: Remark) -> Explanation:
    """What it is, then what to do."""
    return _of_books(words, remark) or _of_cards(words, remark) or _of_the_rest(words, remark)


def _of_books(words: Words, remark: Remark) -> Explanation | None:
    match remark:
        case Remark.PRICE_ROW:
            return Explanation(
                words("This barcode is the price of the book."),
                words("Please scan the upper one: it begins with 978."),
            )
        case Remark.NO_SUCH_BOOK:
            return explain(words, IsbnUnknown())
        case Remark.NO_SUCH_ITEM:
            return Explanation(
                words("No book of this library has this barcode."),
                words("Please search by title, or ask at the counter."),
            )
        case Remark.PRODUCT:
            return Explanation(
                words("This is a barcode of goods in shops."),
                words("On a book, please scan the barcode that begins with 978."),
            )
    return None


def _of_cards(words: Words, remark: Remark) -> Explanation | None:
    match remark:
        case Remark.BOOK_NO_CARD:
            return Explanation(
                words("This is a book, not a card."),
                words("Hold up your card first. Or touch “Stop”, and scan the book again."),
            )
        case Remark.SLIP_NO_CARD:
            return Explanation(
                words("This is the slip of a reservation, not a card."),
                words("Sign in with your card first. Then you can scan the slip."),
            )
        case Remark.SIGNED_IN:
            return Explanation(
                words("Somebody is signed in now."),
                words("Sign out first. Then hold up the card again."),
            )
        case Remark.IC_CARD:
            return Explanation(
                words("The kiosk cannot tell cards of this kind apart."),
                words("Please hold the barcode of your library card to the red light."),
            )
        case Remark.TWO_CARDS:
            return explain(words, TwoCards())
    return None


def _of_the_rest(words: Words, remark: Remark) -> Explanation:
    match remark:
        case Remark.MISREAD:
            return Explanation(
                words("The barcode was not read whole."),
                words("Please hold it still, and try once more."),
            )
        case Remark.ADDRESS:
            return Explanation(
                words("This code is for phones."),
                words("The kiosk opens no such pages. Please read it with your phone."),
            )
        case Remark.FINISH_FIRST:
            return Explanation(
                words("What you are doing now is kept."),
                words("Finish it or go back first. Then scan once more."),
            )
        case Remark.AT_WORK:
            return Explanation(words("One moment, please."), words("Then scan once more."))
        case Remark.STAFF_MODE:
            return Explanation(
                words("The kiosk is in staff mode."), words("Leave it first. Then scan once more.")
            )
    return Explanation(
        words("The kiosk does not know this code."),
        words("It reads library cards, books of this library and their slips."),
    )


def say_somebody_is_there(words: Words) -> Explanation:
    """On the curtain, when something is scanned while a patron is still signed in."""
    return Explanation(
        words("Somebody is still signed in"),
        words("Is it you? Touch “Go on”. If not, touch “Sign out” and scan once more."),
    )
