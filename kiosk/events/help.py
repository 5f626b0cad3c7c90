"""What happens when patrons do not know how to go on."""

from dataclasses import dataclass

from kiosk.domain.calls import LibrarianCall
from kiosk.events.screens import Event, ScreenName


@dataclass(frozen=True, slots=True)
class HelpAsked(Event):
    """Help about what is shown, or about everything; topic is a name of the help pages."""

    topic: str = ""


@dataclass(frozen=True, slots=True)
class LibrarianCalled(Event):
    """Somebody is wanted here; screen is what is shown, None where nobody can tell."""

    screen: ScreenName | None = None


@dataclass(frozen=True, slots=True)
class CallHeard(Event):
    """How the call for a librarian stands now."""

    call: LibrarianCall


@dataclass(frozen=True, slots=True)
class CallFailed(Event):
    """What was asked about a call did not reach the library's service."""

    error: Exception


class CallTakenBack(Event): ...
