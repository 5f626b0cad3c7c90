"""Calls for a librarian: made at a kiosk, answered at a counter."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.accounts.known_kiosks import KnownKiosk
from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.calls import CallRow
from kiosk.domain.branches import BranchId
from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.errors import CallUnknown

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class OpenCall:
    """As staff see it: where to go, and what the screen there showed."""

    id: CallId
    kiosk: str
    branch: BranchId
    place: str
    screen: str
    called_at: datetime  # UTC
    state: CallState


class Calls:
    """Safe for many threads, and to repeat."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # ---- the kiosk
    @decided
    def call(self, kiosk: KnownKiosk, call: CallId, place: str, screen: str) -> LibrarianCall:
        """Call; a kiosk that has called already has that call, whatever its id."""
        with self._database.writing() as session:
            row = session.get(CallRow, call) or _open_of(session, kiosk.number)
            if row is None:
                row = self._new(kiosk, call, place, screen)
                session.add(row)
            elif row.kiosk_number != kiosk.number:
                raise CallUnknown
            return _call(row)

    def open_of(self, kiosk: KnownKiosk) -> LibrarianCall | None:
        """The call that this kiosk has open; None where it has none."""
        with self._database.session() as session:
            row = _open_of(session, kiosk.number)
            return None if row is None else _call(row)

    def state(self, kiosk: KnownKiosk, call: CallId) -> LibrarianCall:
        """Raises CallUnknown."""
        with self._database.session() as session:
            return _call(_row(session, call, kiosk))

    @decided
    def take_back(self, kiosk: KnownKiosk, call: CallId) -> None:
        """Nobody needs to come any more. Raises CallUnknown."""
        with self._database.writing() as session:
            self._end(_row(session, call, kiosk))

    # ---- the counter
    def waiting(self, branch: BranchId | None = None) -> tuple[OpenCall, ...]:
        """All that are open, the longest waiting first; of one branch, or of all."""
        there = select(CallRow).where(CallRow.state != CallState.DONE).order_by(CallRow.called_at)
        if branch is not None:
            there = there.where(CallRow.branch_id == branch)
        with self._database.session() as session:
            return tuple(_seen(row) for row in session.scalars(there.limit(MOST_SHOWN)))

    @decided
    def answer(self, call: CallId) -> None:
        """Somebody is on the way. Raises CallUnknown."""
        with self._database.writing() as session:
            row = _row(session, call)
            if row.state is CallState.WAITING:
                row.state = CallState.ON_THE_WAY

    @decided
    def done(self, call: CallId) -> None:
        """Somebody was there. Raises CallUnknown."""
        with self._database.writing() as session:
            self._end(_row(session, call))

    def _new(self, kiosk: KnownKiosk, call: CallId, place: str, screen: str) -> CallRow:
        return CallRow(
            id=call,
            kiosk_number=kiosk.number,
            branch_id=kiosk.branch,
            place=place,
            screen=screen,
            called_at=self._clock.now(),
        )

    def _end(self, row: CallRow) -> None:
        if row.state is not CallState.DONE:
            row.state = CallState.DONE
            row.ended_at = self._clock.now()


def _open_of(session: Session, kiosk: str) -> CallRow | None:
    there = select(CallRow).where(CallRow.kiosk_number == kiosk, CallRow.state != CallState.DONE)
    return session.scalars(there).one_or_none()


def _row(session: Session, call: CallId, kiosk: KnownKiosk | None = None) -> CallRow:
    row = session.get(CallRow, call)
    if row is None or (kiosk is not None and row.kiosk_number != kiosk.number):
        raise CallUnknown
    return row


def _call(row: CallRow) -> LibrarianCall:
    return LibrarianCall(row.id, row.state)


def _seen(row: CallRow) -> OpenCall:
    return OpenCall(
        id=row.id,
        kiosk=row.kiosk_number,
        branch=row.branch_id,
        place=row.place,
        screen=row.screen,
        called_at=row.called_at,
        state=row.state,
    )
