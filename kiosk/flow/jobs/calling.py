"""Jobs by which a librarian is called to the kiosk; nothing of the patron goes with them."""

from uuid import uuid4

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.events import CallHeard, Event, LibrarianCalled
from kiosk.ports import Kit
from kiosk.visit import Visit


def call_librarian(visit: Visit, kit: Kit, called: Event) -> Event:
    """Whoever calls while somebody is called already asks how that call stands."""
    assert isinstance(called, LibrarianCalled)
    known = visit.premises.calling.call
    call = known.id if known is not None else CallId(str(uuid4()))
    return CallHeard(kit.calls.call(call, called.screen or ""))


def take_back_call(visit: Visit, kit: Kit, _event: Event) -> Event:
    known = visit.premises.calling.call
    assert known is not None, "only what was called is taken back"
    kit.calls.take_back(known.id)
    return CallHeard(LibrarianCall(known.id, CallState.DONE))
