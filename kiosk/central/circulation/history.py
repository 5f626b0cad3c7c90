"""The reading history of a patron who asks for one; nobody else has any."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.tables.history import HistoryRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.circulation import Read
from kiosk.domain.patrons import PatronId

MOST = 1000


def keep_history(session: Session, patron: PatronId) -> None:
    session.get_one(PatronRow, patron, with_for_update=True).keeps_history = True


def stop_history(session: Session, patron: PatronId) -> None:
    """Erases all of it."""
    session.get_one(PatronRow, patron, with_for_update=True).keeps_history = False
    session.execute(delete(HistoryRow).where(HistoryRow.patron_id == patron))


def history(session: Session, patron: PatronId) -> tuple[Read, ...]:
    """The latest first."""
    lines = (
        select(HistoryRow, TitleRow)
        .join(TitleRow, TitleRow.id == HistoryRow.title_id)
        .where(HistoryRow.patron_id == patron)
        .order_by(HistoryRow.returned_on.desc(), HistoryRow.lent_on.desc(), HistoryRow.id)
    )
    return tuple(_read(line, title) for line, title in session.execute(lines.limit(MOST)))


def _read(line: HistoryRow, title: TitleRow) -> Read:
    creators = title.to_title().creators
    return Read(
        title_name=title.name,
        creator=creators[0].name if creators else "",
        lent_on=line.lent_on,
        returned_on=line.returned_on,
    )
