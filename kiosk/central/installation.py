"""What the service makes for itself on its first start, and keeps."""

from collections.abc import Callable

from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.installation import InstallationRow


def kept(database: Database, name: str, make: Callable[[], str]) -> str:
    """The value of this name; made and kept where there is none yet, by whoever is first."""
    with database.session() as session:
        row = session.get(InstallationRow, name)
    return row.value if row is not None else _make(database, name, make)


@decided
def _make(database: Database, name: str, make: Callable[[], str]) -> str:
    with database.writing() as session:
        row = session.get(InstallationRow, name)  # somebody may have been quicker
        if row is None:
            row = InstallationRow(name=name, value=make())
            session.add(row)
        return row.value
