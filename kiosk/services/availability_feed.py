"""Reading the availability feed into the store, page by page."""

from collections.abc import Iterable, Sequence

from sqlalchemy import update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from kiosk.domain.branches import BranchId
from kiosk.services.items_feed import forget_items, keep_items
from kiosk.services.records_rows import StateRow, TitleRow
from kiosk.services.records_source import RecordsSource
from kiosk.services.records_store import RecordsStore, state_of
from kiosk.wire.records import AvailabilityChange, AvailabilityPage

PAGE = 1000  # changes
_NOWHERE = {"held_at": "", "on_shelf_at": ""}


def read_availability(store: RecordsStore, source: RecordsSource) -> None:
    """Bring the whereabouts up to now; each page is kept as soon as it came."""
    is_last = False
    while not is_last:
        page = source.availability(store.state().availability_change, PAGE)
        with store.writing() as session:
            is_last = _take(session, page) and page.is_last


def _take(session: Session, page: AvailabilityPage) -> bool:
    """False where the page belongs to another numbering, so that all begins again from 0."""
    state = state_of(session)
    if page.numbering != state.availability_numbering:
        was_from_start = state.availability_change == 0
        _begin_anew(session, state, page.numbering)
        if not was_from_start:
            return False
    _keep(session, page.changes)
    numbers = (change.number for change in page.changes)
    state.availability_change = max(numbers, default=state.availability_change)
    return True


def _begin_anew(session: Session, state: StateRow, numbering: str) -> None:
    forgotten = update(TitleRow).values(availability=None, availability_change=0, **_NOWHERE)
    session.execute(forgotten)
    forget_items(session)
    state.availability_numbering = numbering
    state.availability_change = 0


def _keep(session: Session, changes: Sequence[AvailabilityChange]) -> None:
    new = insert(TitleRow)
    columns = ("availability", "availability_change", *_NOWHERE)
    put = new.on_conflict_do_update(
        index_elements=[TitleRow.id], set_={name: new.excluded[name] for name in columns}
    )
    rows = [_row(change) for change in changes]
    if rows:
        session.execute(put, rows)
        keep_items(session, changes)


def _row(change: AvailabilityChange) -> dict[str, object]:
    """On a shelf is what can be taken home from there."""
    held = [each.branch for each in change.holdings if each.items]
    at_hand = [each.branch for each in change.holdings if each.on_shelf and not each.is_reference]
    return {
        "id": change.title,
        "availability": change.model_dump_json(exclude={"barcodes"}),
        "availability_change": change.number,
        "held_at": as_lines(held),
        "on_shelf_at": as_lines(at_hand),
    }


def as_lines(branches: Iterable[BranchId]) -> str:
    """The same branches always make the same text."""
    return "\n".join(sorted(set(branches)))
