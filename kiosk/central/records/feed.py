"""Answers a kiosk that asks what changed since a number."""

from hashlib import sha256
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.installation import kept
from kiosk.central.records.barcodes import barcodes
from kiosk.central.records.whereabouts import whereabouts
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.installation import InstallationRow
from kiosk.central.tables.titles import AvailabilityRow, TitleRow
from kiosk.domain.branches import Branch
from kiosk.domain.policy.stacks import StacksPolicy
from kiosk.domain.titles import Availability
from kiosk.wire.records import (
    AvailabilityChange,
    AvailabilityPage,
    RecordChange,
    RecordsPage,
)

NUMBERING = "numbering"
LONGEST_PAGE = 2000
MOST_BRANCHES = 500


class Feed:
    """The records, where their items are, and the branches: a replica may tell them too."""

    def __init__(self, database: Database, stacks: StacksPolicy | None = None) -> None:
        self._database = database
        self._stacks = stacks or StacksPolicy()

    def records(self, after: int, limit: int) -> RecordsPage:
        """At most `limit` changes with numbers above `after`."""
        changed = select(TitleRow).where(TitleRow.change > after).order_by(TitleRow.change)
        with self._database.reading() as session:
            numbering = self._numbering(session)
            rows = session.scalars(changed.limit(limit + 1)).all()
        changes = tuple(
            RecordChange.of(row.change, row.id, None if row.is_withdrawn else row.to_title())
            for row in rows[:limit]
        )
        is_last = len(rows) <= limit
        return RecordsPage(numbering=numbering, changes=changes, is_last=is_last)

    def availability(self, after: int, limit: int) -> AvailabilityPage:
        """At most `limit` changes with numbers above `after`."""
        changed = (
            select(AvailabilityRow)
            .where(AvailabilityRow.change > after)
            .order_by(AvailabilityRow.change)
        )
        with self._database.reading() as session:
            numbering = f"{self._numbering(session)}.{_sign_of(self._stacks)}"
            rows = session.scalars(changed.limit(limit + 1)).all()
            changed_titles = [row.title_id for row in rows[:limit]]
            found = whereabouts(session, changed_titles, self._stacks)
            borne = barcodes(session, changed_titles)
        changes = tuple(
            AvailabilityChange.of(
                row.change,
                row.title_id,
                found.get(row.title_id, Availability()),
                borne.get(row.title_id, ()),
            )
            for row in rows[:limit]
        )
        is_last = len(rows) <= limit
        return AvailabilityPage(numbering=numbering, changes=changes, is_last=is_last)

    def branches(self) -> tuple[Branch, ...]:
        """In the order in which the library names them."""
        ordered = select(BranchRow).order_by(BranchRow.rank).limit(MOST_BRANCHES)
        with self._database.reading() as session:
            return tuple(row.to_branch() for row in session.scalars(ordered))

    def _numbering(self, session: Session) -> str:
        """Of the database that is read; where it has none yet, the leader keeps one."""
        row = session.get(InstallationRow, NUMBERING)
        return row.value if row else kept(self._database, NUMBERING, lambda: str(uuid4()))


def _sign_of(stacks: StacksPolicy) -> str:
    """Another one as soon as other shelves are closed: then every kiosk reads all anew."""
    return sha256("\n".join(stacks.closed).encode()).hexdigest()[:8]
