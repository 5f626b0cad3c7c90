"""What patrons do about reservations, one transaction a call."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from uuid import uuid4

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from kiosk.central.clock import Clock
from kiosk.central.lending import cancelling, changing
from kiosk.central.lending.choices import branches_of, notices, pickups
from kiosk.central.lending.editions import other_editions
from kiosk.central.lending.late import place_or_refuse
from kiosk.central.lending.permits import Grant, Seal
from kiosk.central.lending.placing import Placed
from kiosk.central.lending.queue import all_for
from kiosk.central.lending.reservable import reservable
from kiosk.central.lending.shown import shown
from kiosk.central.lending.times import Times
from kiosk.central.lending.wanted import wanted
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import PermitEnded
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import (
    Changes,
    Options,
    Permit,
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
    Wish,
)
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Waiting

MOST_SHOWN = 500  # more than any policy lets a patron have open
_ORDER = {ReservationState.READY: 0, ReservationState.IN_TRANSIT: 1, ReservationState.QUEUED: 2}


class Lending:
    """The library's side of reserving. Safe for many threads."""

    def __init__(self, database: Database, policy: Policy, clock: Clock) -> None:
        self._database = database
        self._policy = policy
        self._clock = clock

    def options(
        self,
        patron: PatronId,
        title: TitleId,
        kiosk: str,
        here: BranchId | None,
        channel: Channel,
    ) -> Options:
        """What is possible for this patron and title, with a permit to ask for it once.

        Args:
            patron: who asks.
            title: wanted.
            kiosk: the only one that may use the permit; its reservations bear its number.
            here: the branch where the patron stands; None where nobody knows.
            channel: where the patron asks; what is chosen with the permit is checked against it.

        Raises:
            TitleUnknown, NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached.
        """
        policy = self._policy
        with self._database.asking() as session:
            found = wanted(session, policy, patron, title)
            contacts = session.get_one(PatronRow, patron).to_contacts()
            others, branches = all_for(session, title), branches_of(session)
            last_number = _last_number(session, kiosk)
        subject = found.subject
        times = Times.of(policy, subject, others, _at(branches, here), self._today)
        editions = other_editions(title, subject.copies, subject.group)
        return Options(
            title=title,
            pickups=pickups(branches.values(), policy.pickup, subject.stock, here),
            notices=notices(policy.notice, contacts, channel),
            waiting=sum(each.count for each in others if each.want.title == title),
            left=found.left,
            permit_s=policy.permit.patron_s,
            last_number=last_number,
            editions=editions,
            time=times.of_title,
            time_any=times.of_any_edition if editions else None,
            permit=self._permit(patron, title, kiosk, channel),
        )

    def waiting(self, title: TitleId, here: BranchId | None) -> Waiting:
        """How long somebody would wait who reserved it now, whoever that is.

        Raises:
            TitleUnknown, NotReservable.
        """
        policy = self._policy
        with self._database.asking() as session:
            subject = reservable(session, policy, title)
            others = all_for(session, title)
            branches = branches_of(session)
        return Times.of(policy, subject, others, _at(branches, here), self._today).of_title

    @decided
    def reserve(self, kiosk: str, wish: Wish, *, has_left: bool = False) -> Placed:
        """Place what a permit of this kiosk grants; the same wish again has the first answer.

        Args:
            kiosk: the number of who asks.
            wish: asked for.
            has_left: the patron was told "kept", so a refusal is sent after them.

        Raises:
            PermitEnded, NumberNotAccepted, PickupNotPossible, NoticeNotPossible,
            TitleUnknown, NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached.
        """
        grant = self._seal.open(wish.permit)
        if grant.kiosk != kiosk:
            raise PermitEnded
        now = self._clock.now()
        with self._database.writing() as session:
            answer = place_or_refuse(session, self._policy, grant, wish, now, has_left=has_left)
        if isinstance(answer, Placed):
            return answer
        raise answer

    def mine(self, patron: PatronId) -> tuple[Reservation, ...]:
        """The patron's open reservations, ready first, then by time of request."""
        order = case(_ORDER, value=ReservationRow.state)
        open_ones = (
            select(ReservationRow)
            .where(ReservationRow.patron_id == patron, ReservationRow.state.in_(OPEN_STATES))
            .order_by(order, ReservationRow.place)
        )
        with self._database.asking() as session:
            rows = session.scalars(open_ones.limit(MOST_SHOWN)).all()
            return shown(session, self._policy, rows, self._clock.now())

    @decided
    def cancel(self, patron: PatronId, reservation: ReservationId) -> None:
        """Take a reservation out of the queue; cancelling again changes nothing.

        Raises:
            ReservationUnknown: the patron has no such reservation.
            TooLateToChange: it is on its way, ready or over (rule V1).
        """
        with self._database.writing() as session:
            cancelling.cancel(session, patron, reservation, self._clock.now())

    @decided
    def restore(self, patron: PatronId, reservation: ReservationId) -> Reservation:
        """Take back a cancelling, with the old time of request and place in the queue.

        Restoring again changes nothing.

        Raises:
            ReservationUnknown: the patron has no such reservation (any more).
            TooLateToChange: cancelled too long ago, or over for another reason.
            NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached: something came between.
        """
        with self._database.writing() as session:
            now = self._clock.now()
            return cancelling.restore(session, self._policy, patron, reservation, now)

    def cancelled(self, patron: PatronId) -> tuple[Reservation, ...]:
        """What was cancelled within the days that are listed (rule V2), the latest first."""
        with self._database.session() as session:
            return cancelling.cancelled(session, self._policy, patron, self._clock.now())

    def changes(
        self,
        patron: PatronId,
        reservation: ReservationId,
        here: BranchId | None,
        channel: Channel,
    ) -> Changes:
        """What a reservation could be changed to; what holds now is among it in any case.

        Raises:
            ReservationUnknown.
            TooLateToChange: it is on its way, ready or over (rule V1).
        """
        with self._database.session() as session:
            return changing.changes(session, self._policy, patron, reservation, channel, here)

    @decided
    def change(
        self,
        patron: PatronId,
        reservation: ReservationId,
        pickup: BranchId,
        notice: NoticeMethod,
        channel: Channel,
    ) -> Reservation:
        """Let these hold from now on; only what differs is checked against rules and channel.

        Raises:
            ReservationUnknown, TooLateToChange, PickupNotPossible, NoticeNotPossible.
        """
        choice = (pickup, notice)
        with self._database.writing() as session:
            now = self._clock.now()
            return changing.change(session, self._policy, patron, reservation, choice, channel, now)

    @property
    def _today(self) -> date:
        return self._policy.calendar.today(self._clock.now())

    @cached_property
    def _seal(self) -> Seal:
        return Seal.of(self._database)

    def _permit(self, patron: PatronId, title: TitleId, kiosk: str, channel: Channel) -> Permit:
        issued_at = self._clock.now()
        return self._seal.close(Grant(uuid4().hex, kiosk, patron, title, issued_at, channel))


def _at(branches: Mapping[BranchId, BranchRow], here: BranchId | None) -> BranchRow | None:
    return branches.get(here) if here is not None else None


def _last_number(session: Session, kiosk: str) -> ReservationNumber | None:
    """The highest number that a kiosk has used, as far as the library still knows."""
    numbers = ReservationRow.number
    used = select(numbers).where(numbers.between(f"{kiosk}0000000", f"{kiosk}9999999"))
    return session.scalars(used.order_by(numbers.desc()).limit(1)).first()
