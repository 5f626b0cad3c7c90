"""The rows of titles, and the numbers of their latest changes."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId


class TitleRow(Row):
    """A record; one that was withdrawn stays, so that copies of the catalogue hear of it."""

    __tablename__ = "title"

    id: Mapped[TitleId] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(unique=True)  # number of its latest change
    name: Mapped[str]
    reading: Mapped[str | None]
    creators: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    publisher: Mapped[str]
    year: Mapped[int | None]
    material: Mapped[Material]
    ndc: Mapped[str]
    mark: Mapped[str]
    volume: Mapped[str]
    language: Mapped[str]
    isbn: Mapped[str | None]
    is_for_children: Mapped[bool]
    summary: Mapped[str]
    subjects: Mapped[list[str]] = mapped_column(JSON)
    series: Mapped[str | None]
    extent: Mapped[str]
    added_on: Mapped[date | None]
    set_id: Mapped[TitleId | None] = mapped_column(default=None, index=True)
    part: Mapped[str] = mapped_column(default="")
    part_rank: Mapped[int] = mapped_column(default=0)
    work: Mapped[str] = mapped_column(default="", index=True)
    is_withdrawn: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def of(cls, title: Title, change: int) -> "TitleRow":
        return cls(id=title.id, change=change, **_columns(title))

    def take(self, title: Title, change: int) -> None:
        """Become this record, with a new number."""
        self.change = change
        self.is_withdrawn = False
        for name, value in _columns(title).items():
            setattr(self, name, value)

    def to_title(self) -> Title:
        return Title(
            id=self.id,
            name=self.name,
            reading=self.reading,
            creators=tuple(Creator(**creator) for creator in self.creators),
            publisher=self.publisher,
            year=self.year,
            material=self.material,
            call_number=CallNumber(self.ndc, self.mark, self.volume),
            language=self.language,
            isbn=self.isbn,
            is_for_children=self.is_for_children,
            summary=self.summary,
            subjects=tuple(self.subjects),
            series=self.series,
            extent=self.extent,
            added_on=self.added_on,
            set_id=self.set_id,
            part=self.part,
            part_rank=self.part_rank,
            work=self.work,
        )


class AvailabilityRow(Row):
    """The number of the latest change of where a title's items are, and who waits."""

    __tablename__ = "availability"

    title_id: Mapped[TitleId] = mapped_column(
        ForeignKey("title.id", ondelete="CASCADE"), primary_key=True
    )
    change: Mapped[int] = mapped_column(unique=True)


def _columns(title: Title) -> dict[str, Any]:
    return {
        "name": title.name,
        "reading": title.reading,
        "creators": [
            {"name": creator.name, "reading": creator.reading, "role": creator.role}
            for creator in title.creators
        ],
        "publisher": title.publisher,
        "year": title.year,
        "material": title.material,
        "ndc": title.call_number.ndc,
        "mark": title.call_number.mark,
        "volume": title.call_number.volume,
        "language": title.language,
        "isbn": title.isbn,
        "is_for_children": title.is_for_children,
        "summary": title.summary,
        "subjects": list(title.subjects),
        "series": title.series,
        "extent": title.extent,
        "added_on": title.added_on,
        "set_id": title.set_id,
        "part": title.part,
        "part_rank": title.part_rank,
        "work": title.work,
    }
