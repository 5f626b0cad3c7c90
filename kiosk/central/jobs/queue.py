"""Erases why places in queues changed, once no patron is told any more."""

from sqlalchemy import delete

from kiosk.central.service import Service
from kiosk.central.tables.queue import QueueChangeRow


def erase_queue_changes(service: Service) -> int:
    """How many there were."""
    before = service.clock.now() - service.policy.waiting.changes_kept
    over = delete(QueueChangeRow).where(QueueChangeRow.changed_at < before)
    with service.database.writing() as session:
        return session.connection().execute(over).rowcount
