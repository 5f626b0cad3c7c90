"""Reading the availability feed into the store, page by page."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from kiosk.domain.branches import BranchId
from kiosk.services.records_rows import StateRow, TitleRow
from kiosk.services.records_source import RecordsSource
from kiosk.services.records_store import RecordsStore, state_of
from kiosk.wire.records import AvailabilityChange, AvailabilityPage

PAGE = 1000  # changes
_NOWHERE = {"is_held_here": False, "is_on_shelf": False, "is_on_shelf_here": False}


def read_availability(store: RecordsStore, source: RecordsSource) -> None:
    """Bring the whereabouts up to now; each page is kept as soon as it came."""
    is_last = False
    while not is_last:
        page = source.availability(store.state().availability_change, PAGE)
        with store.writing() as session:
            is_last = _take(session, page) and page.is_last


def see_from(store: RecordsStore, here: BranchId | None) -> None:
    """Work out anew what is here, where the kiosk stands in another branch than before."""
    if store.state().here == here:
        return
    known = select(TitleRow.number, TitleRow.availability).where(TitleRow.availability.is_not(None))
    with store.writing() as session:
        state_of(session).here = here
        seen = [
            {"row": number, **_seen(AvailabilityChange.model_validate_json(kept or ""), here)}
            for number, kept in session.execute(known)
        ]
        if seen:
            table = TitleRow.__table__
            session.connection().execute(
                update(TitleRow).where(table.c.number == bindparam("row")), seen
            )


def _take(session: Session, page: AvailabilityPage) -> bool:
    """False where the page belongs to another numbering, so that all begins again from 0."""
    state = state_of(session)
    if page.numbering != state.availability_numbering:
        was_from_start = state.availability_change == 0
        _begin_anew(session, state, page.numbering)
        if not was_from_start:
            return False
    _keep(session, page.changes, BranchId(state.here) if state.here else None)
    numbers = (change.number for change in page.changes)
    state.availability_change = max(numbers, default=state.availability_change)
    return True


def _begin_anew(session: Session, state: StateRow, numbering: str) -> None:
    forgotten = update(TitleRow).values(availability=None, availability_change=0, **_NOWHERE)
    session.execute(forgotten)
    state.availability_numbering = numbering
    state.availability_change = 0


def _keep(session: Session, changes: Iterable[AvailabilityChange], here: BranchId | None) -> None:
    new = insert(TitleRow)
    columns = ("availability", "availability_change", *_NOWHERE)
    put = new.on_conflict_do_update(
        index_elements=[TitleRow.id], set_={name: new.excluded[name] for name in columns}
    )
    rows = [_row(change, here) for change in changes]
    if rows:
        session.execute(put, rows)


def _row(change: AvailabilityChange, here: BranchId | None) -> dict[str, object]:
    return {
        "id": change.title,
        "availability": change.model_dump_json(),
        "availability_change": change.number,
        **_seen(change, here),
    }


def _seen(change: AvailabilityChange, here: BranchId | None) -> dict[str, object]:
    """On a shelf is what can be taken home from there."""
    at_hand = [held for held in change.holdings if held.on_shelf and not held.is_reference]
    return {
        "is_held_here": any(held.items and held.branch == here for held in change.holdings),
        "is_on_shelf": bool(at_hand),
        "is_on_shelf_here": any(held.branch == here for held in at_hand),
    }
