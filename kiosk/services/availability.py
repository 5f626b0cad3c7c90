"""Where titles are, as the kiosk knows it: masks in memory for counting, the rest from disk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import bindparam, select

from kiosk.catalogue.keys import Numbers
from kiosk.catalogue.shelves import BranchShelves, Mask, Shelves
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.titles import Availability, TitleId
from kiosk.services.records_rows import TitleRow
from kiosk.services.records_store import RecordsStore, state_of
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.records import AvailabilityChange

_NONE: frozenset[BranchId] = frozenset()
# Without the titles, which somebody looked at: SQLAlchemy keeps a statement as it first ran.
_KNOWN = select(TitleRow.id, TitleRow.availability).where(
    TitleRow.id.in_(bindparam("titles", expanding=True)), TitleRow.availability.is_not(None)
)


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
            known = KnownShelves(numbering, shelves=Shelves(here=known.shelves.here))
        wanted = select(TitleRow.number, TitleRow.held_at, TitleRow.on_shelf_at).where(
            TitleRow.availability_change > known.change
        )
        rows = session.execute(wanted).all()
    numbers = np.array([row.number for row in rows], np.int64)
    held = Places([row.held_at for row in rows])
    on_shelf = Places([row.on_shelf_at for row in rows])
    return KnownShelves(numbering, change, _changed(known.shelves, numbers, held, on_shelf))


class Places:
    """For each of some titles the branches where it is, as the store keeps them."""

    def __init__(self, kept: list[str]) -> None:
        ways = {text: place for place, text in enumerate(dict.fromkeys(kept))}
        self._codes = np.array([ways[text] for text in kept], np.int64)
        self._ways = [
            frozenset(map(BranchId, text.split("\n"))) if text else _NONE for text in ways
        ]
        self.branches = frozenset[BranchId]().union(*self._ways)

    def at(self, branch: BranchId) -> Mask:
        return self._where([branch in way for way in self._ways])

    def anywhere(self) -> Mask:
        return self._where([bool(way) for way in self._ways])

    def _where(self, by_way: list[bool]) -> Mask:
        where: Mask = np.array(by_way, np.bool_)[self._codes]
        return where


def _changed(shelves: Shelves, numbers: Numbers, held: Places, on_shelf: Places) -> Shelves:
    branches = {*shelves.branches, *held.branches, *on_shelf.branches}
    return Shelves(
        shelves.changed_on_shelf(numbers, on_shelf.anywhere()),
        {
            branch: shelves.branches.get(branch, BranchShelves()).changed(
                numbers, held.at(branch), on_shelf.at(branch)
            )
            for branch in sorted(branches)
        },
        shelves.here,
    )


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
    with store.reading() as session:
        return {
            TitleId(title): AvailabilityChange.model_validate_json(kept).to_availability(
                branches, here
            )
            for title, kept in session.execute(_KNOWN, {"titles": list(titles)})
            if kept is not None
        }
