"""What the town and its librarians have before their eyes, always in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import Select, func, select

from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId

Named = TypeVar("Named", bound=str)

MOST = 5000  # of anything: a town for a demonstration is small


@dataclass(frozen=True, slots=True)
class Townsman:
    id: PatronId
    card: CardNumber


@dataclass(frozen=True, slots=True)
class InHand:
    """A loan as its patron sees it."""

    barcode: str
    due_on: date


class Seen:
    """Reads the library's state, a short transaction a look."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def branches(self) -> list[Branch]:
        with self._database.session() as session:
            rows = session.scalars(select(BranchRow).order_by(BranchRow.rank).limit(MOST))
            return [row.to_branch() for row in rows]

    def patrons(self) -> list[Townsman]:
        everyone = select(PatronRow).order_by(PatronRow.id).limit(MOST)
        with self._database.session() as session:
            return [Townsman(row.id, row.card_number) for row in session.scalars(everyone)]

    def titles(self) -> Sequence[TitleId]:
        there = select(TitleRow.id).where(TitleRow.is_withdrawn.is_(False)).order_by(TitleRow.id)
        return self._all(there)

    def titles_out(self) -> Sequence[TitleId]:
        """What others have on loan."""
        lent = select(ItemRow.title_id).join(LoanRow, LoanRow.item_barcode == ItemRow.barcode)
        return self._all(lent.distinct().order_by(ItemRow.title_id))

    def loans(self, patron: PatronId) -> list[InHand]:
        theirs = (
            select(LoanRow)
            .where(LoanRow.patron_id == patron, LoanRow.returned_at.is_(None))
            .order_by(LoanRow.item_barcode)
        )
        with self._database.session() as session:
            rows = session.scalars(theirs.limit(MOST))
            return [InHand(row.item_barcode, row.due_on) for row in rows]

    def ready(self, patron: PatronId) -> list[tuple[BranchId, str]]:
        """Where something waits for the patron, and its barcode."""
        waiting = (
            select(ReservationRow)
            .where(ReservationRow.patron_id == patron)
            .where(ReservationRow.state == ReservationState.READY)
            .order_by(ReservationRow.place)
        )
        with self._database.session() as session:
            rows = session.scalars(waiting.limit(MOST))
            return [(row.pickup_id, row.item_barcode) for row in rows if row.item_barcode]

    def queued(self, patron: PatronId) -> Sequence[ReservationId]:
        return self._all(
            select(ReservationRow.id)
            .where(ReservationRow.patron_id == patron)
            .where(ReservationRow.state == ReservationState.QUEUED)
            .order_by(ReservationRow.place)
        )

    def on_shelf(self, branch: BranchId) -> Sequence[str]:
        """What can be taken from the shelves of a branch."""
        standing = func.coalesce(ItemRow.at_branch_id, ItemRow.branch_id)
        return self._all(
            select(ItemRow.barcode)
            .where(ItemRow.state == ItemState.ON_SHELF, standing == branch)
            .where(ItemRow.is_reference.is_(False))
            .order_by(ItemRow.barcode)
        )

    def on_its_way(self) -> list[tuple[str, BranchId]]:
        """What lies in crates, and where each is bound for."""
        travelling = (
            select(ItemRow).where(ItemRow.state == ItemState.IN_TRANSIT).order_by(ItemRow.barcode)
        )
        with self._database.session() as session:
            rows = session.scalars(travelling.limit(MOST))
            return [(row.barcode, row.bound_for_id or row.branch_id) for row in rows]

    def missing(self) -> Sequence[tuple[str, BranchId]]:
        gone = select(ItemRow).where(ItemRow.state == ItemState.MISSING).order_by(ItemRow.barcode)
        with self._database.session() as session:
            return [(row.barcode, row.branch_id) for row in session.scalars(gone.limit(MOST))]

    def _all(self, wanted: Select[Named]) -> Sequence[Named]:
        with self._database.session() as session:
            return session.scalars(wanted.limit(MOST)).all()
