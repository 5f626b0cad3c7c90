"""What a kiosk says of itself every minute."""

from fastapi import APIRouter

from kiosk.central.kiosks.access import KioskHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.wire.kiosks import ReportAnswer, ReportRequest

routes = APIRouter(tags=["kiosks"])


@routes.put("/kiosk/report", responses=documents())
def report(service: ServiceHere, kiosk: KioskHere, said: ReportRequest) -> ReportAnswer:
    """Say how it is: branch, version, devices, catalogue, outbox; nothing of patrons."""
    return ReportAnswer(change_key=service.watched.heard(kiosk.number, said.to_report()))
