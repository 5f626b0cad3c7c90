"""Days and times as they are said; the library's local time is given by the caller."""

from datetime import date, datetime, time

from kiosk.domain.looks import Language
from kiosk.words.words import Words

# Days of the month that are not read by their number and にち.
_READ_OTHERWISE = {
    1: "ついたち",
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    14: "じゅうよっか",
    20: "はつか",
    24: "にじゅうよっか",
}


def day(words: Words, date: date) -> str:
    """11月27日（金）, Fri 27 November."""
    said = words(
        "%(weekday)s %(day)d %(month)s",
        weekday=_weekday(words, date),
        day=date.day,
        month=_month(words, date),
    )
    return _with_reading(said, date) if words.language is Language.EASY_JAPANESE else said


def long_day(words: Words, date: date) -> str:
    """2031年9月10日, 10 September 2031: for what is years away."""
    said = words(
        "%(day)d %(month)s %(year)d", day=date.day, month=_month(words, date), year=date.year
    )
    return _with_reading(said, date) if words.language is Language.EASY_JAPANESE else said


def short_day(words: Words, date: date) -> str:
    """11月27日, 27 November."""
    said = words("%(day)d %(month)s", day=date.day, month=_month(words, date))
    return _with_reading(said, date) if words.language is Language.EASY_JAPANESE else said


def clock(words: Words, moment: datetime | time) -> str:
    """14:32, 9:05."""
    return words("%(hour)d:%(minute)02d", hour=moment.hour, minute=moment.minute)


def moment(words: Words, moment: datetime) -> str:
    """11月27日（金） 14:32."""
    return words("%(day)s, %(clock)s", day=day(words, moment), clock=clock(words, moment))


def short_moment(words: Words, moment: datetime) -> str:
    """11月27日 14:32, where there is little room."""
    said = words(
        "%(day)d %(month)s, %(clock)s",
        day=moment.day,
        month=_month(words, moment),
        clock=clock(words, moment),
    )
    return _with_reading(said, moment) if words.language is Language.EASY_JAPANESE else said


def _with_reading(said: str, date: date) -> str:
    reading = _READ_OTHERWISE.get(date.day)
    if reading is None:
        return said
    return said.replace(f"{date.day}{{日|にち}}", f"{{{date.day}日|{reading}}}")


def _weekday(words: Words, date: date) -> str:
    names = (
        words("Mon"),
        words("Tue"),
        words("Wed"),
        words("Thu"),
        words("Fri"),
        words("Sat"),
        words("Sun"),
    )
    return names[date.weekday()]


def _month(words: Words, date: date) -> str:
    names = (
        words("January"),
        words("February"),
        words("March"),
        words("April"),
        words("May"),
        words("June"),
        words("July"),
        words("August"),
        words("September"),
        words("October"),
        words("November"),
        words("December"),
    )
    return names[date.month - 1]
