"""Which barcodes the items of titles bear, so that a kiosk knows a book that is held to it."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.tables.items import ItemRow
from kiosk.domain.titles import TitleId


def barcodes(session: Session, titles: Sequence[TitleId]) -> dict[TitleId, tuple[str, ...]]:
    """Of each title that has items, those too that are missing: who scans one has found it."""
    there = (
        select(ItemRow.title_id, ItemRow.barcode)
        .where(ItemRow.title_id.in_(titles))
        .order_by(ItemRow.barcode)
    )
    found: dict[TitleId, list[str]] = defaultdict(list)
    for title, barcode in session.execute(there):
        found[title].append(barcode)
    return {title: tuple(each) for title, each in found.items()}
