"""Which of those ahead would take an item that somebody waits for."""

from collections.abc import Collection, Sequence

from kiosk.central.lending.queue import Others
from kiosk.central.lending.wants import Kind, Want, does_for
from kiosk.domain.policy import Policy
from kiosk.domain.waiting import Ahead


def position(policy: Policy, want: Want, others: Sequence[Others], kinds: Collection[Kind]) -> int:
    """The place among those who wait for the same items, from 1.

    Whoever is held up by an order of their own is not counted: an item would pass them.
    """
    return 1 + sum(
        each.count
        for each in others
        if not each.is_held_up and competes(policy, want, each.want, kinds)
    )


def ahead(policy: Policy, want: Want, others: Sequence[Others], kinds: Collection[Kind]) -> Ahead:
    """At least those who can be served with nothing else; at most all who may come before."""
    rivals = [each for each in others if competes(policy, want, each.want, kinds)]
    fewest = (
        each.count
        for each in rivals
        if not each.is_held_up and _has_nothing_else(policy, want, each.want, kinds)
    )
    return Ahead(sum(fewest), sum(each.count for each in rivals))


def competes(policy: Policy, mine: Want, theirs: Want, kinds: Collection[Kind]) -> bool:
    """Whether some item does for both; of one title, even where none is left."""
    return mine.title == theirs.title or any(
        does_for(policy, kind, mine) and does_for(policy, kind, theirs) for kind in kinds
    )


def _has_nothing_else(policy: Policy, mine: Want, theirs: Want, kinds: Collection[Kind]) -> bool:
    return all(does_for(policy, kind, mine) for kind in kinds if does_for(policy, kind, theirs))
