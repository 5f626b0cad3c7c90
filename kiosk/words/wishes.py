"""What will be done when a patron confirms a reservation, as one sentence."""

from typing import Literal

from kiosk.domain.contacts import NoticeMethod
from kiosk.words.words import Words

ToContact = Literal[
    NoticeMethod.EMAIL, NoticeMethod.TELEPHONE, NoticeMethod.MISSED_CALL, NoticeMethod.FAX
]


def what_is_wished(
    words: Words, branch: str, notice: NoticeMethod | None, contact: str = ""
) -> str:
    """Where it is collected and how the patron is told; what is still to be chosen is asked for."""
    if not branch:
        return words("Please choose where to collect it.")
    if notice is None:
        return words("Collected at **%(branch)s**. How shall we tell you?", branch=branch)
    if notice is NoticeMethod.NONE:
        return words(
            "Collected at **%(branch)s**. **No notice**: you look in My Library.",
            branch=branch,
        )
    return _what_will_happen(words, branch, notice, contact)


def if_refused(words: Words, notice: NoticeMethod) -> str:
    """How the patron hears of it if the library cannot take what was kept."""
    match notice:
        case NoticeMethod.EMAIL:
            return words("If it cannot be reserved after all, we tell you by e-mail.")
        case NoticeMethod.FAX:
            return words("If it cannot be reserved after all, we tell you by fax.")
        case NoticeMethod.TELEPHONE | NoticeMethod.MISSED_CALL:
            return words("If it cannot be reserved after all, we call you.")
        case NoticeMethod.NONE:
            return words(
                "If it cannot be reserved after all, it is not in My Library. "
                "Please look there on your next visit, or ask the staff."
            )


def _what_will_happen(words: Words, branch: str, notice: ToContact, contact: str) -> str:
    match notice:
        case NoticeMethod.EMAIL:
            return words(
                "Collected at **%(branch)s**. When it is ready, an **e-mail** goes to %(contact)s.",
                branch=branch,
                contact=contact,
            )
        case NoticeMethod.TELEPHONE:
            return words(
                "Collected at **%(branch)s**. When it is ready, we **call** %(contact)s.",
                branch=branch,
                contact=contact,
            )
        case NoticeMethod.MISSED_CALL:
            return words(
                "Collected at **%(branch)s**. When it is ready, %(contact)s **rings once**.",
                branch=branch,
                contact=contact,
            )
        case NoticeMethod.FAX:
            return words(
                "Collected at **%(branch)s**. When it is ready, a **FAX** goes to %(contact)s.",
                branch=branch,
                contact=contact,
            )
