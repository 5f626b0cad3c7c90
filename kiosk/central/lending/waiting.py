"""How long it takes until an item comes for somebody, from what the library knows now."""

from collections.abc import Sequence
from datetime import date

from kiosk.central.lending.competing import ahead
from kiosk.central.lending.copies import Seen, comes_round
from kiosk.central.lending.queue import Others
from kiosk.central.lending.wants import Want, does_for
from kiosk.domain.calendar import Calendar
from kiosk.domain.policy import Policy
from kiosk.domain.titles import Material
from kiosk.domain.waiting import Pace, Waiting, WhyUnsaid, waiting


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
    pace = _pace(policy, calendar, {each.kind.material for each in mine})
    copies = [comes_round(each, policy, pace, today) for each in mine]
    there = [copy for copy in copies if copy is not None]
    rivals = ahead(policy, want, others, {each.kind for each in items})
    return waiting(there, rivals, pace, today, not_counted=len(copies) - len(there))


def while_held_up(counted: Waiting) -> Waiting:
    """Nobody can say it for a title that waits for another in the patron's own order."""
    return Waiting(counted.told_on, counted.counted, why_unsaid=WhyUnsaid.OWN_ORDER)


def _pace(policy: Policy, calendar: Calendar, materials: set[Material]) -> Pace:
    """The longest loan counts where editions are lent for different times."""
    loan, pickup = policy.loan, policy.pickup
    return Pace(
        calendar=calendar,
        loan_days=max((loan.days_for(each) for each in materials), default=loan.days),
        quick_days=policy.waiting.quick_days,
        hold_opening_days=policy.hold_shelf.opening_days,
        fewest_transport_days=min(pickup.days_here[0], pickup.days_elsewhere[0]),
        most_transport_days=max(pickup.days_here[1], pickup.days_elsewhere[1]),
    )
