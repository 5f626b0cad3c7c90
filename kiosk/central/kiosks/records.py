"""The feeds by which a kiosk keeps its copy of the catalogue."""

from typing import Annotated

from fastapi import APIRouter, Query

from kiosk.central.kiosks.access import KioskHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.central.records.feed import LONGEST_PAGE
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.records import AvailabilityPage, RecordsPage

routes = APIRouter(tags=["records"])

_LARGEST_NUMBER = 2**31 - 1  # what every database's integer holds
After = Annotated[int, Query(ge=0, le=_LARGEST_NUMBER)]
Limit = Annotated[int, Query(ge=1, le=LONGEST_PAGE)]
_USUAL_PAGE = 500


@routes.get("/records", responses=documents())
def records(
    service: ServiceHere, _kiosk: KioskHere, after: After = 0, limit: Limit = _USUAL_PAGE
) -> RecordsPage:
    """Tell the changes of records after a number; of each title the latest only."""
    return service.feed.records(after, limit)


@routes.get("/availability", responses=documents())
def availability(
    service: ServiceHere, _kiosk: KioskHere, after: After = 0, limit: Limit = _USUAL_PAGE
) -> AvailabilityPage:
    """Tell the changes of where items are and who waits; of each title the latest only."""
    return service.feed.availability(after, limit)


@routes.get("/branches", responses=documents())
def branches(service: ServiceHere, _kiosk: KioskHere) -> BranchesAnswer:
    """Tell the branches in the order in which the library names them, and what they refuse."""
    return BranchesAnswer.of(service.policy.pickup.telling(service.feed.branches()))
