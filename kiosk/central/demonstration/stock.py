"""Puts the demonstration's branches, titles and items on their shelves."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from kiosk.central.demonstration.described import Described
from kiosk.central.demonstration.listed import DescribedTitle
from kiosk.central.records.changes import put_new_titles
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.domain.titles import CallNumber, Title


def put_stock(session: Session, described: Described, today: date) -> None:
    for rank, branch in enumerate(described.branches, start=1):
        session.add(
            BranchRow(
                id=branch.id,
                name=branch.name,
                latin_name=branch.latin_name,
                telephone=branch.telephone,
                closed_weekdays=list(branch.closed_weekdays),
                hours=branch.hours,
                rank=rank,
            )
        )
    put_new_titles(session, [_title(title, today) for title in described.titles])
    session.flush()
    session.add_all(item for title in described.titles for item in _items(title))
    session.flush()


def _title(described: DescribedTitle, today: date) -> Title:
    return Title(
        id=described.id,
        name=described.name,
        reading=described.reading,
        creators=described.creators,
        publisher=described.publisher,
        year=described.year,
        material=described.material,
        call_number=CallNumber(described.ndc, described.mark, described.volume),
        language=described.language,
        is_for_children=described.is_for_children,
        summary=described.summary,
        subjects=described.subjects,
        series=described.series,
        extent=described.extent,
        added_on=today - timedelta(days=described.days_in_library),
        set_id=described.set_id,
        part=described.part,
        part_rank=described.part_rank,
        work=described.work,
    )


def _items(described: DescribedTitle) -> list[ItemRow]:
    return [
        ItemRow(
            barcode=item.barcode,
            title_id=described.id,
            branch_id=item.branch,
            material=described.material,
            shelf_mark=described.shelf_mark,
            shelf=item.shelf,
            floor=item.floor,
            is_reference=described.is_reference,
        )
        for item in described.items
    ]
