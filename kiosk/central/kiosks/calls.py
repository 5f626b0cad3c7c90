"""Calling a librarian at a kiosk: needs the kiosk's key, and nobody's session."""

from typing import Annotated

from fastapi import APIRouter, Path, status

from kiosk.central.kiosks.access import KioskHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.domain.calls import CallId
from kiosk.domain.errors import CallUnknown
from kiosk.wire.calls import CallAnswer, CallRequest, OpenCallAnswer

routes = APIRouter(tags=["calls"])

_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
CallHere = Annotated[CallId, Path(pattern=_UUID)]


@routes.get("/calls/open", responses=documents())
def open_call(service: ServiceHere, kiosk: KioskHere) -> OpenCallAnswer:
    """Tell the call that this kiosk has open: a kiosk that started anew asks for it."""
    return OpenCallAnswer.of(service.calls.open_of(kiosk))


@routes.put("/calls/{call}", responses=documents(CallUnknown))
def call(service: ServiceHere, kiosk: KioskHere, call: CallHere, asked: CallRequest) -> CallAnswer:
    """Call a librarian, once however often it is sent."""
    return CallAnswer.of(service.calls.call(kiosk, call, asked.place, asked.screen))


@routes.get("/calls/{call}", responses=documents(CallUnknown))
def state(service: ServiceHere, kiosk: KioskHere, call: CallHere) -> CallAnswer:
    """Tell how the call stands."""
    return CallAnswer.of(service.calls.state(kiosk, call))


@routes.delete(
    "/calls/{call}", status_code=status.HTTP_204_NO_CONTENT, responses=documents(CallUnknown)
)
def take_back(service: ServiceHere, kiosk: KioskHere, call: CallHere) -> None:
    """Nobody needs to come any more; taking back again changes nothing."""
    service.calls.take_back(kiosk, call)
