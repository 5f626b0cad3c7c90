"""How long it takes in the simulated library, from what it knows of its items."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from kiosk.domain.calendar import Calendar
from kiosk.domain.titles import Availability, FoundTitle, Holding
from kiosk.domain.waiting import Ahead, Copy, Pace, Waiting
from kiosk.domain.waiting import waiting as counted
from kiosk.ports import Catalogue
from kiosk.services.simulated.rules import group_of, other_editions

LOAN_DAYS = 14
DAYS = (2, 4)  # as every pickup branch is offered
PACE = Pace(
    calendar=Calendar(),
    loan_days=LOAN_DAYS,
    quick_days=1,
    hold_opening_days=7,
    fewest_transport_days=0,
    most_transport_days=4,
)


def waiting_time(
    availability: Availability, ahead: int, today: date, *, is_pickup_chosen: bool = False
) -> Waiting:
    """What stands on a shelf for the first who comes takes as long as was told when choosing."""
    copies = [
        copy
        for holding in availability.holdings
        if not holding.is_reference
        for copy in _copies(holding, today)
    ]
    pace = PACE
    if is_pickup_chosen and not ahead and any(each.on_shelf for each in availability.holdings):
        pace = replace(PACE, fewest_transport_days=DAYS[0], most_transport_days=DAYS[1])
    return counted(copies, Ahead(ahead, ahead), pace, today)


def time_of_any(
    catalogue: Catalogue, found: FoundTitle, waiting: int, today: date
) -> Waiting | None:
    """If any edition will do; None where there is no other.

    waiting: those who wait for the title itself.
    """
    alike = group_of(found.title.material)
    others = [
        each.availability
        for each in catalogue.editions(found.title)
        if group_of(each.title.material) == alike
    ]
    if not other_editions(catalogue, found):
        return None
    holdings = (each.holdings for each in (found.availability, *others))
    ahead = waiting + sum(each.waiting for each in others)
    return waiting_time(Availability(tuple(chain.from_iterable(holdings))), ahead, today)


def _copies(holding: Holding, today: date) -> Iterator[Copy]:
    """What is out comes back as the first of it does, or within a loan."""
    due = max(today, holding.due or today + timedelta(days=LOAN_DAYS))
    for nth in range(holding.items):
        yield Copy(today, today if nth < holding.on_shelf else due)
