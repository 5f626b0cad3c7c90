"""Changing a reservation at a kiosk, what was cancelled, and taking that back."""

from fastapi import APIRouter

from kiosk.central.kiosks.access import KioskHere, PatronHere, ServiceHere
from kiosk.central.kiosks.lending import ReservationHere
from kiosk.central.kiosks.problems import documents
from kiosk.domain.channels import Channel
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    NoticeNotPossible,
    NotReservable,
    PasswordMustBeChosen,
    PickupNotPossible,
    ReservationUnknown,
    SessionEnded,
    TitleUnknown,
    TooLateToChange,
)
from kiosk.wire.changing import ChangeRequest, ChangesAnswer
from kiosk.wire.lending import MyReservationsAnswer, ReserveAnswer

routes = APIRouter(tags=["lending"])

_SIGNED = (SessionEnded, PasswordMustBeChosen)
_CLOSED = (ReservationUnknown, TooLateToChange)
_BETWEEN = (TitleUnknown, NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached)


@routes.get("/reservations/cancelled", responses=documents(*_SIGNED))
def cancelled(service: ServiceHere, signed: PatronHere) -> MyReservationsAnswer:
    """Show what the patron cancelled within the last days (rule V2), the latest first."""
    return MyReservationsAnswer.of(service.lending.cancelled(signed.patron))


@routes.put(
    "/reservations/{reservation}/restoration",
    responses=documents(*_SIGNED, *_CLOSED, *_BETWEEN),
)
def restore(
    service: ServiceHere, signed: PatronHere, reservation: ReservationHere
) -> ReserveAnswer:
    """Take back a cancelling, with the old place in the queue; again changes nothing."""
    return ReserveAnswer.of(service.lending.restore(signed.patron, reservation))


@routes.get("/reservations/{reservation}/choices", responses=documents(*_SIGNED, *_CLOSED))
def changes(
    service: ServiceHere, kiosk: KioskHere, signed: PatronHere, reservation: ReservationHere
) -> ChangesAnswer:
    """Say what a reservation could be changed to (rules V1, R3, R6)."""
    found = service.lending.changes(signed.patron, reservation, kiosk.branch, Channel.KIOSK)
    return ChangesAnswer.of(found)


@routes.put(
    "/reservations/{reservation}/choices",
    responses=documents(*_SIGNED, *_CLOSED, PickupNotPossible, NoticeNotPossible),
)
def change(
    service: ServiceHere,
    signed: PatronHere,
    reservation: ReservationHere,
    asked: ChangeRequest,
) -> ReserveAnswer:
    """Change pickup branch, notice or both; the same again changes nothing."""
    changed = service.lending.change(
        signed.patron, reservation, asked.pickup, asked.notice, Channel.KIOSK
    )
    return ReserveAnswer.of(changed)
