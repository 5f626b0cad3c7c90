"""Up to which day the town has lived, so that no date runs backwards."""

from datetime import date, timedelta

from kiosk.central.storage.database import Database
from kiosk.central.tables.installation import InstallationRow

_NAME = "simulated_until"


def first_day(database: Database, today: date) -> date:
    """Today, or the day after the last one that was lived."""
    with database.session() as session:
        row = session.get(InstallationRow, _NAME)
    if row is None:
        return today
    return max(today, date.fromisoformat(row.value) + timedelta(days=1))


def note_lived(database: Database, day: date) -> None:
    with database.writing() as session:
        session.merge(InstallationRow(name=_NAME, value=day.isoformat()))
