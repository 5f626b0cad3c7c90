"""Who works at the library's counters, and why they look at a patron."""

from enum import StrEnum
from typing import NewType

StaffNumber = NewType("StaffNumber", str)  # text: leading zeros count
SHORTEST_STAFF_PASSWORD = 8


class Role(StrEnum):
    """Each may do what those before it may."""

    SHELVING = "shelving"  # items and shelves; never who a patron is
    COUNTER = "counter"  # patrons too
    SUPERVISOR = "supervisor"  # passwords, colleagues, and who looked at whom

    def includes(self, needed: "Role") -> bool:
        order = list(Role)
        return order.index(self) >= order.index(needed)


class LookPurpose(StrEnum):
    """Why somebody looked at a patron."""

    LOAN = "loan"
    RESERVATION = "reservation"
    NOTICE = "notice"  # to call or write to the patron
    PASSWORD = "password"  # noqa: S105 - the name of a purpose
    RELEASE = "release"  # to let passwords open the card again, after many wrong ones
    MY_NUMBER = "my_number"  # to let the patron's My Number card go
    IC_CARD = "ic_card"  # to bind an IC card to the patron, or let it go
    QUESTION = "question"  # the patron asked for something else
