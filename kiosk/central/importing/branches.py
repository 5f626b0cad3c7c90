"""How branches are kept: in the order in which they first came."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.importing.deleting import unless_needed
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.branches import Branch, BranchId


class Branches:
    """Where the library is; one that items or reservations need can't be taken away."""

    def put(self, session: Session, record: Branch) -> bool:
        row = session.get(BranchRow, record.id)
        if row is not None and row.to_branch() == record:
            return False
        if row is None:
            row = BranchRow(id=record.id, name=record.name, rank=_next_rank(session))
            session.add(row)
        row.name, row.latin_name = record.name, record.latin_name
        row.telephone, row.hours = record.telephone, record.hours
        row.closed_weekdays = [str(day) for day in record.closed_weekdays]
        session.flush()
        return True

    def withdraw(self, session: Session, key: str) -> bool:
        row = session.get(BranchRow, BranchId(key))
        if row is None:
            return False
        with unless_needed(session):
            session.delete(row)
        return True


def _next_rank(session: Session) -> int:
    return (session.scalar(select(func.max(BranchRow.rank))) or 0) + 1
