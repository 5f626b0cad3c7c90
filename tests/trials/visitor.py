"""A kiosk's real clients with a patron before them, who writes down what they were told."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LibraryError, LineLost, ServiceBroken
from kiosk.domain.loans import LoanId
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import Reservation, ReservationId
from kiosk.domain.titles import TitleId
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.services.central.loans import CentralLoans
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.central.sender import WishSender
from kiosk.services.file_lock import FileLock
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.clock import FixedClock
from tests.trials.town import MAIN, PASSWORD, Town

Answer = TypeVar("Answer")

IMPATIENT = LineLimits(
    connect_s=0.5, read_s=0.5, whole_s=1.0, tries=3, first_pause_s=0.02, retry_within_s=1.0
)
PATIENCE_S = 120.0
# Of a kiosk under whose feet the service is killed: fifty at once are slow, and that is no fault.
PATIENT = LineLimits(connect_s=1.0, read_s=4.0, whole_s=6.0, tries=2, retry_within_s=5.0)
WRONG_CLOCKS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, tzinfo=UTC))


class Told(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "not known"


@dataclass(slots=True)
class Memory:
    """What the patron was told."""

    placed: dict[ReservationId, Reservation] = field(default_factory=dict)
    kept: dict[ReservationId, Reservation] = field(default_factory=dict)
    refused: list[LibraryError] = field(default_factory=list)
    cancelled: dict[ReservationId, Told] = field(default_factory=dict)
    renewed: dict[LoanId, Told] = field(default_factory=dict)


class Visitor:
    """One thread's; its kiosk's clock is decades wrong, and jumps between two calls."""

    def __init__(self, town: Town, number: int, line: Path, limits: LineLimits = IMPATIENT) -> None:
        folder = town.folder / f"kiosk-{number}"
        folder.mkdir()
        self._town, self._number = town, number
        self._http = CentralHttp.over_socket(line, town.keys[number - 1], limits)
        self._clock = FixedClock(WRONG_CLOCKS[0])
        self.outbox = SqliteOutbox(folder, number)
        catalogue = SimulatedCatalogue()
        self._reservations = CentralReservations(self._http, self.outbox, catalogue, self._clock)
        self._loans = CentralLoans(self._http)
        self._sender = WishSender(self._http, self.outbox, FileLock(folder / "sender.lock"))
        self.memory = Memory()
        self.calls = 0

    def sign_in(self) -> Session:
        """Past the cutter, and in patience: that is not what is tried."""
        http = CentralHttp.over_socket(self._town.socket, self._town.keys[self._number - 1])
        accounts, card = CentralAccounts(http), self._town.size.card(self._number)
        session = insist(lambda: accounts.sign_in(card, PASSWORD))
        http.close()
        return session

    def reserve(self, session: Session, nth: int) -> None:
        title = TitleId(self._town.size.title(self._number, nth))
        self.calls += 1
        options = insist(lambda: self._reservations.options(session, title))
        self._clock.set_to(WRONG_CLOCKS[nth % 2])
        try:
            told = self._reservations.reserve(options, MAIN, NoticeMethod.NONE)
        except LibraryError as error:
            self.memory.refused.append(error)
            return
        (self.memory.kept if told.is_kept else self.memory.placed)[told.id] = told

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        self.calls += 1
        told = _told(lambda: self._reservations.cancel(session, reservation))
        if self.memory.cancelled.get(reservation) is not Told.DONE:
            self.memory.cancelled[reservation] = told

    def renew(self, session: Session, nth: int, seen: date) -> None:
        self.calls += 1
        loan = LoanId(self._town.size.loan(self._number, nth))
        self.memory.renewed[loan] = _told(lambda: self._loans.renew(session, loan, seen))

    def send_what_was_kept(self) -> None:
        end = time.monotonic() + PATIENCE_S
        while not self._sender.send_waiting():
            assert time.monotonic() < end, "what was kept is not taken"
            time.sleep(0.05)

    def close(self) -> None:
        self._http.close()
        self.outbox.close()


def insist(ask: Callable[[], Answer]) -> Answer:
    """Asked again until the line lets it through, as a patron would."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with suppress(LineLost, ServiceBroken):
            return ask()
        time.sleep(0.02)
    raise AssertionError("the service is not reached any more")


def _told(ask: Callable[[], object]) -> Told:
    try:
        ask()
    except (LineLost, ServiceBroken):
        return Told.UNKNOWN
    except LibraryError:
        return Told.REFUSED
    return Told.DONE
