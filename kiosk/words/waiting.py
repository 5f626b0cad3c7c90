"""How long it takes, counted how, and why a place in the queue changed; nothing is promised."""

from kiosk.domain.waiting import Counted, Moved, Waiting, WhyMoved, WhyUnsaid
from kiosk.words.dates import short_day
from kiosk.words.words import Words

_WEEK = 7
_LEAST_FOR_WEEKS = 14  # a range that ends before is said in days


def how_long(words: Words, waiting: Waiting) -> str:
    """The range in days or weeks, or why nobody can say; "" where the own order decides."""
    if waiting.days is None:
        return _unsaid(words, waiting)
    first, last = waiting.days
    if last is None:
        weeks = first // _WEEK
        return words.count("%(num)d week or more", "%(num)d weeks or more", max(1, weeks))
    if last < _LEAST_FOR_WEEKS:
        return _in_days(words, first, last)
    return _in_weeks(words, first // _WEEK, -(-last // _WEEK))


def is_told(waiting: Waiting | None) -> bool:
    """Whether there is anything to say besides what comes before it in the patron's own order."""
    return waiting is not None and waiting.why_unsaid is not WhyUnsaid.OWN_ORDER


def range_and_how(words: Words, waiting: Waiting) -> str:
    """On the key that shows the method."""
    return words("%(time)s. How?", time=how_long(words, waiting))


def how_counted(words: Words, waiting: Waiting) -> tuple[str, ...]:
    """The method, a sentence each; it ends with what it does not promise."""
    return (
        *_who_and_what(words, waiting.counted),
        *_how_long(words, waiting.counted),
        words("Earliest: everyone brings it back at once. Latest: everyone takes all that time."),
        words("It is counted anew each day. It is no promise."),
    )


def _who_and_what(words: Words, counted: Counted) -> tuple[str, ...]:
    copies = words.count(
        "**%(num)d** copy goes round.", "**%(num)d** copies go round.", counted.copies
    )
    lost = words.count(
        "%(num)d more is missing or long overdue and is not counted.",
        "%(num)d more are missing or long overdue and are not counted.",
        counted.not_counted,
    )
    ahead = words.count(
        "At most **%(num)d** person is before you.",
        "At most **%(num)d** people are before you.",
        counted.ahead,
    )
    return (copies, *((lost,) if counted.not_counted else ()), ahead)


def _how_long(words: Words, counted: Counted) -> tuple[str, str]:
    loan = words(
        "A loan is **%(days)d** days. Nobody renews what others wait for.",
        days=counted.loan_days,
    )
    hold = words(
        "A copy is kept for up to **%(hold)d** opening days, and takes up to **%(way)d** days "
        "on its way.",
        hold=counted.hold_opening_days,
        way=counted.transport_days,
    )
    return loan, hold


def why_moved(words: Words, moved: Moved) -> str:
    """Where it stood before, and what changed it last."""
    was, day = moved.was, short_day(words, moved.on)
    match moved.why:
        case WhyMoved.ITEM_CAME:
            said = words("Was no. %(was)d. %(day)s: a copy came for another.", was=was, day=day)
        case WhyMoved.CANCELLED:
            said = words("Was no. %(was)d. %(day)s: another cancelled.", was=was, day=day)
        case WhyMoved.ITEM_LOST:
            said = words("Was no. %(was)d. %(day)s: a copy for another was lost.", was=was, day=day)
        case WhyMoved.RESTORED:
            said = words(
                "Was no. %(was)d. %(day)s: another took a cancelling back.", was=was, day=day
            )
        case WhyMoved.ORDER_CHANGED:
            said = words("Was no. %(was)d. %(day)s: another moved the date.", was=was, day=day)
        case WhyMoved.ORDER_REACHED:
            said = words(
                "Was no. %(was)d. %(day)s: another’s earlier volume came.", was=was, day=day
            )
    return said


def _unsaid(words: Words, waiting: Waiting) -> str:
    match waiting.why_unsaid:
        case WhyUnsaid.NO_COPY:
            return words("Nobody can say how long")
        case WhyUnsaid.TOO_LONG:
            return words("Longer than two years")
        case _:
            return ""


def _in_days(words: Words, first: int, last: int) -> str:
    if first == 0:
        return words.count("Within about %(num)d day", "Within about %(num)d days", max(1, last))
    return words.count(
        "About %(first)d to %(num)d day", "About %(first)d to %(num)d days", last, first=first
    )


def _in_weeks(words: Words, first: int, last: int) -> str:
    if first == 0:
        return words.count("Within about %(num)d week", "Within about %(num)d weeks", last)
    return words.count(
        "About %(first)d to %(num)d week", "About %(first)d to %(num)d weeks", last, first=first
    )
