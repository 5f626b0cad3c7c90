"""Other editions of the work that a patron wants."""

from collections.abc import Sequence

from kiosk.central.lending.copies import Seen
from kiosk.domain.policy import QuotaGroup
from kiosk.domain.titles import TitleId


def other_editions(title: TitleId, copies: Sequence[Seen], group: QuotaGroup) -> int:
    """How many would do as well: those that are lent, and that count in the same group.

    It is the same group in which circulation looks for an item for whoever takes any edition.

    Args:
        title: that is wanted.
        copies: of it and of its work.
        group: in which it counts.
    """
    return len(
        {
            each.kind.title
            for each in copies
            if each.kind.title != title
            and each.kind.quota_group == group.name
            and each.is_there
            and not each.is_withdrawn
        }
    )
