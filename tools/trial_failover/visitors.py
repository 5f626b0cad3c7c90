"""A kiosk whose patron reserves, looks and cancels without end, with the kiosk's own client."""

import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import TypeVar
from uuid import uuid4

import httpx

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LibraryError, SessionEnded
from kiosk.domain.patrons import Session
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import ReservationId, Wish
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.wishes import is_unanswered
from kiosk.wire.lending import MyReservationsAnswer, OptionsAnswer, ReserveAnswer, ReserveRequest
from kiosk.wire.records import AvailabilityPage
from tools.trial_failover.journal import ANSWERED, Deed, Journal, Told
from tools.trial_failover.library import MAIN, PASSWORD, Known, title_id

PAUSE_S = 0.1  # between two deeds
REPEATED_AFTER_S = 1.0  # the outbox is more patient
FEED = {"after": 0, "limit": 20}
OPEN = 6  # more are cancelled, the oldest first

Answer = TypeVar("Answer")


class Counted(httpx.BaseTransport):
    """Counts what is really sent, and keeps the last status."""

    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()
        self.sent = 0
        self.status = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.sent += 1
        self.status = 0
        response = self._inner.handle_request(request)
        self.status = response.status_code
        return response

    def close(self) -> None:
        self._inner.close()


class Visitor:
    def __init__(self, known: Known, address: str, journal: Journal) -> None:
        self._transport = Counted()
        self._http = CentralHttp(self._transport, known.key, address=address)
        self._known = known
        self._journal = journal
        self._open: deque[str] = deque()
        # Ten a second between two rounds: more than a kiosk can use up.
        self._counts = count(int(time.time() * 10) % 900_000)
        self._titles = count(known.number * 7)
        self.stopped = threading.Event()  # nothing new is asked
        self.is_given_up = threading.Event()  # nor what is not yet answered
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self, within_s: float) -> None:
        """Wait until all that was asked is answered."""
        self._thread.join(within_s)
        self.is_given_up.set()
        self._thread.join()
        self._http.close()

    def _run(self) -> None:
        session: Session | None = None
        while not self.stopped.wait(PAUSE_S):
            try:
                session = session or self._sign_in()
                self._visit(session)
            except SessionEnded:
                session = None
            except LibraryError:
                continue  # the journal has it
        if session is not None:
            self._leave(session)

    def _leave(self, session: Session) -> None:
        """Cancel all that is open: the next round begins with free hands."""
        with suppress(LibraryError):
            while self._open:
                self._cancel(session)

    def _sign_in(self) -> Session:
        accounts = CentralAccounts(self._http)
        return self._told(Deed.READ, "", lambda: accounts.sign_in(self._known.card, PASSWORD))

    def _visit(self, session: Session) -> None:
        path = f"/titles/{title_id(next(self._titles))}/options"
        options = self._told(
            Deed.READ, "", lambda: self._http.get(path, OptionsAnswer, session=session)
        )
        number = reservation_number(self._known.number, next(self._counts))
        permit = options.permit
        wish = Wish(ReservationId(str(uuid4())), number, permit, MAIN, NoticeMethod.NONE)
        if self._place(wish):
            self._open.append(wish.id)
        mine = "/reservations"
        self._told(
            Deed.READ, "", lambda: self._http.get(mine, MyReservationsAnswer, session=session)
        )
        self._told(
            Deed.READ, "", lambda: self._http.get("/availability", AvailabilityPage, params=FEED)
        )
        while len(self._open) > OPEN:
            self._cancel(session)

    def _place(self, wish: Wish) -> bool:
        """Ask until it is answered, as the outbox does; False: it was refused, or given up."""
        path, asked = f"/reservations/{wish.id}", ReserveRequest.of(wish)
        self._transport.sent = 0
        while not self.is_given_up.is_set():
            try:
                self._told(
                    Deed.RESERVE, wish.id, lambda: self._http.put(path, asked, ReserveAnswer)
                )
            except LibraryError as error:
                if not is_unanswered(error):
                    return False
                self.is_given_up.wait(REPEATED_AFTER_S)
            else:
                return True
        return False

    def _cancel(self, session: Session) -> None:
        """The oldest; once more the next time, where it is not known what came of it."""
        reservation = self._open.popleft()
        path = f"/reservations/{reservation}"
        try:
            self._told(Deed.CANCEL, reservation, lambda: self._http.delete(path, session))
        except LibraryError as error:
            if is_unanswered(error):
                self._open.appendleft(reservation)
            raise

    def _told(self, deed: Deed, about: str, asked: Callable[[], Answer]) -> Answer:
        try:
            answer = asked()
        except LibraryError as error:
            self._write(deed, about, type(error).__name__)
            raise
        self._write(deed, about, ANSWERED)
        return answer

    def _write(self, deed: Deed, about: str, outcome: str) -> None:
        sent, is_again = self._transport.sent, self._transport.status == httpx.codes.OK
        self._journal.write(Told(time.monotonic(), deed, about, outcome, sent, is_again))
