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
from kiosk.domain.waiting import Waiting
from kiosk.ports import Catalogue, Clock
from kiosk.services.simulated.accounts import SimulatedAccounts
from kiosk.services.simulated.clock import LIBRARY_ZONE
from kiosk.services.simulated.held import HeldReservations
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
        self._held = HeldReservations(catalogue, clock)
        self._kept: list[tuple[_Granted, Reservation]] = []
        self._number = 0
        self._lock = threading.RLock()

    def options(self, session: Session, title: TitleId) -> Options:
        self._stumble()
        patron = self._accounts.patron_of(session)
        found = self._catalogue.title(title)
        self._check(patron, found)
        waiting = self._held.waiting_for(title)
        options = Options(
            title,
            Permit(uuid.uuid4().hex),
            pickups(self._branches, found.title.material),
            patron.notices,
            waiting,
            self._limit - self._used(patron, found.title.material),
            editions=other_editions(self._catalogue, found),
            time=waiting_time(found.availability, waiting, self._today),
            time_any=time_of_any(self._catalogue, found, waiting, self._today),
        )
        self._granted[options.permit] = _Granted(patron, found, options)
        return options

    def waiting(self, title: TitleId) -> Waiting:
        self._stumble()
        found = self._catalogue.title(title)
        _check_lent(found)
        return waiting_time(found.availability, self._held.waiting_for(title), self._today)

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
            return self._held.put(granted.patron, self._wished(granted, choice))

    def mine(self, session: Session) -> tuple[Reservation, ...]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        return tuple(self._held.shown(held) for held in self._held.open_of(patron))

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        patron, known = self._own(session, reservation)
        if known.state is ReservationState.CANCELLED:
            return
        if known.state is not ReservationState.QUEUED:
            raise TooLateToChange
        now = self._clock.now().astimezone(UTC)
        self._held.put(patron, replace(known, state=ReservationState.CANCELLED, cancelled_at=now))

    def restore(self, session: Session, reservation: ReservationId) -> Reservation:
        patron, known = self._own(session, reservation)
        if known.state is ReservationState.QUEUED:
            return self._held.shown(known)
        if known.cancelled_at is None or self._clock.now() > known.cancelled_at + UNDONE_WITHIN:
            raise TooLateToChange
        self._check(patron, self._catalogue.title(known.title))
        queued = replace(known, state=ReservationState.QUEUED, cancelled_at=None)
        return self._held.put(patron, queued)

    def cancelled(self, session: Session) -> tuple[Reservation, ...]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        dated = [
            (held.cancelled_at, self._held.shown(held))
            for held in self._held.of(patron)
            if held.cancelled_at is not None
        ]
        dated.sort(key=lambda each: each[0], reverse=True)
        return tuple(
            held for at, held in dated if self._today - at.astimezone(LIBRARY_ZONE).date() <= LISTED
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
        return self._held.put(patron, replace(known, pickup=branch, notice=notice))

    def recovers(self) -> None:
        """Mend, and take in what was kept meanwhile."""
        super().recovers()
        with self._lock:
            kept, self._kept = self._kept, []
            for granted, reservation in kept:
                self._held.put(granted.patron, replace(reservation, is_kept=False))

    def sets_state(self, reservation: ReservationId, state: ReservationState) -> None:
        """As staff would do it: on its way, ready, collected."""
        found = self._held.find(reservation)
        assert found is not None, "only what was reserved is set aside"
        self._held.put(found[0], replace(found[1], state=state))

    def puts_in_order(self, *order: ReservationId) -> None:
        """As staff would do it at the counter: one comes after the other (rule R7)."""
        self._held.put_in_order(*order)

    def is_awaited(self, title: TitleId, besides: SimulatedPatron) -> bool:
        """Whether somebody else waits for the title (rule N3)."""
        return self._held.is_awaited(title, besides)

    @property
    def placed(self) -> tuple[Reservation, ...]:
        """All that the service holds, whoever asked."""
        return self._held.everybodys()

    def _own(
        self, session: Session, reservation: ReservationId
    ) -> tuple[SimulatedPatron, Reservation]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        owner, known = self._held.find(reservation) or (None, None)
        if owner is not patron or known is None:
            raise ReservationUnknown
        return patron, known

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(LIBRARY_ZONE).date()

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
        _check_lent(found)
        if any(held.title.id == title.id for held in patron.loans):
            raise AlreadyOnLoan
        if any(held.title == title.id for held in self._held.open_of(patron)):
            raise AlreadyReserved
        if self._used(patron, title.material) >= self._limit:
            raise LimitReached(self._limit, group_of(title.material))

    def _used(self, patron: SimulatedPatron, material: Material) -> int:
        held_now = self._held.open_of(patron)
        held = [self._catalogue.title(one.title).title.material for one in held_now]
        return sum(group_of(one) == group_of(material) for one in held)


def _check_lent(found: FoundTitle) -> None:
    not_lent = (Whereabouts.REFERENCE, Whereabouts.MISSING, Whereabouts.UNKNOWN)
    if found.availability.whereabouts in not_lent:
        raise NotReservable
