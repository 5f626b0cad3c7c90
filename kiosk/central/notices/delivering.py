"""Delivers what is due, one after the other, each exactly once or known to be uncertain."""

import logging
from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import case, select

from kiosk.central.clock import Clock
from kiosk.central.notices.carrying import Carrier
from kiosk.central.notices.errands import Hand, take_letter, take_notice
from kiosk.central.notices.handed import Handed
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.outcomes import (
    lies_in_hand,
    mark_uncertain,
    record_letter,
    record_notice,
)
from kiosk.central.notices.presence import Presence
from kiosk.central.notices.telephone import LONGEST_CALL, Telephone
from kiosk.central.storage.database import Database
from kiosk.central.storage.database_time import Time, database_time
from kiosk.central.storage.lease import Leases
from kiosk.central.tables.notices import LetterRow, NoticeRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import LetterId, NoticeId, NoticeState
from kiosk.domain.policy import Policy

log = logging.getLogger(__name__)

MOST_IN_A_ROUND = 100
# No machine takes so long for one: whoever had it in hand is gone.
LONGEST_IN_HAND = timedelta(minutes=30)
_CALLS_LAST = {NoticeMethod.MISSED_CALL: 1}  # a call takes seconds, an e-mail much less


class Deliveries:
    """In hand (kept) → handed over → the answer (kept): a crash between leaves it uncertain.

    Used by one thread; services on the same database do not disturb each other: each takes
    what no other has, and declares uncertain what those had in hand who are gone.
    """

    def __init__(
        self,
        database: Database,
        policy: Policy,
        clock: Clock,
        machines: Machines,
        time: Time = database_time,
    ) -> None:
        self._database = database
        self._policy = policy
        self._clock = clock
        self._carrier = Carrier(machines, policy)
        self.presence = Presence(database, time)
        self._hand = Hand(self.presence.holder, machines.methods)
        self._telephone = Telephone(Leases(database, time, held=LONGEST_CALL))

    def start(self) -> int:
        """Be known to the others; how many things the dead had in hand: they are uncertain."""
        self.presence.tell()
        return self._forget()

    def end(self) -> None:
        """Deliver no more."""
        self.presence.leave()

    def round(self) -> Iterator[Handed]:
        """Deliver what is due now; whoever has enough in between stops asking."""
        self._forget()
        for letter in self._due_letters():
            yield from self._deliver_letter(letter)
        for notice, method in self._due_notices():
            yield from self._deliver_notice(notice, method)

    def _deliver_letter(self, letter: LetterId) -> Iterator[Handed]:
        with self._database.writing() as session:
            self.presence.tell_in(session)
            row = take_letter(session, self._hand, letter, self._clock.now())
        if row is None:
            return
        handed = self._carrier.letter(row)
        with self._database.writing() as session:
            record_letter(session, self._policy.notice, row, handed, self._clock.now())
        yield _told(row.kind, handed)

    def _deliver_notice(self, notice: NoticeId, method: NoticeMethod) -> Iterator[Handed]:
        if method is not NoticeMethod.MISSED_CALL or self._carrier.machines.caller is None:
            yield from self._hand_over(notice)
            return
        with self._telephone.held() as is_ours:
            if is_ours:
                yield from self._hand_over(notice)

    def _hand_over(self, notice: NoticeId) -> Iterator[Handed]:
        with self._database.writing() as session:
            self.presence.tell_in(session)
            errand = take_notice(session, self._policy, self._hand, notice, self._clock.now())
        if errand is None:
            return
        handed = self._carrier.notice(errand)
        with self._database.writing() as session:
            record_notice(session, self._policy.notice, notice, handed, self._clock.now())
        yield _told(errand.method, handed)

    def _due_letters(self) -> list[LetterId]:
        due = select(LetterRow.id).where(
            LetterRow.state == NoticeState.DUE, LetterRow.due_at <= self._clock.now()
        )
        with self._database.session() as session:
            return list(session.scalars(due.order_by(LetterRow.due_at).limit(MOST_IN_A_ROUND)))

    def _due_notices(self) -> list[tuple[NoticeId, NoticeMethod]]:
        due = select(NoticeRow.id, NoticeRow.method).where(
            NoticeRow.state == NoticeState.DUE, NoticeRow.due_at <= self._clock.now()
        )
        order = (case(_CALLS_LAST, value=NoticeRow.method, else_=0), NoticeRow.due_at)
        with self._database.session() as session:
            found = session.execute(due.order_by(*order).limit(MOST_IN_A_ROUND))
            return [(notice, method) for notice, method in found]

    def _forget(self) -> int:
        before = self._clock.now() - LONGEST_IN_HAND
        with self._database.session() as session:
            if not lies_in_hand(session, self.presence.alive(session), before):
                return 0
        with self._database.writing() as session:
            return mark_uncertain(session, self.presence.alive(session), before)


def _told(what: str, handed: Handed) -> Handed:
    log.info("handed over", extra={"told": {"what": what, "answer": handed.code}})
    return handed
