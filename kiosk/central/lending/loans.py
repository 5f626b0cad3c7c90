"""What patrons do about what they have on loan, one transaction a call."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from kiosk.central.circulation.queue import can_serve
from kiosk.central.clock import Clock
from kiosk.central.records.changes import availability_changed
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.errors import LoanUnknown, NotRenewable
from kiosk.domain.loans import Loan, LoanId, WhyNotRenewable
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.policy.renewal import Lent, RenewalTerms
from kiosk.domain.reservations import ReservationState

MOST_SHOWN = 500  # more than any library lends to one patron


class Loans:
    """The patron's side of loans; the rules are the same at every channel. Safe for threads."""

    def __init__(self, database: Database, policy: Policy, clock: Clock) -> None:
        self._database = database
        self._policy = policy
        self._clock = clock

    def mine(self, patron: PatronId) -> tuple[Loan, ...]:
        """By due date, the earliest first."""
        held = (
            select(LoanRow)
            .where(LoanRow.patron_id == patron, LoanRow.returned_at.is_(None))
            .order_by(LoanRow.due_on, LoanRow.id)
        )
        with self._database.asking() as session:
            return self._shown(session, session.scalars(held.limit(MOST_SHOWN)).all())

    @decided
    def renew(self, patron: PatronId, loan: LoanId, seen: date | None = None) -> Loan:
        """Move the due date (rule N2).

        Whoever renews again from the same due date did not hear the first answer, and hears it
        now. A due date is renewed from once, however late a repeat comes.

        Args:
            patron: whose loan it is.
            loan: to be renewed.
            seen: the due date that the patron saw; None: not known, so it is the day that tells.

        Raises:
            LoanUnknown: not this patron's, or returned.
            NotRenewable.
        """
        with self._database.writing() as session:
            row = _held(session, patron, loan)
            if not self._is_done(row, seen):
                self._renew(session, row)
            [renewed] = self._shown(session, [row])
            return renewed

    def _is_done(self, row: LoanRow, seen: date | None) -> bool:
        """Whether this was asked and done before. Raises NotRenewable: what was seen is long past.

        Rows of an earlier version do not tell from which date they were renewed.
        """
        if seen is None or row.renewed_from is None:
            return row.renewed_on == self._today
        if seen not in {row.due_on, row.renewed_from}:
            day = row.due_on if row.due_on >= self._today else None
            raise NotRenewable(WhyNotRenewable.RENEWED_ALREADY, day)
        return seen == row.renewed_from

    def _renew(self, session: Session, row: LoanRow) -> None:
        item = session.get_one(ItemRow, row.item_barcode)
        terms = self._terms(session, row, item, session.get_one(TitleRow, item.title_id))
        if terms.renewed_until is None:
            assert terms.why_not is not None, "what can't be renewed says why"
            raise NotRenewable(terms.why_not, terms.day)
        row.renewed_from, row.renewed_on = row.due_on, self._today
        row.due_on = terms.renewed_until
        row.renewals += 1
        availability_changed(session, [item.title_id])

    @property
    def _today(self) -> date:
        return self._policy.calendar.today(self._clock.now())

    def _terms(
        self, session: Session, row: LoanRow, item: ItemRow, title: TitleRow
    ) -> RenewalTerms:
        lent = Lent(
            material=item.material,
            shelf_mark=item.shelf_mark,
            due_on=row.due_on,
            renewals=row.renewals,
            is_reserved=_is_awaited(session, self._policy, item, title.work, row.patron_id),
        )
        return self._policy.renewal.terms(lent, self._today)

    def _shown(self, session: Session, rows: Sequence[LoanRow]) -> tuple[Loan, ...]:
        barcodes = [row.item_barcode for row in rows]
        found = (
            select(ItemRow, TitleRow)
            .join(TitleRow, TitleRow.id == ItemRow.title_id)
            .where(ItemRow.barcode.in_(barcodes))
        )
        known = {item.barcode: (item, title) for item, title in session.execute(found)}
        return tuple(self._loan(session, row, *known[row.item_barcode]) for row in rows)

    def _loan(self, session: Session, row: LoanRow, item: ItemRow, title: TitleRow) -> Loan:
        terms = self._terms(session, row, item, title)
        record = title.to_title()
        return Loan(
            id=LoanId(row.id),
            title=record.id,
            title_name=record.name,
            creator=record.creators[0].name if record.creators else "",
            call_number=record.call_number,
            material=item.material,
            due_on=row.due_on,
            is_overdue=row.due_on < self._today,
            is_renewed=row.renewals > 0,
            renewable_from=terms.renewable_from,
            renewed_until=terms.renewed_until,
            why_not=terms.why_not,
        )


def _held(session: Session, patron: PatronId, loan: LoanId) -> LoanRow:
    row = session.get(LoanRow, loan, with_for_update=True)
    if row is None or row.patron_id != patron or row.returned_at is not None:
        raise LoanUnknown
    return row


def _is_awaited(
    session: Session, policy: Policy, item: ItemRow, work: str, patron: PatronId
) -> bool:
    """Whether somebody else waits for what this item would do for (rule N3)."""
    waits = exists().where(
        ReservationRow.state == ReservationState.QUEUED,
        ReservationRow.patron_id != patron,
        can_serve(policy, item, work),
    )
    return bool(session.scalar(select(waits)))
