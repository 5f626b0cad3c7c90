"""Jobs by which a patron takes along where a title stands."""

from kiosk.domain.slips import Slip
from kiosk.events import Event, LocationFound, LocationSlipPrinted
from kiosk.ports import Kit
from kiosk.visit import Visit


def find_location(visit: Visit, kit: Kit, _event: Event) -> Event:
    return LocationFound(_location(visit, kit))


def print_location_slip(visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.printer.print(_location(visit, kit))
    return LocationSlipPrinted()


def _location(visit: Visit, kit: Kit) -> Slip:
    assert visit.search.chosen is not None, "only what is looked at is located"
    return kit.slips.location(visit.search.chosen, visit.look.language)
