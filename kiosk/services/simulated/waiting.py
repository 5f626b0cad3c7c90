"""How long it takes in the simulated library, from what it knows of its items."""

from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.domain.calendar import Calendar
from kiosk.domain.titles import Availability, Holding
from kiosk.domain.waiting import Ahead, Copy, Pace, Waiting, waiting

LOAN_DAYS = 14
PACE = Pace(
    calendar=Calendar(),
    loan_days=LOAN_DAYS,
    quick_days=1,
    hold_opening_days=7,
    fewest_transport_days=0,
    most_transport_days=4,
)


def waiting_time(availability: Availability, ahead: int, today: date) -> Waiting:
    copies = [
        copy
        for holding in availability.holdings
        if not holding.is_reference
        for copy in _copies(holding, today)
    ]
    return waiting(copies, Ahead(ahead, ahead), PACE, today)


def _copies(holding: Holding, today: date) -> Iterator[Copy]:
    """What is out comes back as the first of it does, or within a loan."""
    due = max(today, holding.due or today + timedelta(days=LOAN_DAYS))
    for nth in range(holding.items):
        yield Copy(today, today if nth < holding.on_shelf else due)
