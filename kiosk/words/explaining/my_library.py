"""When a loan cannot be kept longer."""

from datetime import date

from kiosk.domain import errors
from kiosk.domain.loans import WhyNotRenewable
from kiosk.words.dates import day
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_my_library(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.NotRenewable(reason, on):
            return explain_not_renewable(words, reason, on)
        case errors.SlipNotYours():
            return Explanation(
                words("You have no such reservation now."),
                words("It was collected or cancelled, or the slip is of another card."),
            )
        case errors.LoanUnknown():
            return Explanation(
                words("This loan is no longer in your list."),
                words("It may have come back. Please look in My Library once more."),
            )
    return None


def explain_not_renewable(words: Words, reason: str, on: date | None) -> Explanation:
    """Why a loan can't be renewed now, and what to do instead.

    Args:
        words: in the language that is shown.
        reason: a loans.WhyNotRenewable.
        on: the first day for NOT_YET; else the due date. None: not known, or over.
    """
    match reason:
        case WhyNotRenewable.NOT_YET:
            return _explain_not_yet(words, on)
        case WhyNotRenewable.RENEWED_ALREADY:
            what = words("This loan has been renewed already.")
        case WhyNotRenewable.KIND_NOT_RENEWABLE:
            what = words("Items of this kind cannot be renewed.")
        case WhyNotRenewable.RESERVED_BY_OTHERS:
            what = words("Someone else is waiting for this title, so it cannot be renewed.")
        case WhyNotRenewable.OVERDUE:
            what = words("This loan is overdue, so it cannot be renewed.")
        case _:
            what = words("This loan cannot be renewed now.")
    return Explanation(what, _bring_back(words, on))


def _explain_not_yet(words: Words, on: date | None) -> Explanation:
    if on is None:
        what = words("This loan cannot be renewed yet.")
    else:
        what = words("This loan can be renewed from %(day)s.", day=day(words, on))
    return Explanation(what, words("You may keep it until its due date. Please renew it then."))


def _bring_back(words: Words, on: date | None) -> str:
    if on is None:
        return words("Please bring it back soon. You can reserve it again afterwards.")
    return words(
        "Please bring it back by %(day)s. You can reserve it again afterwards.", day=day(words, on)
    )
