"""Jobs about the titles that a patron gathers."""

from collections.abc import Iterator

from kiosk.domain.errors import TitleUnknown
from kiosk.domain.titles import FoundTitle
from kiosk.domain.walking_order import in_walking_order
from kiosk.events import Event, ListFound, ListSlipPrinted
from kiosk.ports import Kit
from kiosk.visit import Visit


def find_listed(visit: Visit, kit: Kit, _event: Event) -> Event:
    """The titles as they stand now, and their slips in the language of the page."""
    found = in_walking_order(_known(visit, kit))
    return ListFound(found, kit.slips.titles(found, visit.look.language))


def print_list_slip(visit: Visit, kit: Kit, _event: Event) -> Event:
    for slip in kit.slips.titles(tuple(_known(visit, kit)), visit.look.language):
        kit.printer.print(slip)
    return ListSlipPrinted()


def _known(visit: Visit, kit: Kit) -> Iterator[FoundTitle]:
    """A title may have been withdrawn since, or belong to another library's list."""
    for title in visit.listed.titles:
        try:
            yield kit.catalogue.title(title)
        except TitleUnknown:
            continue
