"""What a reservation takes, and which items do for it."""

from dataclasses import dataclass

from kiosk.domain.branches import BranchId
from kiosk.domain.policy import Policy
from kiosk.domain.titles import Material, TitleId


@dataclass(frozen=True, slots=True)
class Want:
    """As `circulation.queue.can_serve` reads it from a row."""

    title: TitleId
    work: str  # of the title; "" is no work
    any_edition: bool
    quota_group: str
    pickup: BranchId | None = None  # None: not chosen yet, or not known any more


@dataclass(frozen=True, slots=True)
class Kind:
    """What an item is, as far as it decides whom it does for."""

    title: TitleId
    work: str
    material: Material
    quota_group: str


def does_for(policy: Policy, kind: Kind, want: Want) -> bool:
    """As `circulation.queue.can_serve`, for values that are here."""
    if want.pickup is not None and policy.pickup.why_not(want.pickup, kind.material) is not None:
        return False
    if kind.title == want.title:
        return True
    is_edition = want.any_edition and kind.work != "" and kind.work == want.work
    return is_edition and kind.quota_group == want.quota_group
