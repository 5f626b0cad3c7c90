"""Days and times as they are said."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.words import dates
from kiosk.words.furigana import plain, spoken
from kiosk.words.words import Words

FRIDAY = date(2026, 11, 27)


def test_a_day_in_japanese(japanese: Words) -> None:
    assert dates.day(japanese, FRIDAY) == "11月27日（金）"


def test_a_day_in_english(english: Words) -> None:
    assert dates.day(english, FRIDAY) == "Fri 27 November"


def test_a_day_in_easy_japanese_has_furigana(easy: Words) -> None:
    assert dates.day(easy, FRIDAY) == "11{月|がつ}27{日|にち}（{金|きん}）"


@pytest.mark.parametrize(
    ("day", "read"), [(1, "ついたち"), (4, "よっか"), (14, "じゅうよっか"), (20, "はつか")]
)
def test_days_that_are_read_otherwise(easy: Words, day: int, read: str) -> None:
    said = dates.day(easy, date(2026, 4, day))
    assert read in spoken(said)
    assert f"4月{day}日" in plain(said)


def test_every_day_reads_alike_in_both_kinds_of_japanese(japanese: Words, easy: Words) -> None:
    for ordinal in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        assert plain(dates.day(easy, day)) == dates.day(japanese, day)


def test_the_clock_has_no_leading_zero(words: Words) -> None:
    moment = datetime(2026, 11, 27, 9, 5, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert dates.clock(words, moment) == "9:05"


def test_a_moment_is_a_day_and_a_time(japanese: Words, english: Words) -> None:
    moment = datetime(2026, 11, 27, 14, 32, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert dates.moment(japanese, moment) == "11月27日（金） 14:32"
    assert dates.moment(english, moment) == "Fri 27 November, 14:32"


def test_a_short_day_has_no_weekday(japanese: Words, english: Words) -> None:
    assert dates.short_day(japanese, date(2026, 11, 28)) == "11月28日"
    assert dates.short_day(english, date(2026, 11, 28)) == "28 November"


def test_a_short_day_is_read_as_people_say_it(easy: Words) -> None:
    assert plain(dates.short_day(easy, date(2026, 12, 4))) == "12月4日"
    assert "よっか" in dates.short_day(easy, date(2026, 12, 4))
