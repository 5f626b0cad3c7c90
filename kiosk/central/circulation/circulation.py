"""The deeds of the counter, one transaction a call."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy.orm import Session

from kiosk.central.circulation import handing_out, history, hold_shelf, picking, sequences
from kiosk.central.circulation.in_hand import item_in_hand, item_of, next_for
from kiosk.central.circulation.rows import hold_free, loan_of, reservation_of, set_aside_for
from kiosk.central.circulation.setting_aside import end, put_back
from kiosk.central.circulation.taking_back import end_loan
from kiosk.central.clock import Clock
from kiosk.central.records.changes import availability_changed
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.reservations import OPEN_STATES
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.circulation import Lent, Next, OnHoldShelf, Read, ToFetch
from kiosk.domain.errors.circulation import NotOnHoldShelf
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationId, ReservationState


class Circulation:
    """What librarians do with items and reservations. Safe for many threads.

    Whoever holds an item says so (`take_back`, `arrive`, `picked`, …) and is told what is to be
    done with it next; it counts as done. To say it twice is harmless: the answer is the same.
    """

    def __init__(self, database: Database, policy: Policy, clock: Clock) -> None:
        self._database = database
        self._policy = policy
        self._clock = clock

    @decided
    def lend(self, card: CardNumber, barcode: str) -> Lent:
        """Lend to the patron with this card.

        A reservation of the patron for which it was set aside, or which this copy does for as
        well, is collected. A copy that was set aside for it then waits to be taken off.

        Raises:
            PatronUnknown, ItemUnknown.
            ReadHereOnly: a reference item.
            AlreadyLent: to this patron or another; take it back first.
            SetAside: for another patron's reservation.
            LoansFull: the patron has as many as the policy allows.
        """
        with self._database.writing() as session:
            now = self._clock.now()
            lent = handing_out.lend(session, self._policy, card, barcode, now)
            availability_changed(session, [lent.item.title])
            return lent

    @decided
    def take_back(self, barcode: str, at: BranchId) -> Next:
        """End the loan. An item that is on no loan is told where it belongs all the same.

        Raises:
            ItemUnknown.
        """
        with self._changing(barcode) as (session, item):
            loan = loan_of(session, item)
            if loan is not None:
                end_loan(session, self._policy, item, loan, self._clock.now())
            return self._next(session, item, at)

    @decided
    def arrive(self, barcode: str, at: BranchId) -> Next:
        """It came in a crate. Raises ItemUnknown, AlreadyLent."""
        return self._in_hand(barcode, at)

    @decided
    def send(self, barcode: str, at: BranchId) -> Next:
        """It stands at this branch and belongs elsewhere: see it off.

        Raises ItemUnknown, AlreadyLent.
        """
        return self._in_hand(barcode, at)

    @decided
    def picked(self, barcode: str, at: BranchId) -> Next:
        """It was fetched from its shelf for the pick list; the first in the queue gets it.

        Raises ItemUnknown, AlreadyLent.
        """
        return self._in_hand(barcode, at)

    @decided
    def found(self, barcode: str, at: BranchId) -> Next:
        """It was missing. Raises ItemUnknown, AlreadyLent."""
        return self._in_hand(barcode, at)

    @decided
    def missing(self, barcode: str) -> None:
        """It is not where it should be; a reservation that it was for waits again.

        The reservation keeps its old place in the queue. Raises ItemUnknown, AlreadyLent.
        """
        with self._changing(barcode, is_in_hand=True) as (session, item):
            reservation = set_aside_for(session, item)
            if reservation is not None:
                put_back(session, reservation, self._clock.now())
            hold_free(session, item)
            item.state = ItemState.MISSING
            item.at_branch_id, item.bound_for_id, item.hold_shelf = None, None, ""

    @decided
    def take_off(self, barcode: str, at: BranchId) -> Next:
        """Take off the hold shelf what nobody fetched; the next in the queue gets it.

        One that still waits for its patron stays: the answer is its place.

        Raises:
            ItemUnknown, AlreadyLent.
            NotOnHoldShelf.
        """
        with self._changing(barcode, is_in_hand=True) as (session, item):
            if item.state is not ItemState.ON_HOLD_SHELF:
                raise NotOnHoldShelf
            hold_shelf.expire(session, self._policy, self._clock.now())
            session.flush()
            return self._next(session, item, at)

    def hold_shelf(self, branch: BranchId) -> tuple[OnHoldShelf, ...]:
        """What stands there, by place."""
        with self._database.session() as session:
            return hold_shelf.standing(session, branch)

    def expired(self, branch: BranchId) -> tuple[OnHoldShelf, ...]:
        """What is to be taken off, by place: not fetched in time, or nobody's any more."""
        today = self._policy.calendar.today(self._clock.now())
        return tuple(
            each
            for each in self.hold_shelf(branch)
            if each.ready_until is None or each.ready_until < today
        )

    @decided
    def expire(self) -> int:
        """End the reservations whose last day is over; how many there were."""
        with self._database.writing() as session:
            return len(hold_shelf.expire(session, self._policy, self._clock.now()))

    def pick_list(self, branch: BranchId) -> tuple[ToFetch, ...]:
        """What to fetch from this branch's shelves, in their order, for those who wait."""
        with self._database.session() as session:
            return picking.pick_list(session, self._policy, branch)

    @decided
    def cancel(self, reservation: ReservationId) -> None:
        """The patron told the counter not to want it any more, on its way or ready too (V1).

        What was set aside for it is told its next way when it arrives or is taken off.
        One that is over stays as it is.

        Raises:
            ReservationUnknown.
        """
        with self._database.writing() as session:
            row = reservation_of(session, reservation)
            if row.state in OPEN_STATES:
                end(session, row, ReservationState.CANCELLED, self._clock.now())

    @decided
    def set_sequence(
        self,
        patron: PatronId,
        ordered: Sequence[ReservationId],
        channel: Channel | None = None,
    ) -> None:
        """順番予約 (R7): let these titles come in this order.

        A title is supplied once the one before it is ready (or over), so that 下巻 never
        comes before 上巻, though both may wait on the hold shelf together. Each keeps its own
        place in its queue meanwhile.

        Args:
            patron: whose reservations these are.
            ordered: two or more, all queued, none in an order already (release that first).
            channel: where the patron asks; None at the counter.

        Raises:
            ReservationUnknown, NotToSequence.
            SequenceAtCounter: not at the panel, as the policy has it.
        """
        sequences.check_channel(self._policy.reservation, channel)
        with self._database.writing() as session:
            sequences.set_sequence(session, patron, ordered, self._clock.now())

    @decided
    def release_sequence(
        self, patron: PatronId, member: ReservationId, channel: Channel | None = None
    ) -> None:
        """Let all titles of the order that this one is in come as they will.

        Raises:
            ReservationUnknown, SequenceAtCounter.
        """
        sequences.check_channel(self._policy.reservation, channel)
        with self._database.writing() as session:
            sequences.release_sequence(session, patron, member, self._clock.now())

    @decided
    def add_to_sequence(
        self, patron: PatronId, member: ReservationId, added: ReservationId
    ) -> None:
        """Only the counter does this: add a queued reservation at the end of a member's order.

        Raises:
            ReservationUnknown, NotToSequence.
        """
        with self._database.writing() as session:
            now = self._clock.now()
            sequences.add_to_sequence(session, patron, member, added, now)

    @decided
    def keep_history(self, patron: PatronId) -> None:
        """The patron asks for a reading history; it begins with the next return."""
        with self._database.writing() as session:
            history.keep_history(session, patron)

    @decided
    def stop_history(self, patron: PatronId) -> None:
        """The patron wants none any more: what was kept is erased."""
        with self._database.writing() as session:
            history.stop_history(session, patron)

    def history(self, patron: PatronId) -> tuple[Read, ...]:
        """The patron's reading history, the latest first."""
        with self._database.session() as session:
            return history.history(session, patron)

    def _in_hand(self, barcode: str, at: BranchId) -> Next:
        with self._changing(barcode, is_in_hand=True) as (session, item):
            return self._next(session, item, at)

    def _next(self, session: Session, item: ItemRow, at: BranchId) -> Next:
        return next_for(session, self._policy, item, at, self._clock.now())

    @contextmanager
    def _changing(
        self, barcode: str, *, is_in_hand: bool = False
    ) -> Iterator[tuple[Session, ItemRow]]:
        with self._database.writing() as session:
            item = item_in_hand(session, barcode) if is_in_hand else item_of(session, barcode)
            yield session, item
            session.flush()
            availability_changed(session, [item.title_id])
