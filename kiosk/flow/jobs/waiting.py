"""The job that asks how long a title takes; nothing of the patron goes with it."""

from kiosk.events import Event, WaitingFound
from kiosk.ports import Kit
from kiosk.visit import Visit


def find_waiting(visit: Visit, kit: Kit, _event: Event) -> Event:
    assert visit.search.chosen is not None, "only what is looked at is asked about"
    title = visit.search.chosen.title.id
    return WaitingFound(title, kit.reservations.waiting(title))
