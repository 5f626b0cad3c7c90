"""Whether the service is well: asked by the supervisor, by kiosks, and by what shares them out."""

from typing import Literal

from fastapi import APIRouter
from sqlalchemy import select

from kiosk.central.kiosks.access import ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.central.tables.kiosks import KioskRow
from kiosk.central.watching.readiness import check
from kiosk.wire.message import Message

routes = APIRouter(tags=["health"])


class Health(Message):
    """200 of GET /healthz and /readyz."""

    is_well: Literal[True] = True


@routes.get("/healthz", responses=documents())
def is_well(service: ServiceHere) -> Health:
    """Read one row; needs no key and says nothing about anybody."""
    with service.database.session() as session:
        session.scalar(select(KioskRow.number).limit(1))
    return Health()


@routes.get("/readyz", responses=documents())
def is_ready(service: ServiceHere) -> Health:
    """Ask whether a change could be kept now; needs no key and says nothing about anybody."""
    check(service.database)
    return Health()
