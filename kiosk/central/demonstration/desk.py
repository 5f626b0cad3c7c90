"""Lends and reserves in the demonstration library, as its files say, up to today."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.demonstration.described import (
    Described,
    DescribedLoan,
    DescribedReservation,
)
from kiosk.central.storage.counting import next_number
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy
from kiosk.domain.reservation_numbers import LAST_KIOSK, reservation_number
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId

_NAMES = UUID("5f0d4bd5-6f8a-4f0e-9a53-3d2f5a6c0b11")  # names of reservations, alike in each fill
_OPENS = time(10, 0)
_ITEM_STATES = {
    ReservationState.IN_TRANSIT: ItemState.IN_TRANSIT,
    ReservationState.READY: ItemState.ON_HOLD_SHELF,
}


class Desk:
    """The counter on one day; kiosk 999, which no library has, gives the numbers."""

    def __init__(self, session: Session, policy: Policy, today: date) -> None:
        self._session = session
        self._policy = policy
        self._today = today

    def open(self, described: Described) -> None:
        for nth, loan in enumerate(described.loans, start=1):
            self._lend(loan, f"demonstration-{nth:03}")
        for nth, reservation in enumerate(described.reservations, start=1):
            self._reserve(reservation, nth)
        self._session.flush()

    def _lend(self, loan: DescribedLoan, name: str) -> None:
        item = self._item_on_shelf(loan.title, loan.branch)
        item.state = ItemState.ON_LOAN
        row = LoanRow(
            id=name,
            item_barcode=item.barcode,
            patron_id=loan.patron,
            lent_on=self._days_ago(loan.lent_days_ago),
            due_on=self._today + timedelta(days=loan.due_in_days),
            renewals=loan.renewals,
        )
        self._session.add(row)

    def _reserve(self, asked: DescribedReservation, nth: int) -> None:
        row = self._row(asked, nth)
        if asked.item_at is not None:
            row.item_barcode = self._set_aside(asked, asked.item_at)
        self._session.add(row)

    def _set_aside(self, asked: DescribedReservation, branch: BranchId) -> str:
        """Its barcode, by which the counter knows for whom it stands there or travels."""
        item = self._item_on_shelf(asked.title, branch)
        item.state = _ITEM_STATES[asked.state]
        if item.state is ItemState.ON_HOLD_SHELF:
            item.at_branch_id, item.hold_shelf = asked.pickup, asked.hold_shelf
        else:
            item.at_branch_id, item.bound_for_id = branch, asked.pickup
        return item.barcode

    def _row(self, asked: DescribedReservation, nth: int) -> ReservationRow:
        return ReservationRow(
            id=ReservationId(str(uuid5(_NAMES, str(nth)))),
            number=reservation_number(LAST_KIOSK, nth),
            permit_id=None,
            patron_id=asked.patron,
            title_id=asked.title,
            pickup_id=asked.pickup,
            notice=asked.notice,
            channel=Channel.KIOSK,
            quota_group=self._group_of(asked.title),
            quota_slot=nth,  # one of its own in any group
            state=asked.state,
            place=next_number(self._session, "reservation"),
            requested_at=self._instant(asked.days_ago, minutes=nth),
            first_answer="",  # asked at no kiosk: nobody asks again
            ready_until=self._ready_until(asked),
            hold_shelf=asked.hold_shelf,
            ended_at=None if asked.ended_days_ago is None else self._instant(asked.ended_days_ago),
        )

    def _item_on_shelf(self, title: TitleId, branch: BranchId) -> ItemRow:
        there = (
            select(ItemRow)
            .where(ItemRow.title_id == title, ItemRow.branch_id == branch)
            .where(ItemRow.state == ItemState.ON_SHELF)
            .order_by(ItemRow.barcode)
        )
        item = self._session.scalars(there.limit(1)).first()
        assert item is not None, f"the demonstration has no item of {title} on a shelf of {branch}"
        return item

    def _group_of(self, title: TitleId) -> str:
        first = select(ItemRow).where(ItemRow.title_id == title).order_by(ItemRow.barcode)
        item = self._session.scalars(first.limit(1)).one()
        return self._policy.quota.group_of(item.material, item.shelf_mark).name

    def _ready_until(self, asked: DescribedReservation) -> date | None:
        if asked.ready_days_ago is None:
            return None
        pickup = self._session.get_one(BranchRow, asked.pickup).to_branch()
        calendar = self._policy.calendar.besides(pickup.closed_weekdays)
        return self._policy.hold_shelf.last_day(self._days_ago(asked.ready_days_ago), calendar)

    def _days_ago(self, days: int) -> date:
        return self._today - timedelta(days=days)

    def _instant(self, days_ago: int, minutes: int = 0) -> datetime:
        zone = ZoneInfo(self._policy.calendar.zone)
        opening = datetime.combine(self._days_ago(days_ago), _OPENS, zone)
        return (opening + timedelta(minutes=minutes)).astimezone(UTC)
