"""Erases what changed of that which opens a card, once it is told no more."""

from sqlalchemy import delete

from kiosk.central.notices.card_changes import TOLD_FOR
from kiosk.central.service import Service
from kiosk.central.tables.card_changes import CardChangeRow


def erase_card_changes(service: Service) -> int:
    """How many were erased."""
    old = delete(CardChangeRow).where(CardChangeRow.changed_at <= service.clock.now() - TOLD_FOR)
    with service.database.writing() as session:
        return session.connection().execute(old).rowcount
