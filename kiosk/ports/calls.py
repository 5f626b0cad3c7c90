"""Calling a librarian."""

from typing import Protocol

from kiosk.domain.calls import CallId, LibrarianCall


class Calls(Protocol):
    """Raises, each of them: LineLost, ServiceBroken."""

    def call(self, call: CallId, screen: str) -> LibrarianCall:
        """Call once, however often it is sent; screen is the name of what is shown."""
        ...

    def state(self, call: CallId) -> LibrarianCall: ...

    def take_back(self, call: CallId) -> None: ...
