"""Erases refusals: whom they were for once that patron is told, the rest when nobody asks."""

from sqlalchemy import and_, delete, exists, or_, select, update

from kiosk.central.lending.late import KEPT
from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.refusals import RefusalRow
from kiosk.domain.notices import NoticeState

_NOBODY = {"patron_id": None, "number": None, "title_name": None, "method": None}


def erase_refusals(service: Service) -> int:
    """Erase refusals that are older than any permit that is answered; how many there were."""
    old = RefusalRow.refused_at < service.clock.now() - KEPT
    arrived = exists().where(
        LetterRow.id == RefusalRow.letter_id, LetterRow.state == NoticeState.DELIVERED
    )
    told = and_(RefusalRow.state == NoticeState.DUE, or_(arrived, RefusalRow.letter_id.is_(None)))
    found = select(RefusalRow.id).where(told).scalar_subquery()
    forgotten = update(RefusalRow).where(RefusalRow.id.in_(found))
    with service.database.writing() as session:
        session.connection().execute(forgotten.values(state=NoticeState.DELIVERED, **_NOBODY))
        return session.connection().execute(delete(RefusalRow).where(old)).rowcount
