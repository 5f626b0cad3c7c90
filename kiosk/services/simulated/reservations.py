"""Reservations in memory: the rules in small, and a queue per title."""

import threading
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    LineLost,
    NotReservable,
    PermitEnded,
    ReservationUnknown,
    ServiceBroken,
    TooLateToChange,
)
from kiosk.domain.patrons import Session
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import (
    Changes,
    Options,
    Permit,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.titles import FoundTitle, Material, TitleId, Whereabouts
from kiosk.ports import Catalogue, Clock
from kiosk.services.simulated.accounts import SimulatedAccounts
from kiosk.services.simulated.clock import LIBRARY_ZONE
from kiosk.services.simulated.patrons import SimulatedPatron
from kiosk.services.simulated.rules import (
    changes,
    check_choice,
    group_of,
    other_editions,
    pickups,
)
from kiosk.services.simulated.stock import BRANCHES
from kiosk.services.simulated.trouble import Breakable
from kiosk.services.simulated.waiting import time_of_any, waiting_time

DEMONSTRATION_KIOSK = 1
UNDONE_WITHIN = timedelta(minutes=60)
LISTED = timedelta(days=30)  # rule V2, the last of them included
OPEN = {ReservationState.QUEUED, ReservationState.IN_TRANSIT, ReservationState.READY}


@dataclass(frozen=True, slots=True)
class _Choice:
    """With what a permit is used."""

    pickup: BranchId
    notice: NoticeMethod
    any_edition: bool


@dataclass(frozen=True, slots=True)
class _Granted:
    """What a permit allows, once."""

    patron: SimulatedPatron
    found: FoundTitle
    options: Options


class SimulatedReservations(Breakable):
    def __init__(
        self,
        accounts: SimulatedAccounts,
        catalogue: Catalogue,
        clock: Clock,
        *,
        limit: int = 10,
        branches: tuple[Branch, ...] = BRANCHES,
    ) -> None:
        super().__init__()
        self._accounts = accounts
        self._catalogue = catalogue
        self._clock = clock
        self._limit = limit
        self._branches = branches
        self._granted: dict[Permit, _Granted] = {}
        self._placed: dict[ReservationId, tuple[SimulatedPatron, Reservation]] = {}
        self._kept: list[tuple[_Granted, Reservation]] = []
        self._number = 0
        self._lock = threading.RLock()

    def options(self, session: Session, title: TitleId) -> Options:
        self._stumble()
        patron = self._accounts.patron_of(session)
        found = self._catalogue.title(title)
        self._check(patron, found)
        options = Options(
            title,
            Permit(uuid.uuid4().hex),
            pickups(self._branches, found.title.material),
            patron.notices,
            self._waiting(found),
            self._limit - self._used(patron, found.title.material),
            editions=other_editions(self._catalogue, found),
            time=waiting_time(found.availability, self._waiting(found), self._today),
            time_any=time_of_any(self._catalogue, found, self._waiting(found), self._today),
        )
        self._granted[options.permit] = _Granted(patron, found, options)
        return options

    def reserve(
        self,
        options: Options,
        pickup: BranchId,
        notice: NoticeMethod,
        *,
        any_edition: bool = False,
    ) -> Reservation:
        choice = _Choice(pickup, notice, any_edition)
        with self._lock:
            try:
                self._stumble()
            except (LineLost, ServiceBroken):
                return self._keep(options, choice)
            granted = self._grant(options.permit)
            self._check(granted.patron, granted.found)
            check_choice(granted.options, pickup, notice)
            del self._granted[options.permit]
            return self._put(granted.patron, self._wished(granted, choice))

    def mine(self, session: Session) -> tuple[Reservation, ...]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        return tuple(self._shown(held) for held in self._open(patron))

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        patron, known = self._own(session, reservation)
        if known.state is ReservationState.CANCELLED:
            return
        if known.state is not ReservationState.QUEUED:
            raise TooLateToChange
        now = self._clock.now().astimezone(UTC)
        cancelled = replace(known, state=ReservationState.CANCELLED, cancelled_at=now)
        self._placed[reservation] = (patron, cancelled)

    def restore(self, session: Session, reservation: ReservationId) -> Reservation:
        patron, known = self._own(session, reservation)
        if known.state is ReservationState.QUEUED:
            return self._shown(known)
        if known.cancelled_at is None or self._clock.now() > known.cancelled_at + UNDONE_WITHIN:
            raise TooLateToChange
        self._check(patron, self._catalogue.title(known.title))
        return self._put(patron, replace(known, state=ReservationState.QUEUED, cancelled_at=None))

    def cancelled(self, session: Session) -> tuple[Reservation, ...]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        today = self._clock.now().astimezone(LIBRARY_ZONE).date()
        dated = [
            (held.cancelled_at, self._shown(held))
            for owner, held in self._placed.values()
            if owner is patron and held.cancelled_at is not None
        ]
        dated.sort(key=lambda each: each[0], reverse=True)
        return tuple(
            held for at, held in dated if today - at.astimezone(LIBRARY_ZONE).date() <= LISTED
        )

    def changes(self, session: Session, reservation: ReservationId) -> Changes:
        patron, known = self._own(session, reservation)
        if known.state is not ReservationState.QUEUED:
            raise TooLateToChange
        material = self._catalogue.title(known.title).title.material
        return changes(known, material, self._branches, patron.notices)

    def change(
        self, session: Session, reservation: ReservationId, pickup: BranchId, notice: NoticeMethod
    ) -> Reservation:
        check_choice(self.changes(session, reservation), pickup, notice)
        patron, known = self._own(session, reservation)
        branch = next(branch for branch in self._branches if branch.id == pickup)
        return self._put(patron, replace(known, pickup=branch, notice=notice))

    def recovers(self) -> None:
        """Mend, and take in what was kept meanwhile."""
        super().recovers()
        with self._lock:
            kept, self._kept = self._kept, []
            for granted, reservation in kept:
                self._put(granted.patron, replace(reservation, is_kept=False))

    def sets_state(self, reservation: ReservationId, state: ReservationState) -> None:
        """As staff would do it: on its way, ready, collected."""
        patron, known = self._placed[reservation]
        self._placed[reservation] = (patron, replace(known, state=state))

    def is_awaited(self, title: TitleId, besides: SimulatedPatron) -> bool:
        """Whether somebody else waits for the title (rule N3)."""
        return any(
            _waits(held, title) and owner is not besides for owner, held in self._placed.values()
        )

    @property
    def placed(self) -> tuple[Reservation, ...]:
        """All that the service holds, whoever asked."""
        return tuple(self._shown(reservation) for _, reservation in self._placed.values())

    def _own(
        self, session: Session, reservation: ReservationId
    ) -> tuple[SimulatedPatron, Reservation]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        owner, known = self._placed.get(reservation, (None, None))
        if owner is not patron or known is None:
            raise ReservationUnknown
        return patron, known

    def _put(self, patron: SimulatedPatron, held: Reservation) -> Reservation:
        """Where it stood among the others, or last."""
        self._placed[held.id] = (patron, held)
        return self._shown(held)

    def _shown(self, held: Reservation) -> Reservation:
        """With its position now; the order of the table is that of receipt."""
        is_queued = held.state is ReservationState.QUEUED
        if not is_queued:
            return replace(held, position=None, can_change=False)
        position, found = self._position(held), self._catalogue.title(held.title)
        return replace(
            held,
            position=position,
            can_change=True,
            waiting=waiting_time(found.availability, position - 1, self._today),
        )

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(LIBRARY_ZONE).date()

    def _position(self, held: Reservation) -> int:
        ours = [one.id for _, one in self._placed.values() if _waits(one, held.title)]
        elsewhere = self._catalogue.title(held.title).availability.waiting
        return elsewhere + ours.index(held.id) + 1

    def _keep(self, options: Options, choice: _Choice) -> Reservation:
        granted = self._grant(options.permit)
        del self._granted[options.permit]
        wished = replace(self._wished(granted, choice), is_kept=True)
        self._kept.append((granted, wished))
        return wished

    def _grant(self, permit: Permit) -> _Granted:
        if permit not in self._granted:
            raise PermitEnded
        return self._granted[permit]

    def _wished(self, granted: _Granted, choice: _Choice) -> Reservation:
        self._number += 1
        title = granted.found.title
        return Reservation(
            ReservationId(str(uuid.uuid4())),
            reservation_number(DEMONSTRATION_KIOSK, self._number),
            title.id,
            title.name,
            title.creators[0].name if title.creators else "",
            title.call_number,
            next(branch for branch in self._branches if branch.id == choice.pickup),
            choice.notice,
            ReservationState.QUEUED,
            self._clock.now().astimezone(UTC),
            any_edition=choice.any_edition,
        )

    def _check(self, patron: SimulatedPatron, found: FoundTitle) -> None:
        title = found.title
        if found.availability.whereabouts in (Whereabouts.REFERENCE, Whereabouts.UNKNOWN):
            raise NotReservable
        if any(held.title.id == title.id for held in patron.loans):
            raise AlreadyOnLoan
        if any(held.title == title.id for held in self._open(patron)):
            raise AlreadyReserved
        if self._used(patron, title.material) >= self._limit:
            raise LimitReached(self._limit, group_of(title.material))

    def _open(self, patron: SimulatedPatron) -> list[Reservation]:
        placed = [held for owner, held in self._placed.values() if owner is patron]
        return [held for held in placed if held.state in OPEN]

    def _used(self, patron: SimulatedPatron, material: Material) -> int:
        held = [self._catalogue.title(one.title).title.material for one in self._open(patron)]
        return sum(group_of(one) == group_of(material) for one in held)

    def _waiting(self, found: FoundTitle) -> int:
        ours = sum(_waits(held, found.title.id) for _, held in self._placed.values())
        return found.availability.waiting + ours


def _waits(held: Reservation, title: TitleId) -> bool:
    return held.title == title and held.state is ReservationState.QUEUED
