"""The single things that a library holds and lends."""

from enum import StrEnum


class ItemState(StrEnum):
    ON_SHELF = "on_shelf"
    ON_LOAN = "on_loan"
    IN_TRANSIT = "in_transit"  # 配送中
    ON_HOLD_SHELF = "on_hold_shelf"  # 取置
    MISSING = "missing"  # counted by nobody until it is found
