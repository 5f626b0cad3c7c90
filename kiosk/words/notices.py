"""What will happen when a reservation is ready, for each of the five ways of telling."""

from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.words.dates import clock
from kiosk.words.words import Words


def what_happens(words: Words, method: NoticeMethod) -> str:
    """One short sentence beside the choice, before it is chosen."""
    sentences = {
        NoticeMethod.EMAIL: words("You get an e-mail on the day it is ready."),
        NoticeMethod.TELEPHONE: words("The staff call you during opening hours."),
        NoticeMethod.MISSED_CALL: words("The phone rings once. You need not answer."),
        NoticeMethod.FAX: words("You get a FAX on the day it is ready."),
        NoticeMethod.NONE: words("You look for yourself in My Library."),
    }
    return sentences[method]


def how_it_comes(words: Words, option: NoticeOption) -> str:
    """Once it is chosen: from which address or number it comes, and when a phone rings."""
    match option:
        case NoticeOption(NoticeMethod.EMAIL, comes_from=address) if address:
            return words("From %(address)s: please let it in.", address=address)
        case NoticeOption(NoticeMethod.MISSED_CALL, comes_from=number, hours=hours) if hours:
            begin, end = (clock(words, hour) for hour in hours)
            if not number:
                return words("It rings once, between %(begin)s and %(end)s.", begin=begin, end=end)
            return words(
                "%(number)s rings once, between %(begin)s and %(end)s.",
                number=number,
                begin=begin,
                end=end,
            )
    return ""


def when_ready(words: Words, method: NoticeMethod) -> str:
    """The same as part of what is confirmed: a whole sentence that begins with the readiness."""
    sentences = {
        NoticeMethod.EMAIL: words("When it is ready, we tell you by e-mail."),
        NoticeMethod.TELEPHONE: words("When it is ready, we call you."),
        NoticeMethod.MISSED_CALL: words("When it is ready, we let your phone ring once."),
        NoticeMethod.FAX: words("When it is ready, we send you a FAX."),
        NoticeMethod.NONE: words("Please see in My Library when it is ready."),
    }
    return sentences[method]
