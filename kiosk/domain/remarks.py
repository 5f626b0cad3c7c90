"""What a patron is told of something that was scanned, where it leads nowhere."""

from enum import StrEnum


class Remark(StrEnum):
    UNKNOWN = "unknown"
    ADDRESS = "address"
    MISREAD = "misread"
    PRODUCT = "product"
    IC_CARD = "ic_card"
    TWO_CARDS = "two_cards"
    PRICE_ROW = "price_row"  # the lower row on a book
    NO_SUCH_BOOK = "no_such_book"  # an ISBN that the catalogue does not have
    NO_SUCH_ITEM = "no_such_item"  # a barcode of the library's own form that is on no book
    BOOK_NO_CARD = "book_no_card"  # held up while signing in
    SLIP_NO_CARD = "slip_no_card"  # the same
    SIGNED_IN = "signed_in"  # a card, while somebody is signed in
    FINISH_FIRST = "finish_first"  # something is being typed or chosen that would be lost
    AT_WORK = "at_work"  # an answer is awaited that would be lost
    STAFF_MODE = "staff_mode"
