"""Roughly when a reservation is ready, as far as anybody can say."""

from datetime import date

import pytest

from kiosk.words.wishes import when_expected
from kiosk.words.words import Words

TODAY = date(2026, 11, 20)


@pytest.mark.rule("R4")
@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((2, 4), "Expected: Sun 22 November to Tue 24 November"),
        ((0, 1), "Expected: Fri 20 November to Sat 21 November"),
        ((3, 3), "Expected: Mon 23 November"),
        ((9, 14), "Expected: Sun 29 November to Fri 4 December"),
    ],
)
def test_what_can_be_prepared_now_is_expected_on_days(
    english: Words, days: tuple[int, int], said: str
) -> None:
    assert when_expected(english, TODAY, days, is_at_once=True) == said


@pytest.mark.rule("R4")
def test_what_others_have_before_has_no_day(english: Words, japanese: Words) -> None:
    said = "Once it is your turn, preparing takes up to 4 days."
    assert when_expected(english, TODAY, (2, 4), is_at_once=False) == said
    said = "Once it is your turn, preparing takes up to 1 day."
    assert when_expected(english, TODAY, (0, 1), is_at_once=False) == said
    said = "順番が来てから、用意に4日ほどかかります。"
    assert when_expected(japanese, TODAY, (2, 4), is_at_once=False) == said
