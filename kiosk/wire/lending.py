"""Reserving: what is possible, what is asked, and what came of it."""

from datetime import date

from pydantic import AwareDatetime, Field

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.reservations import (
    Options,
    Permit,
    PickupOption,
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
    Wish,
)
from kiosk.domain.titles import TitleId
from kiosk.wire.branches import BranchRecord
from kiosk.wire.local_time import LocalTime
from kiosk.wire.message import Asked, Message
from kiosk.wire.records import CallNumberRecord
from kiosk.wire.waiting import MovedRecord, WaitingRecord


class PickupRecord(Message):
    branch: BranchRecord
    is_here: bool = False
    days: tuple[int, int]
    why_not: WhyNot | None = None

    @classmethod
    def of(cls, pickup: PickupOption) -> "PickupRecord":
        return cls(
            branch=BranchRecord.of(pickup.branch),
            is_here=pickup.is_here,
            days=pickup.days,
            why_not=pickup.why_not,
        )

    def to_pickup(self) -> PickupOption:
        return PickupOption(self.branch.to_branch(), self.is_here, self.days, self.why_not)


class NoticeRecord(Message):
    method: NoticeMethod
    contact: str = Field(default="", repr=False)  # masked
    why_not: WhyNot | None = None
    comes_from: str = ""
    hours: tuple[LocalTime, LocalTime] | None = None

    @classmethod
    def of(cls, notice: NoticeOption) -> "NoticeRecord":
        return cls(
            method=notice.method,
            contact=notice.contact,
            why_not=notice.why_not,
            comes_from=notice.comes_from,
            hours=notice.hours,
        )

    def to_notice(self) -> NoticeOption:
        return NoticeOption(self.method, self.contact, self.why_not, self.comes_from, self.hours)


class OptionsAnswer(Message):
    """GET /titles/{id}/options."""

    title: TitleId
    permit: Permit = Field(repr=False)
    pickups: tuple[PickupRecord, ...]
    notices: tuple[NoticeRecord, ...]
    waiting: int = Field(ge=0)
    left: int | None = Field(default=None, ge=0)
    permit_s: int = Field(gt=0)
    editions: int = Field(default=0, ge=0)
    time: WaitingRecord | None = None
    time_any: WaitingRecord | None = None
    last_number: ReservationNumber | None = Field(default=None, pattern=r"^[0-9]{10}$")

    @classmethod
    def of(cls, options: Options) -> "OptionsAnswer":
        return cls(
            title=options.title,
            permit=options.permit,
            pickups=tuple(PickupRecord.of(pickup) for pickup in options.pickups),
            notices=tuple(NoticeRecord.of(notice) for notice in options.notices),
            waiting=options.waiting,
            left=options.left,
            permit_s=options.permit_s,
            editions=options.editions,
            time=WaitingRecord.of(options.time) if options.time else None,
            time_any=WaitingRecord.of(options.time_any) if options.time_any else None,
            last_number=options.last_number,
        )

    def to_options(self) -> Options:
        return Options(
            title=self.title,
            permit=self.permit,
            pickups=tuple(pickup.to_pickup() for pickup in self.pickups),
            notices=tuple(notice.to_notice() for notice in self.notices),
            waiting=self.waiting,
            left=self.left,
            permit_s=self.permit_s,
            editions=self.editions,
            time=self.time.to_waiting() if self.time else None,
            time_any=self.time_any.to_waiting() if self.time_any else None,
            last_number=self.last_number,
        )


class ReserveRequest(Asked):
    """PUT /reservations/{id}: the id stands in the address."""

    number: ReservationNumber = Field(pattern=r"^[0-9]{10}$")
    permit: Permit = Field(repr=False, max_length=1000)
    pickup: BranchId
    notice: NoticeMethod
    any_edition: bool = False

    @classmethod
    def of(cls, wish: Wish) -> "ReserveRequest":
        return cls(
            number=wish.number,
            permit=wish.permit,
            pickup=wish.pickup,
            notice=wish.notice,
            any_edition=wish.any_edition,
        )

    def to_wish(self, reservation: ReservationId) -> Wish:
        return Wish(
            reservation, self.number, self.permit, self.pickup, self.notice, self.any_edition
        )


class ReserveAnswer(Message):
    """One reservation: what PUT answers, and one line of GET /reservations."""

    id: ReservationId
    number: ReservationNumber
    title: TitleId
    title_name: str
    creator: str
    call_number: CallNumberRecord
    pickup: BranchRecord
    notice: NoticeMethod
    state: ReservationState
    requested_at: AwareDatetime
    position: int | None = Field(default=None, ge=1)
    ready_until: date | None = None
    hold_shelf: str = ""
    cancelled_at: AwareDatetime | None = None
    sequence_rank: int | None = Field(default=None, ge=1)
    any_edition: bool = False
    can_change: bool = False
    waiting: WaitingRecord | None = None
    moved: MovedRecord | None = None
    comes_after: str = ""

    @classmethod
    def of(cls, reservation: Reservation) -> "ReserveAnswer":
        return cls(
            id=reservation.id,
            number=reservation.number,
            title=reservation.title,
            title_name=reservation.title_name,
            creator=reservation.creator,
            call_number=CallNumberRecord.of(reservation.call_number),
            pickup=BranchRecord.of(reservation.pickup),
            notice=reservation.notice,
            state=reservation.state,
            requested_at=reservation.requested_at,
            position=reservation.position,
            ready_until=reservation.ready_until,
            hold_shelf=reservation.hold_shelf,
            cancelled_at=reservation.cancelled_at,
            sequence_rank=reservation.sequence_rank,
            any_edition=reservation.any_edition,
            can_change=reservation.can_change,
            waiting=WaitingRecord.of(reservation.waiting) if reservation.waiting else None,
            moved=MovedRecord.of(reservation.moved) if reservation.moved else None,
            comes_after=reservation.comes_after,
        )

    def to_reservation(self) -> Reservation:
        return Reservation(
            id=self.id,
            number=self.number,
            title=self.title,
            title_name=self.title_name,
            creator=self.creator,
            call_number=self.call_number.to_call_number(),
            pickup=self.pickup.to_branch(),
            notice=self.notice,
            state=self.state,
            requested_at=self.requested_at,
            position=self.position,
            ready_until=self.ready_until,
            hold_shelf=self.hold_shelf,
            cancelled_at=self.cancelled_at,
            sequence_rank=self.sequence_rank,
            any_edition=self.any_edition,
            can_change=self.can_change,
            waiting=self.waiting.to_waiting() if self.waiting else None,
            moved=self.moved.to_moved() if self.moved else None,
            comes_after=self.comes_after,
        )


class MyReservationsAnswer(Message):
    """GET /reservations: the open ones, ready first, then by time of request."""

    reservations: tuple[ReserveAnswer, ...]

    @classmethod
    def of(cls, reservations: tuple[Reservation, ...]) -> "MyReservationsAnswer":
        return cls(reservations=tuple(ReserveAnswer.of(each) for each in reservations))

    def to_reservations(self) -> tuple[Reservation, ...]:
        return tuple(answer.to_reservation() for answer in self.reservations)
