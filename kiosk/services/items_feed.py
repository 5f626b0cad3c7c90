"""The items' barcodes in the kiosk's copy: which title a book that is held to it belongs to."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from kiosk.domain.titles import TitleId
from kiosk.services.records_rows import ItemRow, TitleRow
from kiosk.services.records_store import RecordsStore
from kiosk.wire.records import AvailabilityChange

# Without the barcode: SQLAlchemy keeps a statement as it first ran, and with it every value in it.
_TITLE_OF_ITEM = (
    select(TitleRow.id)
    .join(ItemRow, ItemRow.title == TitleRow.number)
    .where(ItemRow.barcode == bindparam("barcode"))
)


def keep_items(session: Session, changes: Sequence[AvailabilityChange]) -> None:
    """Take the barcodes of these titles, which are known already, for those that they had."""
    ids = [change.title for change in changes]
    known = select(TitleRow.id, TitleRow.number).where(TitleRow.id.in_(ids))
    numbers: dict[str, int] = dict(session.execute(known).all())
    session.execute(delete(ItemRow).where(ItemRow.title.in_(numbers.values())))
    new = insert(ItemRow)
    put = new.on_conflict_do_update(
        index_elements=[ItemRow.barcode], set_={"title": new.excluded.title}
    )
    rows = [
        {"barcode": barcode, "title": numbers[change.title]}
        for change in changes
        for barcode in change.barcodes
    ]
    if rows:
        session.execute(put, rows)


def forget_items(session: Session) -> None:
    session.execute(delete(ItemRow))


def title_of_item(store: RecordsStore, barcode: str) -> TitleId | None:
    """None where the copy knows no such item. What is asked may be a card: it is not kept."""
    with store.reading() as session:
        found = session.scalar(_TITLE_OF_ITEM, {"barcode": barcode})
    return TitleId(found) if found is not None else None
