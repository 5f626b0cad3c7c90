"""What is reserved in the simulated library, and how each stands among the others."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.domain.reservations import Reservation, ReservationId, ReservationState
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Moved, Waiting, WhyMoved, WhyUnsaid
from kiosk.ports import Catalogue, Clock
from kiosk.services.simulated.clock import LIBRARY_ZONE
from kiosk.services.simulated.patrons import SimulatedPatron
from kiosk.services.simulated.waiting import waiting_time

OPEN = {ReservationState.QUEUED, ReservationState.IN_TRANSIT, ReservationState.READY}
_TO_COME = {ReservationState.QUEUED, ReservationState.IN_TRANSIT}
_WHY_LEFT = {
    ReservationState.CANCELLED: WhyMoved.CANCELLED,
    ReservationState.QUEUED: WhyMoved.ORDER_CHANGED,
}


@dataclass(frozen=True, slots=True)
class _Change:
    """Somebody no longer counts in a queue, or counts again."""

    who: ReservationId
    step: int
    why: WhyMoved
    at: datetime


class HeldReservations:
    """The order of the table is that of receipt (rule R9)."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self._held: dict[ReservationId, tuple[SimulatedPatron, Reservation]] = {}
        self._orders: list[tuple[ReservationId, ...]] = []  # 順番予約 (rule R7)
        self._changes: list[_Change] = []

    def put(self, patron: SimulatedPatron, held: Reservation) -> Reservation:
        """Where it stood among the others, or last; as it stands now."""
        if held.id not in self._held:  # behind all others: for nobody does anything change
            self._held[held.id] = (patron, held)
            return self.shown(held)
        was = self._held[held.id][1].state
        with self._noting(held, was):
            self._held[held.id] = (patron, held)
        return self.shown(held)

    def put_in_order(self, *order: ReservationId) -> None:
        """As staff would do it at the counter: one comes after the other (rule R7)."""
        with self._noting():
            self._orders.append(order)

    def find(self, reservation: ReservationId) -> tuple[SimulatedPatron, Reservation] | None:
        return self._held.get(reservation)

    def of(self, patron: SimulatedPatron) -> list[Reservation]:
        """All of a patron, as they were put."""
        return [held for owner, held in self._held.values() if owner is patron]

    def open_of(self, patron: SimulatedPatron) -> list[Reservation]:
        return [held for held in self.of(patron) if held.state in OPEN]

    def everybodys(self) -> tuple[Reservation, ...]:
        """As they stand now."""
        return tuple(self.shown(held) for _, held in self._held.values())

    def is_awaited(self, title: TitleId, besides: SimulatedPatron) -> bool:
        """Whether somebody else waits for the title (rule N3)."""
        return any(
            _waits(held, title) and owner is not besides for owner, held in self._held.values()
        )

    def waiting_for(self, title: TitleId) -> int:
        ours = sum(_waits(held, title) for _, held in self._held.values())
        return self._elsewhere(title) + ours

    def shown(self, held: Reservation) -> Reservation:
        """With its place in the queue now, its waiting time, and why its place changed."""
        if held.state is not ReservationState.QUEUED:
            return replace(held, position=None, can_change=False)
        before = self._before(held.id)
        return replace(
            held,
            position=self._position(held),
            can_change=True,
            waiting=self._time(held, is_held_up=before is not None),
            moved=self._moved(held),
            comes_after=before.title_name if before is not None else "",
            sequence_rank=self._rank(held.id),
        )

    # ---- how it stands among the others
    def _position(self, held: Reservation) -> int:
        """Whoever is held up by an order of their own is not counted: an item would pass them."""
        counted = [one for one in self._ahead(held) if self._before(one.id) is None]
        return self._elsewhere(held.title) + len(counted) + 1

    def _ahead(self, held: Reservation) -> list[Reservation]:
        alike = [one for _, one in self._held.values() if _waits(one, held.title)]
        return alike[: [one.id for one in alike].index(held.id)]

    def _elsewhere(self, title: TitleId) -> int:
        return self._catalogue.title(title).availability.waiting

    def _time(self, held: Reservation, *, is_held_up: bool) -> Waiting:
        availability = self._catalogue.title(held.title).availability
        ahead = self._elsewhere(held.title) + len(self._ahead(held))
        told = waiting_time(availability, ahead, self._today, is_pickup_chosen=True)
        if not is_held_up:
            return told
        return Waiting(told.told_on, told.counted, why_unsaid=WhyUnsaid.OWN_ORDER)

    def _moved(self, held: Reservation) -> Moved | None:
        """What left or came ahead since it was asked for, added up."""
        received = list(self._held)
        concerning = [
            each
            for each in self._changes
            if self._held[each.who][1].title == held.title
            and received.index(each.who) < received.index(held.id)
            and each.at >= held.requested_at
        ]
        step = sum(each.step for each in concerning)
        if step == 0:
            return None
        last = next(each for each in reversed(concerning) if each.step * step > 0)
        day = last.at.astimezone(LIBRARY_ZONE).date()
        return Moved(self._position(held) - step, last.why, day)

    # ---- orders
    def _before(self, reservation: ReservationId) -> Reservation | None:
        """What is still to come before it in its order."""
        for order in self._orders:
            if reservation in order:
                earlier = (self._held[one][1] for one in order[: order.index(reservation)])
                to_come = [one for one in earlier if one.state in _TO_COME]
                return to_come[-1] if to_come else None
        return None

    def _rank(self, reservation: ReservationId) -> int | None:
        ranks = [each.index(reservation) + 1 for each in self._orders if reservation in each]
        return ranks[0] if ranks else None

    # ---- writing down what changes
    @contextmanager
    def _noting(
        self, changed: Reservation | None = None, was: ReservationState | None = None
    ) -> Iterator[None]:
        """Compare who counts before and after."""
        before = self._counted()
        yield
        after, now = self._counted(), self._clock.now()
        for one in before:
            if one not in after:
                self._changes.append(_Change(one, -1, _why_left(one, changed), now))
        for one in after:
            if one not in before:
                self._changes.append(_Change(one, 1, _why_came(one, changed, was), now))

    def _counted(self) -> Sequence[ReservationId]:
        return [
            one.id
            for _, one in self._held.values()
            if one.state is ReservationState.QUEUED and self._before(one.id) is None
        ]

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(LIBRARY_ZONE).date()


def _waits(held: Reservation, title: TitleId) -> bool:
    return held.title == title and held.state is ReservationState.QUEUED


def _why_left(who: ReservationId, changed: Reservation | None) -> WhyMoved:
    if changed is None or changed.id != who:
        return WhyMoved.ORDER_CHANGED
    return _WHY_LEFT.get(changed.state, WhyMoved.ITEM_CAME)


def _why_came(
    who: ReservationId, changed: Reservation | None, was: ReservationState | None
) -> WhyMoved:
    if changed is None or changed.id != who:
        return WhyMoved.ORDER_REACHED
    return WhyMoved.RESTORED if was is ReservationState.CANCELLED else WhyMoved.ITEM_LOST
