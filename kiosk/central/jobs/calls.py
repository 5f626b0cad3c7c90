"""Erases calls for a librarian of days gone by, and ends those that nobody answered."""

from datetime import timedelta

from sqlalchemy import delete

from kiosk.central.service import Service
from kiosk.central.tables.calls import CallRow

KEPT = timedelta(days=1)  # long enough to be asked about; it says nothing of anybody


def erase_calls(service: Service) -> int:
    """Erase the calls of yesterday, answered or not; how many there were."""
    old = delete(CallRow).where(CallRow.called_at <= service.clock.now() - KEPT)
    with service.database.writing() as session:
        return session.connection().execute(old).rowcount
