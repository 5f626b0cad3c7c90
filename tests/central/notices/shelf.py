"""The hold shelf of the small library: what is laid on it, and which notices that makes."""

from datetime import date, datetime

from sqlalchemy import select

from kiosk.central.clock import Clock
from kiosk.central.notices.due import ready, undone
from kiosk.central.storage.database import Database
from kiosk.central.tables.notices import NoticeRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeState
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId
from tests.central.small_library import BOTCHAN, HANAKO, MAIN

EMAIL, TELEPHONE, FAX = "hanako@example.jp", "090-1234-5678", "086-555-0109"
READY_UNTIL = date(2026, 11, 29)


class Shelf:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._count = 0

    def lay(
        self,
        notice: NoticeMethod,
        patron: PatronId = HANAKO,
        title: TitleId = BOTCHAN,
        channel: Channel = Channel.KIOSK,
    ) -> ReservationId:
        """A reservation that becomes ready now."""
        self._count += 1
        reservation = ReservationRow(
            id=ReservationId(f"reservation-{self._count}"),
            number=reservation_number(1, self._count),
            permit_id=None,
            patron_id=patron,
            title_id=title,
            pickup_id=MAIN,
            notice=notice,
            channel=channel,
            quota_group="book",
            quota_slot=self._count,
            state=ReservationState.READY,
            place=self._count,
            requested_at=self._clock.now(),
            first_answer="",
            ready_until=READY_UNTIL,
            hold_shelf="B-07",
        )
        with self._database.writing() as session:
            session.add(reservation)
            session.flush()
            ready(session, reservation, self._clock.now())
        return reservation.id

    def lay_again(self, reservation: ReservationId) -> None:
        with self._database.writing() as session:
            row = session.get_one(ReservationRow, reservation)
            row.state = ReservationState.READY
            ready(session, row, self._clock.now())

    def hand_out(self, reservation: ReservationId) -> None:
        """Its patron collects it."""
        with self._database.writing() as session:
            row = session.get_one(ReservationRow, reservation)
            row.state = ReservationState.COLLECTED
            undone(session, row, self._clock.now())

    def reach(
        self, patron: PatronId, *, email: str = "", telephone: str = "", fax: str = ""
    ) -> None:
        """The contacts on file of a patron, all confirmed."""
        with self._database.writing() as session:
            row = session.get_one(PatronRow, patron)
            row.email, row.email_is_confirmed = email or None, bool(email)
            row.telephone, row.telephone_is_confirmed = telephone or None, bool(telephone)
            row.fax, row.fax_is_confirmed = fax or None, bool(fax)

    def set_state(
        self,
        notice: NoticeMethod,
        state: NoticeState,
        at: datetime | None = None,
        holder: str | None = None,
    ) -> None:
        """What became of the notice by this method, of whichever reservation has one."""
        with self._database.writing() as session:
            rows = session.scalars(select(NoticeRow).where(NoticeRow.method == notice))
            for row in rows:
                row.state, row.handed_at, row.holder = state, at, holder

    def notices(self) -> list[tuple[NoticeMethod, NoticeState]]:
        """Method and state of every notice, in the order in which they were written."""
        order = select(NoticeRow).order_by(NoticeRow.written_at, NoticeRow.next_method.is_(None))
        with self._database.session() as session:
            return [(row.method, row.state) for row in session.scalars(order)]
