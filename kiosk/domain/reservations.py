"""Reservations: what may be wished for, and what became of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.titles import CallNumber, TitleId
from kiosk.domain.waiting import Moved, Waiting

ReservationId = NewType("ReservationId", str)  # a UUID, made by the kiosk
ReservationNumber = NewType("ReservationNumber", str)  # ten digits: kiosk 3, counter 6, check 1
Permit = NewType("Permit", str)  # sealed by the service; no kiosk can read it


class ReservationState(StrEnum):
    QUEUED = "queued"
    IN_TRANSIT = "in_transit"  # 配送中
    READY = "ready"  # 取置／貸出可
    COLLECTED = "collected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class PickupOption:
    branch: Branch
    is_here: bool = False
    days: tuple[int, int] = (2, 4)  # from and to, until it is ready there if nobody waits
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What is possible for one patron and one title, with the permit to ask for it once."""

    title: TitleId
    permit: Permit = field(repr=False)
    pickups: tuple[PickupOption, ...] = ()
    notices: tuple[NoticeOption, ...] = ()
    waiting: int = 0
    left: int | None = None  # how many more of this kind; None where there is no limit
    permit_s: int = 600  # how long the patron may take, counted from receipt
    editions: int = 0  # other editions of the work that would do as well, of the same kind
    time: Waiting | None = None  # None from an older service
    time_any: Waiting | None = None  # if any edition will do; None where there is no other
    # the highest that this kiosk has used, as far as the service knows
    last_number: ReservationNumber | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """One reservation to be placed; sending it twice places it once."""

    id: ReservationId
    number: ReservationNumber
    permit: Permit = field(repr=False)
    pickup: BranchId
    notice: NoticeMethod
    any_edition: bool = False  # whichever edition of the work comes first


@dataclass(frozen=True, slots=True)
class Reservation:
    id: ReservationId
    number: ReservationNumber
    title: TitleId
    title_name: str
    creator: str
    call_number: CallNumber
    pickup: Branch
    notice: NoticeMethod
    state: ReservationState
    requested_at: datetime  # UTC
    position: int | None = None  # in the queue, from 1; None once it left the queue
    ready_until: date | None = None
    hold_shelf: str = ""  # "B-07" once ready
    is_kept: bool = False  # the line was down: not yet with the service
    cancelled_at: datetime | None = None  # UTC
    sequence_rank: int | None = None  # from 1, in a 順番予約 (rule R7)
    any_edition: bool = False  # whichever edition of the work comes first
    can_change: bool = False  # pickup branch, notice and cancelling are still open (rule V1)
    waiting: Waiting | None = None  # None once it left the queue, and from an older service
    moved: Moved | None = None  # the position was another some days ago
    comes_after: str = ""  # the title before it in its 順番予約, still to come (rule R7)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reservation could be changed to, at the channel that asks (rules V1, R3, R6)."""

    reservation: ReservationId
    pickups: tuple[PickupOption, ...] = ()
    notices: tuple[NoticeOption, ...] = ()
