"""Makes a backup the library again, and forgets anew what it must not bring back."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from kiosk.central.backups.backups import Backups
from kiosk.central.backups.kinds import Rows
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.details import CodeRow
from kiosk.central.tables.installation import InstallationRow
from kiosk.central.tables.jobs import DelivererRow, JobRow
from kiosk.central.tables.kiosks import ChallengeRow, PatronSessionRow
from kiosk.central.tables.notices import LetterRow, NoticeRow
from kiosk.central.tables.staff import StaffSessionRow
from kiosk.central.tables.whole import all_tables
from kiosk.domain.notices import NoticeState

# Rights that may have ended since, and who did a job then.
_ENDED = (PatronSessionRow, StaffSessionRow, ChallengeRow, CodeRow, JobRow, DelivererRow)
_ON_THEIR_WAY = (NoticeState.DUE, NoticeState.HANDING_OVER)
# What patrons can erase by themselves, or staff for them: it may have been erased since.
_OF_PATRONS = ("patron", "credential", "ic_card", "history", "loan", "reservation", "look")


@dataclass(frozen=True, slots=True)
class Restored:
    """Args: uncertain: notices and letters that may have been sent since."""

    rows: Rows
    uncertain: int

    @property
    def of_patrons(self) -> Rows:
        return {table: self.rows[table] for table in _OF_PATRONS if table in self.rows}


def restore(file: Path, backups: Backups, database_url: str) -> Restored:
    """Fill an empty database from a backup; nobody may be served before the erasing jobs ran.

    Everybody is signed out, and what was to be delivered is left to the staff. Kiosks load
    their copies of the catalogue anew.

    Raises:
        BackupUnusable: it is not whole, or another kind's.
        RestoreRefused: the database holds something, or somebody uses it.
        StorageFull, StorageBusy, StorageBroken.
    """
    with backups.plain(file) as plain:
        backups.kind.count(plain)
        backups.kind.fill(plain)
    migrate(database_url)
    database = Database(database_url)
    try:
        with database.writing() as session:
            uncertain = _end(session)
        with database.session() as session:
            return Restored(_rows(session), uncertain)
    finally:
        database.close()


def _end(session: Session) -> int:
    for kind in _ENDED:
        session.execute(delete(kind))
    # Kiosks know later changes than this database does: by another name they begin anew.
    session.execute(delete(InstallationRow).where(InstallationRow.name == "numbering"))
    perhaps_sent = {"state": NoticeState.UNCERTAIN, "outcome": "restored"}
    changed = session.connection()
    notices = update(NoticeRow).where(NoticeRow.state.in_(_ON_THEIR_WAY)).values(**perhaps_sent)
    letters = update(LetterRow).where(LetterRow.state.in_(_ON_THEIR_WAY)).values(**perhaps_sent)
    erased = letters.values(to_address=None, facts=None)
    return changed.execute(notices).rowcount + changed.execute(erased).rowcount


def _rows(session: Session) -> Rows:
    tables = all_tables().sorted_tables
    counted = {each.name: select(func.count()).select_from(each) for each in tables}
    return {name: session.scalars(asked).one() for name, asked in counted.items()}
