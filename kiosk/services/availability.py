"""Where titles are, as the kiosk knows it: masks in memory for counting, the rest from disk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from kiosk.catalogue.shelves import Shelves
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.titles import Availability, TitleId
from kiosk.services.records_rows import TitleRow
from kiosk.services.records_store import RecordsStore, state_of
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.records import AvailabilityChange


@dataclass(frozen=True, slots=True)
class KnownShelves:
    """What stood where when the feed had come to this change."""

    numbering: str = ""
    change: int = 0
    shelves: Shelves = Shelves()  # noqa: RUF009 - empty and never changed


def bring_up(store: RecordsStore, known: KnownShelves) -> KnownShelves:
    """The shelves as they are on disk now; only what changed since is read."""
    with store.reading() as session:
        state = state_of(session)
        numbering, change = state.availability_numbering, state.availability_change
        if (numbering, change) == (known.numbering, known.change):
            return known
        if numbering != known.numbering or change < known.change:
            known = KnownShelves(numbering)
        wanted = select(
            TitleRow.number, TitleRow.is_held_here, TitleRow.is_on_shelf, TitleRow.is_on_shelf_here
        ).where(TitleRow.availability_change > known.change)
        rows = np.array(session.execute(wanted).all(), np.int64).reshape(-1, 4)
    shelves = known.shelves.changed(rows[:, 0], *(rows[:, place] != 0 for place in (1, 2, 3)))
    return KnownShelves(numbering, change, shelves)


def branches_of(store: RecordsStore) -> Mapping[BranchId, Branch]:
    kept = store.state().branches
    known = BranchesAnswer.model_validate_json(kept).to_branches() if kept else ()
    return {branch.id: branch for branch in known}


def keep_branches(store: RecordsStore, branches: tuple[Branch, ...]) -> None:
    kept = BranchesAnswer.of(branches).model_dump_json()
    if kept != store.state().branches:
        with store.writing() as session:
            state_of(session).branches = kept


def whereabouts(
    store: RecordsStore,
    titles: Iterable[TitleId],
    branches: Mapping[BranchId, Branch],
    here: BranchId | None,
) -> dict[TitleId, Availability]:
    """Of those titles of which anything is known."""
    wanted = select(TitleRow.id, TitleRow.availability).where(
        TitleRow.id.in_(list(titles)), TitleRow.availability.is_not(None)
    )
    with store.reading() as session:
        return {
            TitleId(title): AvailabilityChange.model_validate_json(kept).to_availability(
                branches, here
            )
            for title, kept in session.execute(wanted)
            if kept is not None
        }
