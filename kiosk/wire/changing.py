"""Changing a reservation: what is open to be chosen, and what was."""

from typing import Self

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.reservations import Changes, ReservationId
from kiosk.wire.lending import NoticeRecord, PickupRecord
from kiosk.wire.message import Asked, Message


class ChangesAnswer(Message):
    """GET /reservations/{id}/choices."""

    reservation: ReservationId
    pickups: tuple[PickupRecord, ...]
    notices: tuple[NoticeRecord, ...]

    @classmethod
    def of(cls, changes: Changes) -> Self:
        return cls(
            reservation=changes.reservation,
            pickups=tuple(PickupRecord.of(pickup) for pickup in changes.pickups),
            notices=tuple(NoticeRecord.of(notice) for notice in changes.notices),
        )

    def to_changes(self) -> Changes:
        return Changes(
            self.reservation,
            tuple(pickup.to_pickup() for pickup in self.pickups),
            tuple(notice.to_notice() for notice in self.notices),
        )


class ChangeRequest(Asked):
    """PUT /reservations/{id}/choices: what is to hold from now on, changed or not."""

    pickup: BranchId
    notice: NoticeMethod
