"""When something on the staff's pages does not go on."""

from kiosk.domain import errors
from kiosk.domain.staff import SHORTEST_STAFF_PASSWORD
from kiosk.words.explaining.explanation import Explanation, is_short, minutes_of
from kiosk.words.words import Words


def explain_counter(words: Words, error: Exception) -> Explanation | None:
    return _explain_signing_in(words, error) or _explain_deed(words, error)


def _explain_signing_in(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.StaffSignInWrong():
            return Explanation(
                words("The staff number or the password is different."),
                words("Try again, or let a supervisor set a new password."),
            )
        case errors.StaffSessionEnded():
            return Explanation(
                words("Nobody is signed in at this browser."),
                words("Sign in to go on."),
            )
        case errors.NotYourRole():
            return Explanation(
                words("This page belongs to another role."),
                words("Ask a colleague of that role to do it."),
            )
        case errors.FormTooOld():
            return Explanation(
                words("This page was open for too long."),
                words("Open it anew and do it once more. Nothing was changed."),
            )
    return None


def _explain_deed(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.ProofMissing():
            return Explanation(
                words("Nobody has confirmed the proof of identity."),
                words("Look at card and proof of identity first, then tick the box."),
            )
        case errors.CallUnknown():
            return Explanation(
                words("This call is over."),
                words("Somebody was there, or it was taken back."),
            )
        case errors.BranchUnknown():
            return Explanation(
                words("The library has no such branch."),
                words("Choose one of the list."),
            )
    return _explain_colleague(words, error)


def _explain_colleague(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.StaffNumberTaken():
            return Explanation(
                words("Somebody has or had this staff number."),
                words("Choose another number."),
            )
        case errors.StaffUnknown():
            return Explanation(
                words("Nobody of the staff has this number."),
                words("Look for it in the list of the staff."),
            )
        case errors.StaffPasswordNotAllowed():
            return Explanation(
                words("This password cannot be used."),
                words(
                    "Choose %(num)d characters or more, other than the staff number.",
                    num=SHORTEST_STAFF_PASSWORD,
                ),
            )
        case errors.LastSupervisor():
            return Explanation(
                words("This is the last supervisor."),
                words("Let another supervisor in first."),
            )
    return None


def explain_at_counter(words: Words, error: Exception) -> Explanation | None:
    """What staff are told in other words than patrons."""
    match error:
        case errors.TriedTooOften(wait_s):
            return Explanation(
                words("For safety, signing in rests for a while."),
                _how_long(words, wait_s),
            )
        case errors.CardClosed():
            return Explanation(
                words("This number signs in no more: many wrong passwords came."),
                words("Ask a supervisor for a new password: it opens the number again."),
            )
        case errors.ReservationUnknown():
            return Explanation(
                words("This reservation is over."),
                words("Open the patron's page anew to see how it stands."),
            )
        case errors.LoanUnknown():
            return Explanation(
                words("This loan is over."),
                words("Open the patron's page anew to see how it stands."),
            )
        case errors.ServiceBroken():
            return Explanation(
                words("The library's service could not answer just now."),
                words("Try again in a little while. If it goes on, tell the technician."),
            )
    return _explain_ic_card(words, error)


def _explain_ic_card(words: Words, error: Exception) -> Explanation | None:
    if not isinstance(error, errors.IcCardBoundToAnother):
        return None
    return Explanation(
        words("This IC card is bound to another patron."),
        words("If both cards were shown: tick the box, and bind it once more."),
    )


def _how_long(words: Words, wait_s: int) -> str:
    if is_short(wait_s):
        return words.count(
            "Wait %(num)d second, then sign in.",
            "Wait %(num)d seconds, then sign in.",
            max(1, wait_s),
        )
    return words.count(
        "Wait %(num)d minute, then sign in.",
        "Wait %(num)d minutes, then sign in.",
        minutes_of(wait_s),
    )
