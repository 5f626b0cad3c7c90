"""When a title cannot be reserved, or a reservation not changed."""

from kiosk.domain import errors
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_reserving(words: Words, error: Exception) -> Explanation | None:
    return (
        _explain_refusal(words, error)
        or _explain_choice(words, error)
        or _explain_unknown(words, error)
        or _explain_later(words, error)
    )


def _explain_refusal(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.LimitReached(limit, group):
            return Explanation(
                explain_limit(words, limit, group),
                words("You can reserve again when you have collected or cancelled one."),
            )
        case errors.AlreadyReserved():
            return Explanation(
                words("You have reserved this title already."),
                words("You find it in My Library."),
            )
        case errors.AlreadyOnLoan():
            return Explanation(
                words("You have this title on loan now."),
                words("Your loans in My Library say whether you can keep it longer."),
            )
        case errors.NotReservable():
            return Explanation(
                words("This title cannot be reserved."),
                words("The staff at the counter know whether you can read it here."),
            )
    return None


def explain_limit(words: Words, limit: int, group: str) -> str:
    """How many of one kind may be reserved at a time; the groups bear the policy's names."""
    match group:
        case "book":
            return words.count(
                "%(num)d book or magazine can be reserved at a time.",
                "%(num)d books and magazines together can be reserved at a time.",
                limit,
            )
        case "cd":
            return words.count(
                "%(num)d CD can be reserved at a time.",
                "%(num)d CDs can be reserved at a time.",
                limit,
            )
        case "dvd_video":
            return words.count(
                "%(num)d DVD or video can be reserved at a time.",
                "%(num)d DVDs and videos together can be reserved at a time.",
                limit,
            )
    return words.count(
        "%(num)d title of this kind can be reserved at a time.",
        "%(num)d titles of this kind can be reserved at a time.",
        limit,
    )


def _explain_choice(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.PermitEnded():
            return Explanation(
                words("The time for this reservation has passed, or it is made already."),
                words("Please look in My Library. If it is not there, reserve it once more."),
            )
        case errors.PickupNotPossible():
            return Explanation(
                words("This title cannot be collected at that branch."),
                words("Please choose another branch."),
            )
        case errors.NoticeNotPossible():
            return Explanation(
                words("A notice of that kind cannot be sent."),
                words("Please choose another one, or add your contact under “Your settings”."),
            )
    return None


def _explain_unknown(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.IsbnUnknown():
            return Explanation(
                words("The library’s catalogue does not have this book."),
                words(
                    "Another edition may be here: please search by title,"
                    " or ask for the book at the counter."
                ),
            )
        case errors.TitleUnknown():
            return Explanation(
                words("This title is no longer in the catalogue."),
                words("Please search once more, or ask at the counter."),
            )
    return None


def _explain_later(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.TooLateToChange():
            return Explanation(
                words("This title is on its way or ready, so it cannot be changed here."),
                words(
                    "Please ask the staff here, in writing if you like, or phone the pickup branch."
                ),
            )
        case errors.ReservationUnknown():
            return Explanation(
                words("This reservation is no longer in your list."),
                words("Please look in My Library once more."),
            )
    return None
