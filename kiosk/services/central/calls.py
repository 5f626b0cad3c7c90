"""Calling a librarian at the central service, and hearing what comes of it."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.errors import CallUnknown, LibraryError
from kiosk.events import CallHeard, Event
from kiosk.services.central.http import CentralHttp
from kiosk.wire.calls import CallAnswer, CallRequest, OpenCallAnswer

log = logging.getLogger(__name__)

LOOK_S = 3.0  # how soon a patron sees that somebody answered


class CentralCalls:
    """While a call is open, a thread of its own says how it stands; between `start` and `stop`.

    place: where the kiosk stands, as it is signed.
    """

    def __init__(self, http: CentralHttp, place: str, look_s: float = LOOK_S) -> None:
        self._http = http
        self._place = place
        self._look_s = look_s
        self._open: LibrarianCall | None = None
        self._woken = threading.Event()
        self._stopped = threading.Event()

    def call(self, call: CallId, screen: str) -> LibrarianCall:
        request = CallRequest(place=self._place, screen=screen)
        made = self._http.put(f"/calls/{call}", request, CallAnswer).to_call()
        self._watch(made)
        return made

    def state(self, call: CallId) -> LibrarianCall:
        return self._http.get(f"/calls/{call}", CallAnswer).to_call()

    def take_back(self, call: CallId) -> None:
        with suppress(CallUnknown):
            self._http.delete(f"/calls/{call}")
        self._open = None

    def start(self, say: Callable[[Event], None]) -> None:
        """Take up the call that is open since before this process, then watch."""
        self._stopped.clear()
        threading.Thread(target=self._run, args=(say,), name="calls", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()
        self._woken.set()

    def _watch(self, call: LibrarianCall) -> None:
        self._open = None if call.state is CallState.DONE else call
        self._woken.set()

    def _run(self, say: Callable[[Event], None]) -> None:
        self._resume(say)
        while not self._stopped.is_set():
            self._woken.wait(self._look_s if self._open is not None else None)
            self._woken.clear()
            if self._open is not None and not self._stopped.wait(self._look_s):
                self._look(self._open, say)

    def _resume(self, say: Callable[[Event], None]) -> None:
        try:
            call = self._http.get("/calls/open", OpenCallAnswer).to_call()
        except LibraryError as error:
            log.info("no call is known: %s", error)
            return
        if call is not None and not self._stopped.is_set():
            self._watch(call)
            say(CallHeard(call))

    def _look(self, known: LibrarianCall, say: Callable[[Event], None]) -> None:
        try:
            call = self.state(known.id)
        except CallUnknown:  # erased after a day
            call = LibrarianCall(known.id, CallState.DONE)
        except LibraryError:
            return  # the line's own watch tells of it
        if self._open is known and call != known and not self._stopped.is_set():
            self._watch(call)
            say(CallHeard(call))
