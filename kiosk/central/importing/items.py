"""How items are kept: the single things that the library lends."""

from typing import Any

from sqlalchemy.orm import Session

from kiosk.central.importing.deleting import unless_needed
from kiosk.central.importing.items_csv import Item
from kiosk.central.importing.refusals import RowRefused
from kiosk.central.records.changes import availability_changed
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.items import ItemState
from kiosk.domain.titles import Material

_AT_REST = {False: ItemState.ON_SHELF, True: ItemState.MISSING}  # by whether it is missing


class Items:
    """The stock. Whether an item is out, on its way or set aside, is not the file's to say."""

    def put(self, session: Session, record: Item) -> bool:
        title = session.get(TitleRow, record.title_id)
        if title is None:
            raise RowRefused("The title is unknown here.")
        if session.get(BranchRow, record.branch_id) is None:
            raise RowRefused("The branch is unknown here.")
        row = session.get(ItemRow, record.barcode)
        wanted = _columns(record, title.material, row)
        if row is None:
            session.add(ItemRow(barcode=record.barcode, **wanted))
            moved = [title.id]
        elif all(getattr(row, name) == value for name, value in wanted.items()):
            return False
        else:
            moved = list(dict.fromkeys([row.title_id, title.id]))
            for name, value in wanted.items():
                setattr(row, name, value)
        session.flush()
        availability_changed(session, moved)
        return True

    def withdraw(self, session: Session, key: str) -> bool:
        row = session.get(ItemRow, key)
        if row is None:
            return False
        if row.state not in _AT_REST.values():
            raise RowRefused("The item is out, on its way or set aside.")
        with unless_needed(session):
            session.delete(row)
        availability_changed(session, [row.title_id])
        return True


def _columns(item: Item, material: Material, row: ItemRow | None) -> dict[str, Any]:
    return {
        "title_id": item.title_id,
        "branch_id": item.branch_id,
        "material": item.material or material,
        "shelf_mark": item.shelf_mark,
        "shelf": item.shelf,
        "floor": item.floor,
        "is_reference": item.is_reference,
        "state": _state(item, row.state if row is not None else ItemState.ON_SHELF),
    }


def _state(item: Item, now: ItemState) -> ItemState:
    """Only between shelf and missing."""
    if item.is_missing is None or now not in _AT_REST.values():
        return now
    return _AT_REST[item.is_missing]
