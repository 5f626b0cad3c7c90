"""Makes an embedded service ready for its first patron."""

from datetime import date
from pathlib import Path

from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.database import Database
from kiosk.central.demonstration.fill import fill, holds_library
from kiosk.central.migrate import migrate
from kiosk.central.settings import CentralSettings
from kiosk.domain.branches import BranchId


def prepare(
    settings: CentralSettings,
    kiosk: tuple[str, BranchId, str],
    demonstration: Path | None,
    today: date,
) -> None:
    """Bring the database up to date, fill an empty one, and let the kiosk beside us in.

    Args:
        settings: of the service.
        kiosk: its number, branch and key.
        demonstration: the assets of the invented library; None: an empty one stays empty.
        today: from which the demonstration's dates are counted.
    """
    migrate(settings.database)
    database = Database(settings.database)
    try:
        if demonstration is not None and not holds_library(database):
            fill(database, today, demonstration)
        number, branch, key = kiosk
        KnownKiosks(database).register(number, branch, key)
    finally:
        database.close()
