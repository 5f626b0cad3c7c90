"""Where the items of a title are, and the one state by which a patron reads all of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.branches import Branch


class Whereabouts(StrEnum):
    """How a patron gets a title now; each has a shape. In the order of preference.

    What can be taken home today goes first, the nearest before the others; then what is lent and
    comes back on a day; then what only moves, or waits for somebody. So a title of which one copy
    is on loan and another in transit is on loan: for that there is a day and a queue.
    """

    HERE = "here"  # ○ on a shelf of this branch
    CLOSED_STACKS = "closed_stacks"  # dotted ○ in this branch, where only the staff goes
    ELSEWHERE = "elsewhere"  # dotted ○ on a shelf of another branch
    OUT = "out"  # △ on loan
    IN_TRANSIT = "in_transit"  # △ between two branches
    ON_HOLD_SHELF = "on_hold_shelf"  # △ kept for somebody
    REFERENCE = "reference"  # □ read here only
    MISSING = "missing"  # △ not found
    UNKNOWN = "unknown"  # nothing is known of its items yet


@dataclass(frozen=True, slots=True)
class Holding:
    """The items of one title at one branch."""

    branch: Branch
    items: int
    on_shelf: int  # in the closed stacks too
    shelf: str = ""  # as the shelf is signed: "24"
    floor: str = ""  # "2階"
    is_reference: bool = False
    due: date | None = None  # when the first one out comes back
    is_here: bool = False  # the branch of the kiosk that asks
    set_aside: int = 0  # neither lent nor on their shelf: the two below, together
    in_transit: int = 0
    on_hold_shelf: int = 0  # for somebody
    is_closed_stacks: bool = False  # only the staff goes there

    @property
    def state(self) -> Whereabouts:
        """Its items by themselves, seen from the shelf they belong to; never elsewhere."""
        if self.is_reference:
            return Whereabouts.REFERENCE
        if self.on_shelf:
            return Whereabouts.CLOSED_STACKS if self.is_closed_stacks else Whereabouts.HERE
        if self.set_aside < self.items:
            return Whereabouts.OUT
        is_kept = self.on_hold_shelf == self.items
        return Whereabouts.ON_HOLD_SHELF if is_kept else Whereabouts.IN_TRANSIT

    @property
    def from_here(self) -> Whereabouts:
        """As the patron of this kiosk reads it: what stands at another branch is elsewhere."""
        is_there = self.on_shelf > 0 and not self.is_here and not self.is_reference
        return Whereabouts.ELSEWHERE if is_there else self.state


_ORDER = tuple(Whereabouts)


@dataclass(frozen=True, slots=True)
class Availability:
    """Where the items of one title are, and how many patrons wait for them."""

    holdings: tuple[Holding, ...] = ()
    waiting: int = 0
    missing: int = 0  # items that nobody finds; they belong to no holding

    @property
    def whereabouts(self) -> Whereabouts:
        """The first in the order of preference of what is known."""
        states = [holding.from_here for holding in self.holdings]
        fallback = Whereabouts.MISSING if self.missing else Whereabouts.UNKNOWN
        return min((*states, fallback), key=_ORDER.index)

    @property
    def nearest(self) -> Holding:
        """Where a patron goes first; only where there are holdings.

        What can be taken home from here, on an open shelf before the closed stacks; then whatever
        is here; of what only other branches have, what stands there and is lent.
        """

        def nearness(holding: Holding) -> tuple[bool, bool, bool, bool, bool]:
            is_there, is_lent = holding.on_shelf > 0, not holding.is_reference
            can_be_taken = holding.is_here and is_there and is_lent
            can_be_reached = can_be_taken and not holding.is_closed_stacks
            return can_be_reached, can_be_taken, holding.is_here, is_there and is_lent, is_there

        return max(self.holdings, key=nearness)

    @property
    def items(self) -> int:
        return sum(holding.items for holding in self.holdings)
