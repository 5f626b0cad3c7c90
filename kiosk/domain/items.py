"""The single things that a library holds and lends."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.branches import Branch
from kiosk.domain.titles import CallNumber, TitleId


class ItemState(StrEnum):
    ON_SHELF = "on_shelf"
    ON_LOAN = "on_loan"
    IN_TRANSIT = "in_transit"  # 配送中
    ON_HOLD_SHELF = "on_hold_shelf"  # 取置
    MISSING = "missing"  # counted by nobody until it is found


@dataclass(frozen=True, slots=True)
class Item:
    """One item, as a slip or a list of the staff names it."""

    barcode: str
    title: TitleId
    title_name: str
    call_number: CallNumber
    home: Branch
    shelf: str = ""  # at home, as the shelf is signed: "24"
    floor: str = ""
