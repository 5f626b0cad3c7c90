"""How long it takes, in words that promise nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.domain.waiting import Counted, Moved, Waiting, WhyMoved, WhyUnsaid
from kiosk.words.waiting import how_counted, how_long, is_told, why_moved
from kiosk.words.words import Words

TODAY = date(2026, 11, 20)
COUNTED = Counted(copies=2, ahead=3, loan_days=14, hold_opening_days=7, transport_days=4)
UNSAID = Waiting(TODAY, COUNTED)


def between(first: int, last: int | None) -> Waiting:
    latest = None if last is None else TODAY + timedelta(days=last)
    return replace(UNSAID, earliest=TODAY + timedelta(days=first), latest=latest)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (0, 4, "Within about 4 days"),
        (2, 13, "About 2 to 13 days"),
        (0, 14, "Within about 2 weeks"),
        (15, 33, "About 2 to 5 weeks"),
        (30, None, "4 weeks or more"),
    ],
)
def test_a_range_is_said_in_days_or_in_whole_weeks_around_it(
    english: Words, first: int, last: int | None, said: str
) -> None:
    assert how_long(english, between(first, last)) == said


def test_what_nobody_can_say_is_said_so(english: Words) -> None:
    lost = replace(UNSAID, why_unsaid=WhyUnsaid.NO_COPY)
    assert (how_long(english, lost), is_told(lost)) == ("Nobody can say how long", True)
    held_up = replace(UNSAID, why_unsaid=WhyUnsaid.OWN_ORDER)
    assert (how_long(english, held_up), is_told(held_up)) == ("", False)


def test_the_method_names_all_that_was_counted(english: Words) -> None:
    told = " ".join(how_counted(english, replace(UNSAID, counted=replace(COUNTED, not_counted=1))))
    for number in ("**2** copies", "1 more", "**3** people", "**14** days", "**7**", "**4**"):
        assert number in told


@pytest.mark.parametrize("why", list(WhyMoved))
def test_every_reason_has_words(english: Words, why: WhyMoved) -> None:
    said = why_moved(english, Moved(5, why, date(2026, 11, 18)))
    assert said.startswith("Was no. 5. 18 November: ")
