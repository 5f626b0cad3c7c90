"""How long it takes until an item comes for somebody, from what the library knows now."""

from collections.abc import Sequence
from datetime import date

from kiosk.central.lending.competing import ahead
from kiosk.central.lending.copies import Seen, comes_round
from kiosk.central.lending.queue import Others
from kiosk.central.lending.wants import Want, does_for
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.calendar import Calendar
from kiosk.domain.policy import PickupPolicy, Policy
from kiosk.domain.waiting import Ahead, Pace, Waiting, WhyUnsaid, waiting


def waiting_time(
    policy: Policy,
    calendar: Calendar,
    want: Want,
    others: Sequence[Others],
    items: Sequence[Seen],
    today: date,
) -> Waiting:
    """The range for whoever wants this and stands behind the others.

    Args:
        policy: of the library.
        calendar: of the pickup branch.
        want: what would do.
        others: who waits ahead for it or another edition.
        items: of the title, and of its work.
        today: where the library is.
    """
    mine = [each for each in items if does_for(policy, each.kind, want)]
    rivals = ahead(policy, want, others, {each.kind for each in items})
    pace = _pace(policy, calendar, mine, _way(policy.pickup, want, mine, rivals))
    copies = [comes_round(each, policy, pace, today) for each in mine]
    there = [copy for copy in copies if copy is not None]
    return waiting(there, rivals, pace, today, not_counted=len(copies) - len(there))


def while_held_up(counted: Waiting) -> Waiting:
    """Nobody can say it for a title that waits for another in the patron's own order."""
    return Waiting(counted.told_on, counted.counted, why_unsaid=WhyUnsaid.OWN_ORDER)


def opening_days(policy: Policy, pickup: BranchRow) -> Calendar:
    """Of the branch where it is fetched."""
    return policy.calendar.besides(pickup.to_branch().closed_weekdays)


def _way(pickup: PickupPolicy, want: Want, mine: Sequence[Seen], rivals: Ahead) -> tuple[int, int]:
    """From and to, in days, until an item that is free is ready for the patron (rule R4).

    Where one stands on a shelf for whoever comes first, and where it is fetched is chosen, it is
    the time that was told when choosing; else it may come from anywhere.
    """
    shelves = {each.branch for each in mine if each.is_free}
    if want.pickup is not None and shelves and not rivals.most:
        return pickup.days(has_item_there=want.pickup in shelves)
    here, elsewhere = pickup.days_here, pickup.days_elsewhere
    return min(here[0], elsewhere[0]), max(here[1], elsewhere[1])


def _pace(policy: Policy, calendar: Calendar, mine: Sequence[Seen], way: tuple[int, int]) -> Pace:
    """The longest loan counts where editions are lent for different times."""
    loan = policy.loan
    materials = {each.kind.material for each in mine}
    return Pace(
        calendar=calendar,
        loan_days=max((loan.days_for(each) for each in materials), default=loan.days),
        quick_days=policy.waiting.quick_days,
        hold_opening_days=policy.hold_shelf.opening_days,
        fewest_transport_days=way[0],
        most_transport_days=way[1],
    )
