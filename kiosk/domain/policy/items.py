"""What an item's barcode looks like."""

from dataclasses import dataclass
from typing import Annotated

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.policy.cards import CheckScheme


@dataclass(frozen=True, slots=True)
class ItemPolicy:
    """The library's own barcode on its books; the default is the demonstration's."""

    digits: Annotated[int, Between(4, 20)] = 8
    start_stop: Annotated[str, Matches("[A-D]*", "letters from A to D")] = "ABCD"
    check: CheckScheme = CheckScheme.M10W31
