"""What happens when patrons do not know how to go on."""

from dataclasses import dataclass

from kiosk.domain.calls import LibrarianCall
from kiosk.events.screens import Event


@dataclass(frozen=True, slots=True)
class HelpAsked(Event):
    """Help about what is shown, or about everything; topic is a name of the help pages."""

    topic: str = ""


class LibrarianCalled(Event): ...


@dataclass(frozen=True, slots=True)
class CallHeard(Event):
    """How the call for a librarian stands now."""

    call: LibrarianCall


class CallTakenBack(Event): ...
