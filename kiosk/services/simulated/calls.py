"""Calls for a librarian, in memory: answered when told to."""

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.errors import CallUnknown
from kiosk.services.simulated.trouble import Breakable


class SimulatedCalls(Breakable):
    def __init__(self) -> None:
        super().__init__()
        self._calls: dict[CallId, LibrarianCall] = {}
        self.screens: list[str] = []  # what the screen showed, as staff would see it

    def call(self, call: CallId, screen: str) -> LibrarianCall:
        self._stumble()
        for known in self._calls.values():
            if known.id == call or known.state is not CallState.DONE:
                return known
        self.screens.append(screen)
        return self._set(call, CallState.WAITING)

    def state(self, call: CallId) -> LibrarianCall:
        self._stumble()
        if call not in self._calls:
            raise CallUnknown
        return self._calls[call]

    def take_back(self, call: CallId) -> None:
        self._stumble()
        self._set(call, CallState.DONE)

    def answer(self, call: CallId) -> LibrarianCall:
        """A librarian says: on the way."""
        return self._set(call, CallState.ON_THE_WAY)

    def end(self, call: CallId) -> LibrarianCall:
        """A librarian was there."""
        return self._set(call, CallState.DONE)

    def _set(self, call: CallId, state: CallState) -> LibrarianCall:
        self._calls[call] = LibrarianCall(call, state)
        return self._calls[call]
