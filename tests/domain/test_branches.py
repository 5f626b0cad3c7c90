"""Where a kiosk stands, and which day it is there."""

from datetime import UTC, date, datetime

import pytest

from kiosk.domain.branches import Branch, BranchId, Standpoint

MAIN = Branch(BranchId("main"), "本館")
HERE = Standpoint("みなと市立図書館", "港", MAIN)
ABROAD = Standpoint("Stadtbibliothek", "B", MAIN, zone="Europe/Berlin")


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(14, 59, date(2026, 11, 20)), (15, 0, date(2026, 11, 21))]
)
def test_the_day_is_the_library_s_whatever_zone_the_machine_has(
    hour: int, minute: int, day: date
) -> None:
    assert HERE.day_of(datetime(2026, 11, 20, hour, minute, tzinfo=UTC)) == day


def test_another_library_has_another_day() -> None:
    assert ABROAD.day_of(datetime(2026, 11, 20, 15, tzinfo=UTC)) == date(2026, 11, 20)
