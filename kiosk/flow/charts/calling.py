"""Calling a librarian: open wherever patrons stand, beside whatever they are about."""

from kiosk.events import CallFailed, CallTakenBack, LibrarianCalled
from kiosk.flow import jobs
from kiosk.flow.conditions import has_called
from kiosk.flow.step import Go

CALLING = (
    Go(on=LibrarianCalled, does=jobs.call_librarian, aside=CallFailed),
    Go(on=CallTakenBack, when=has_called, does=jobs.take_back_call, aside=CallFailed),
)
