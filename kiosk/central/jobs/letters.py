"""Erases e-mails that were sent long ago; their address went when they were sent."""

from datetime import timedelta

from sqlalchemy import delete

from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.notices import NoticeState

KEPT = timedelta(days=30)  # long enough to see why one did not arrive
_ON_THEIR_WAY = (NoticeState.DUE, NoticeState.HANDING_OVER)


def erase_letters(service: Service) -> int:
    """Erase letters that need no further try and are old; how many there were."""
    old = (
        delete(LetterRow)
        .where(LetterRow.state.not_in(_ON_THEIR_WAY))
        .where(LetterRow.written_at < service.clock.now() - KEPT)
    )
    with service.database.writing() as session:
        return session.connection().execute(old).rowcount
