"""What the service does about notices, one transaction a call."""

from sqlalchemy import select

from kiosk.central.clock import Clock
from kiosk.central.notices.delivering import Deliveries
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.staff_list import list_tasks, settle_task
from kiosk.central.notices.tasks import StaffTask
from kiosk.central.storage.database import Database
from kiosk.central.storage.database_time import Time, database_time
from kiosk.central.tables.notices import LetterRow, NoticeRow
from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import (
    LetterId,
    NoticeFacts,
    NoticeId,
    NoticeState,
    Outcome,
    StaffOutcome,
)
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationId


class Notices:
    """Safe for many threads; the deliveries are one thread's."""

    def __init__(
        self, database: Database, policy: Policy, clock: Clock, machines: Machines
    ) -> None:
        self._database = database
        self._policy = policy
        self._clock = clock
        self._machines = machines

    @property
    def facts(self) -> NoticeFacts:
        """What a patron is told when choosing a method."""
        return self._policy.notice.facts

    @property
    def can_send_email(self) -> bool:
        """Whether a letter can go out at all; without a machine every one fails."""
        return NoticeMethod.EMAIL in self._machines.methods

    def staff_list(self, branch: BranchId | None = None) -> tuple[StaffTask, ...]:
        """What the staff of one branch, or of all, are to deliver."""
        with self._database.session() as session:
            return list_tasks(session, branch, self._clock.now())

    def outcome(self, notice: NoticeId, outcome: StaffOutcome) -> bool:
        """One touch on the list; False: it stands there no more, another touched it first."""
        with self._database.writing() as session:
            return settle_task(session, self._policy.notice, notice, outcome, self._clock.now())

    def history(self, reservation: ReservationId) -> tuple[Outcome, ...]:
        """Every notice of a reservation and what became of it, in order."""
        of_it = select(NoticeRow).where(NoticeRow.reservation_id == reservation)
        order = of_it.order_by(NoticeRow.written_at, NoticeRow.next_method.is_(None))
        with self._database.session() as session:
            return tuple(
                Outcome(row.method, row.state, row.attempts, row.handed_at, row.outcome)
                for row in session.scalars(order)
            )

    def letter_state(self, letter: LetterId) -> NoticeState | None:
        """What became of a letter; None: it was erased."""
        with self._database.session() as session:
            return session.scalar(select(LetterRow.state).where(LetterRow.id == letter))

    def deliveries(self, time: Time = database_time) -> Deliveries:
        """Whoever delivers; begins with `start`, and ends with `end`."""
        return Deliveries(self._database, self._policy, self._clock, self._machines, time)
