"""Fills an empty database with the demonstration library."""

from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.demonstration.described import Described
from kiosk.central.demonstration.desk import Desk
from kiosk.central.demonstration.people import enter_patrons
from kiosk.central.demonstration.staff import enter_staff
from kiosk.central.demonstration.stock import put_stock
from kiosk.central.policy_file import read_policy
from kiosk.central.records.changes import availability_changed
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.titles import TitleRow


class LibraryAlreadyThere(Exception):
    """The database holds a library; a demonstration would mix with it."""

    def __str__(self) -> str:
        return "The database already holds a library; the demonstration needs an empty one."


# Forty hashes at a real library's cost take many seconds, and these passwords stand in a manual.
KNOWN_TO_ALL = HashCost(passes=1, memory_kib=1024, lanes=1)


def holds_library(database: Database) -> bool:
    with database.session() as session:
        return _holds_library(session)


def holds_only_the_invented(database: Database, assets: Path) -> bool:
    """Whether all patrons are those of the demonstration."""
    invented = [patron.id for patron in Described.read(assets / "demonstration").patrons]
    others = select(PatronRow.id).where(PatronRow.id.not_in(invented)).limit(1)
    with database.session() as session:
        return session.scalar(others) is None


def fill(database: Database, today: date, assets: Path, cost: HashCost = KNOWN_TO_ALL) -> None:
    """Fill a database that is up to date and empty; all dates are counted from today.

    Two fills on one day make the same SQLite file, byte for byte.

    Raises:
        LibraryAlreadyThere: nothing was changed.
        SettingWrong: a file of the demonstration or its policy cannot be used.
    """
    folder = assets / "demonstration"
    described = Described.read(folder)
    policy = read_policy(assets / "policies" / "demonstration.toml")
    with database.writing() as session:
        if _holds_library(session):
            raise LibraryAlreadyThere
        put_stock(session, described, today)
        certificate = folder / "my_number" / "card-certificate.pem"
        enter_patrons(session, described.patrons, certificate, cost)
        enter_staff(session, described.staff, cost)
        Desk(session, policy, today).open(described)
        availability_changed(session, [title.id for title in described.titles])
    database.compact()


def _holds_library(session: Session) -> bool:
    anything = (select(row.id).limit(1) for row in (BranchRow, TitleRow, PatronRow))
    return any(session.scalars(one).first() is not None for one in anything)
