"""The records feed: numbered changes of titles and of where their items are."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.titles import (
    Availability,
    CallNumber,
    Creator,
    Holding,
    Material,
    Title,
    TitleId,
)
from kiosk.wire.message import Message


class CallNumberRecord(Message):
    ndc: str
    mark: str = ""
    volume: str = ""

    @classmethod
    def of(cls, number: CallNumber) -> "CallNumberRecord":
        return cls(ndc=number.ndc, mark=number.mark, volume=number.volume)

    def to_call_number(self) -> CallNumber:
        return CallNumber(self.ndc, self.mark, self.volume)


class CreatorRecord(Message):
    name: str
    reading: str | None = None
    role: str | None = None

    @classmethod
    def of(cls, creator: Creator) -> "CreatorRecord":
        return cls(name=creator.name, reading=creator.reading, role=creator.role)

    def to_creator(self) -> Creator:
        return Creator(self.name, self.reading, self.role)


class TitleRecord(Message):
    id: TitleId
    name: str
    reading: str | None = None
    creators: tuple[CreatorRecord, ...] = ()
    publisher: str = ""
    year: int | None = None
    material: Material = Material.BOOK
    call_number: CallNumberRecord
    language: str = "ja"
    isbn: str | None = None
    is_for_children: bool = False
    summary: str = ""
    subjects: tuple[str, ...] = ()
    series: str | None = None
    extent: str = ""
    added_on: date | None = None
    set_id: TitleId | None = None
    part: str = ""
    part_rank: int = 0
    work: str = ""

    @classmethod
    def of(cls, title: Title) -> "TitleRecord":
        return cls(
            id=title.id,
            name=title.name,
            reading=title.reading,
            creators=tuple(CreatorRecord.of(creator) for creator in title.creators),
            publisher=title.publisher,
            year=title.year,
            material=title.material,
            call_number=CallNumberRecord.of(title.call_number),
            language=title.language,
            isbn=title.isbn,
            is_for_children=title.is_for_children,
            summary=title.summary,
            subjects=title.subjects,
            series=title.series,
            extent=title.extent,
            added_on=title.added_on,
            set_id=title.set_id,
            part=title.part,
            part_rank=title.part_rank,
            work=title.work,
        )

    def to_title(self) -> Title:
        return Title(
            id=self.id,
            name=self.name,
            reading=self.reading,
            creators=tuple(creator.to_creator() for creator in self.creators),
            publisher=self.publisher,
            year=self.year,
            material=self.material,
            call_number=self.call_number.to_call_number(),
            language=self.language,
            isbn=self.isbn,
            is_for_children=self.is_for_children,
            summary=self.summary,
            subjects=self.subjects,
            series=self.series,
            extent=self.extent,
            added_on=self.added_on,
            set_id=self.set_id,
            part=self.part,
            part_rank=self.part_rank,
            work=self.work,
        )


class RecordChange(Message):
    """The latest change of one title; earlier ones of the same title are not sent."""

    number: int = Field(ge=1)
    title: TitleId
    record: TitleRecord | None = None  # None: withdrawn

    @classmethod
    def of(cls, number: int, title: TitleId, record: Title | None) -> "RecordChange":
        sent = TitleRecord.of(record) if record is not None else None
        return cls(number=number, title=title, record=sent)

    def to_title(self) -> Title | None:
        """None: the title was withdrawn."""
        return self.record.to_title() if self.record is not None else None


class RecordsPage(Message):
    """GET /records: changes after a number, in the order of their numbers.

    A page with `is_last` reaches up to now. Changes belong to one numbering: a copy that was made
    from another one (the library was filled anew) begins again from 0.
    """

    numbering: str
    changes: tuple[RecordChange, ...]
    is_last: bool


class HoldingRecord(Message):
    branch: BranchId
    items: int = Field(ge=0)
    on_shelf: int = Field(ge=0)
    shelf: str = ""
    floor: str = ""
    is_reference: bool = False
    due: date | None = None
    set_aside: int = Field(default=0, ge=0)
    in_transit: int = Field(default=0, ge=0)
    on_hold_shelf: int = Field(default=0, ge=0)
    is_closed_stacks: bool = False

    @classmethod
    def of(cls, holding: Holding) -> "HoldingRecord":
        return cls(
            branch=holding.branch.id,
            items=holding.items,
            on_shelf=holding.on_shelf,
            shelf=holding.shelf,
            floor=holding.floor,
            is_reference=holding.is_reference,
            due=holding.due,
            set_aside=holding.set_aside,
            in_transit=holding.in_transit,
            on_hold_shelf=holding.on_hold_shelf,
            is_closed_stacks=holding.is_closed_stacks,
        )

    def to_holding(self, branches: Mapping[BranchId, Branch], here: BranchId | None) -> Holding:
        """The holding as seen from the branch `here`; an unknown branch goes by its id."""
        return Holding(
            branch=branches.get(self.branch, Branch(self.branch, str(self.branch))),
            items=self.items,
            on_shelf=self.on_shelf,
            shelf=self.shelf,
            floor=self.floor,
            is_reference=self.is_reference,
            due=self.due,
            is_here=self.branch == here,
            set_aside=self.set_aside,
            in_transit=self.in_transit,
            on_hold_shelf=self.on_hold_shelf,
            is_closed_stacks=self.is_closed_stacks,
        )


class AvailabilityChange(Message):
    """Where the items of one title are now, and how many patrons wait for them."""

    number: int = Field(ge=1)
    title: TitleId
    holdings: tuple[HoldingRecord, ...] = ()
    waiting: int = Field(default=0, ge=0)
    missing: int = Field(default=0, ge=0)
    barcodes: tuple[str, ...] = ()  # of its items, those that are missing too

    @classmethod
    def of(
        cls,
        number: int,
        title: TitleId,
        availability: Availability,
        barcodes: tuple[str, ...] = (),
    ) -> "AvailabilityChange":
        return cls(
            number=number,
            title=title,
            holdings=tuple(HoldingRecord.of(holding) for holding in availability.holdings),
            waiting=availability.waiting,
            missing=availability.missing,
            barcodes=barcodes,
        )

    def to_availability(
        self, branches: Mapping[BranchId, Branch], here: BranchId | None
    ) -> Availability:
        """The whereabouts as seen from the branch `here`."""
        holdings = tuple(holding.to_holding(branches, here) for holding in self.holdings)
        return Availability(holdings, self.waiting, self.missing)


class AvailabilityPage(Message):
    """GET /availability: like RecordsPage, with a numbering of its own pace."""

    numbering: str
    changes: tuple[AvailabilityChange, ...]
    is_last: bool
