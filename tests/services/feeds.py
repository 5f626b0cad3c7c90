"""A central service in memory, as far as the kiosk's copy of the catalogue asks it."""

from typing import TypeVar

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.errors import LineLost
from kiosk.domain.titles import Availability, Holding, Title, TitleId
from kiosk.wire.records import (
    AvailabilityChange,
    AvailabilityPage,
    RecordChange,
    RecordsPage,
)

Change = TypeVar("Change", RecordChange, AvailabilityChange)

CENTRAL = Branch(BranchId("central"), "本館")
EAST = Branch(BranchId("east"), "東分館")


class Feeds:
    """Hands out changes in pages of `most`; the line goes after `answers` pages, if set."""

    def __init__(self, most: int = 2) -> None:
        self.numbering = "first"
        self.most = most
        self.answers: int | None = None
        self.asked: list[int] = []
        self._last = 0
        self._records: dict[TitleId, RecordChange] = {}
        self._availability: dict[TitleId, AvailabilityChange] = {}

    def put(self, *titles: Title) -> None:
        for title in titles:
            self._records[title.id] = RecordChange.of(self._next(), title.id, title)

    def withdraw(self, title: TitleId) -> None:
        self._records[title] = RecordChange.of(self._next(), title, None)

    def place(self, title: TitleId, *branches: Branch, on_shelf: int = 1, waiting: int = 0) -> None:
        holdings = tuple(Holding(branch, items=1, on_shelf=on_shelf) for branch in branches)
        self._put_availability(title, Availability(holdings, waiting))

    def label(self, title: TitleId, *barcodes: str) -> None:
        """Its items bear these barcodes, and no other."""
        self._put_availability(title, Availability(), barcodes)

    def _put_availability(
        self, title: TitleId, availability: Availability, barcodes: tuple[str, ...] = ()
    ) -> None:
        change = AvailabilityChange.of(self._next(), title, availability, barcodes)
        self._availability[title] = change

    def fill_anew(self, numbering: str) -> None:
        self.numbering = numbering
        self._last = 0
        self._records.clear()
        self._availability.clear()

    def records(self, after: int, limit: int) -> RecordsPage:
        self._answer(after)
        changes = _after(self._records, after)
        page = changes[: min(limit, self.most)]
        return RecordsPage(
            numbering=self.numbering, changes=tuple(page), is_last=len(page) == len(changes)
        )

    def availability(self, after: int, limit: int) -> AvailabilityPage:
        self._answer(after)
        changes = _after(self._availability, after)
        page = changes[: min(limit, self.most)]
        return AvailabilityPage(
            numbering=self.numbering, changes=tuple(page), is_last=len(page) == len(changes)
        )

    def branches(self) -> tuple[Branch, ...]:
        return (CENTRAL, EAST)

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _answer(self, after: int) -> None:
        if self.answers == 0:
            raise LineLost
        if self.answers is not None:
            self.answers -= 1
        self.asked.append(after)


def _after(changes: dict[TitleId, Change], after: int) -> list[Change]:
    later = (change for change in changes.values() if change.number > after)
    return sorted(later, key=lambda change: change.number)
