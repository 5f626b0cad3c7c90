"""Reservations in memory: the rules in small, and a queue per title."""

import threading
import uuid
from dataclasses import dataclass, replace
from datetime import UTC

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
    Options,
    Permit,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.titles import FoundTitle, Material, TitleId, Whereabouts
from kiosk.ports import Catalogue, Clock
from kiosk.services.simulated.accounts import SimulatedAccounts
from kiosk.services.simulated.patrons import SimulatedPatron
from kiosk.services.simulated.rules import check_choice, group_of, pickups
from kiosk.services.simulated.stock import BRANCHES
from kiosk.services.simulated.trouble import Breakable

DEMONSTRATION_KIOSK = 1
OPEN = {ReservationState.QUEUED, ReservationState.IN_TRANSIT, ReservationState.READY}


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
        )
        self._granted[options.permit] = _Granted(patron, found, options)
        return options

    def reserve(self, options: Options, pickup: BranchId, notice: NoticeMethod) -> Reservation:
        with self._lock:
            try:
                self._stumble()
            except (LineLost, ServiceBroken):
                return self._keep(options, pickup, notice)
            granted = self._grant(options.permit)
            self._check(granted.patron, granted.found)
            check_choice(granted.options, pickup, notice)
            del self._granted[options.permit]
            return self._place(granted, self._wished(granted, pickup, notice))

    def mine(self, session: Session) -> tuple[Reservation, ...]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        return tuple(self._open(patron))

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        self._stumble()
        patron = self._accounts.patron_of(session)
        owner, known = self._placed.get(reservation, (None, None))
        if owner is not patron or known is None:
            raise ReservationUnknown
        if known.state is ReservationState.CANCELLED:
            return
        if known.state is not ReservationState.QUEUED:
            raise TooLateToChange
        cancelled = replace(known, state=ReservationState.CANCELLED, position=None)
        self._placed[reservation] = (patron, cancelled)

    def recovers(self) -> None:
        """Mend, and take in what was kept meanwhile."""
        super().recovers()
        with self._lock:
            kept, self._kept = self._kept, []
            for granted, reservation in kept:
                self._place(granted, replace(reservation, is_kept=False))

    def sets_state(self, reservation: ReservationId, state: ReservationState) -> None:
        """As staff would do it: on its way, ready, collected."""
        patron, known = self._placed[reservation]
        self._placed[reservation] = (patron, replace(known, state=state, position=None))

    @property
    def placed(self) -> tuple[Reservation, ...]:
        """All that the service holds, whoever asked."""
        return tuple(reservation for _, reservation in self._placed.values())

    def _keep(self, options: Options, pickup: BranchId, notice: NoticeMethod) -> Reservation:
        granted = self._grant(options.permit)
        del self._granted[options.permit]
        wished = replace(self._wished(granted, pickup, notice), is_kept=True)
        self._kept.append((granted, wished))
        return wished

    def _grant(self, permit: Permit) -> _Granted:
        if permit not in self._granted:
            raise PermitEnded
        return self._granted[permit]

    def _wished(self, granted: _Granted, pickup: BranchId, notice: NoticeMethod) -> Reservation:
        self._number += 1
        title = granted.found.title
        return Reservation(
            ReservationId(str(uuid.uuid4())),
            reservation_number(DEMONSTRATION_KIOSK, self._number),
            title.id,
            title.name,
            title.creators[0].name if title.creators else "",
            title.call_number,
            next(branch for branch in self._branches if branch.id == pickup),
            notice,
            ReservationState.QUEUED,
            self._clock.now().astimezone(UTC),
        )

    def _place(self, granted: _Granted, wished: Reservation) -> Reservation:
        placed = replace(wished, position=self._waiting(granted.found) + 1)
        self._placed[placed.id] = (granted.patron, placed)
        return placed

    def _check(self, patron: SimulatedPatron, found: FoundTitle) -> None:
        title = found.title
        if found.availability.whereabouts is Whereabouts.REFERENCE:
            raise NotReservable
        if title.id in patron.on_loan:
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
        queued = [held for _, held in self._placed.values() if held.title == found.title.id]
        ours = sum(held.state is ReservationState.QUEUED for held in queued)
        return found.availability.waiting + ours
