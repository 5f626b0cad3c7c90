"""Reading the records feed into the store, page by page."""

from collections.abc import Iterator

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from kiosk.catalogue.stored import pack_title, unpack_title
from kiosk.domain.titles import Title
from kiosk.services.records_rows import StateRow, TitleRow
from kiosk.services.records_source import RecordsSource
from kiosk.services.records_store import RecordsStore, state_of
from kiosk.wire.records import RecordChange, RecordsPage

PAGE = 1000  # changes


def read_records(store: RecordsStore, source: RecordsSource) -> None:
    """Bring the records up to now; each page is kept as soon as it came."""
    is_last = False
    while not is_last:
        page = source.records(store.state().records_change, PAGE)
        with store.writing() as session:
            is_last = _take(session, page) and page.is_last


def changed_titles(store: RecordsStore, after: int) -> Iterator[tuple[int, Title | None]]:
    """Numbers of titles that changed, with the record; None for a title that was withdrawn."""
    wanted = (
        select(TitleRow.number, TitleRow.record)
        .where(TitleRow.record_change > after)
        .order_by(TitleRow.record_change)
        .execution_options(yield_per=PAGE)
    )
    with store.reading() as session:
        for number, record in session.execute(wanted):
            yield number, unpack_title(record) if record is not None else None


def _take(session: Session, page: RecordsPage) -> bool:
    """False where the page belongs to another numbering, so that all begins again from 0."""
    state = state_of(session)
    if page.numbering != state.records_numbering:
        was_from_start = state.records_change == 0
        _begin_anew(session, state, page.numbering)
        if not was_from_start:
            return False
    _keep(session, page.changes)
    state.records_change = max(
        (change.number for change in page.changes), default=state.records_change
    )
    return True


def _begin_anew(session: Session, state: StateRow, numbering: str) -> None:
    session.execute(update(TitleRow).values(record=None, record_change=0))
    state.records_numbering = numbering
    state.records_change = 0


def _keep(session: Session, changes: tuple[RecordChange, ...]) -> None:
    new = insert(TitleRow)
    put = new.on_conflict_do_update(
        index_elements=[TitleRow.id],
        set_={"record": new.excluded.record, "record_change": new.excluded.record_change},
    )
    rows = [_row(change) for change in changes]
    if rows:
        session.execute(put, rows)


def _row(change: RecordChange) -> dict[str, object]:
    title = change.to_title()
    return {
        "id": change.title,
        "record": pack_title(title) if title is not None else None,
        "record_change": change.number,
    }
