"""Reserving at a kiosk: options, placing, looking and cancelling."""

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Path, Response, status

from kiosk.central.kiosks.access import KioskHere, PatronHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.domain.channels import Channel
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    NoticeNotPossible,
    NotReservable,
    NumberNotAccepted,
    PasswordMustBeChosen,
    PermitEnded,
    PickupNotPossible,
    ReservationUnknown,
    SessionEnded,
    TitleUnknown,
    TooLateToChange,
)
from kiosk.domain.reservations import ReservationId
from kiosk.domain.titles import TitleId
from kiosk.wire.lending import MyReservationsAnswer, OptionsAnswer, ReserveAnswer, ReserveRequest
from kiosk.wire.waiting import TitleWaitingAnswer

routes = APIRouter(tags=["lending"])

_SIGNED = (SessionEnded, PasswordMustBeChosen)
_REFUSED = (TitleUnknown, NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached)
_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
ReservationHere = Annotated[ReservationId, Path(pattern=_UUID)]
HasLeft = Annotated[Literal["yes"] | None, Header()]  # a header, which an older service skips
TitleHere = Annotated[TitleId, Path(max_length=200)]


@routes.get("/titles/{title}/options", responses=documents(*_SIGNED, *_REFUSED))
def options(
    service: ServiceHere, kiosk: KioskHere, signed: PatronHere, title: TitleHere
) -> OptionsAnswer:
    """Say what is possible for this patron and title, with a permit to ask for it once."""
    return OptionsAnswer.of(
        service.lending.options(signed.patron, title, kiosk.number, kiosk.branch, Channel.KIOSK)
    )


@routes.get("/titles/{title}/waiting", responses=documents(TitleUnknown, NotReservable))
def waiting(service: ServiceHere, kiosk: KioskHere, title: TitleHere) -> TitleWaitingAnswer:
    """Say how long whoever reserves it now would wait; needs no session."""
    return TitleWaitingAnswer.of(service.lending.waiting(title, kiosk.branch))


@routes.put(
    "/reservations/{reservation}",
    status_code=status.HTTP_201_CREATED,
    responses={
        HTTPStatus.OK.value: {"model": ReserveAnswer, "description": "As the first time"},
        **documents(
            *_REFUSED, PermitEnded, NumberNotAccepted, PickupNotPossible, NoticeNotPossible
        ),
    },
)
def reserve(
    service: ServiceHere,
    kiosk: KioskHere,
    reservation: ReservationHere,
    asked: ReserveRequest,
    answer: Response,
    patron_has_left: HasLeft = None,
) -> ReserveAnswer:
    """Place what a permit grants, once; needs no session. The same again has the first answer.

    Where the patron has left, a refusal goes out by the notice method that is asked for.
    """
    has_left = patron_has_left is not None
    placed = service.lending.reserve(kiosk.number, asked.to_wish(reservation), has_left=has_left)
    if not placed.is_new:
        answer.status_code = status.HTTP_200_OK
    return placed.answer


@routes.get("/reservations", responses=documents(*_SIGNED))
def mine(service: ServiceHere, signed: PatronHere) -> MyReservationsAnswer:
    """Show the patron's open reservations, ready first, then by time of request."""
    return MyReservationsAnswer.of(service.lending.mine(signed.patron))


@routes.delete(
    "/reservations/{reservation}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(*_SIGNED, ReservationUnknown, TooLateToChange),
)
def cancel(service: ServiceHere, signed: PatronHere, reservation: ReservationHere) -> None:
    """Take a reservation out of the queue (rule V1); cancelling again changes nothing."""
    service.lending.cancel(signed.patron, reservation)
