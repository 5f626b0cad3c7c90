"""The kiosk's own copy of the catalogue: fetch, keep, index, swap; answers without the line."""

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.exc import DatabaseError, OperationalError

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import Shelves
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.errors import IsbnUnknown, ItemUnknown, KioskDiskFull, TitleUnknown
from kiosk.domain.searching import Found, Query, Scope, SearchChoices, Suggestions
from kiosk.domain.titles import Availability, FoundTitle, Title, TitleId
from kiosk.services.availability import (
    KnownShelves,
    branches_of,
    bring_up,
    keep_branches,
    whereabouts,
)
from kiosk.services.availability_feed import read_availability
from kiosk.services.file_lock import FileLock
from kiosk.services.index_folder import IndexFolder, Mark
from kiosk.services.items_feed import title_of_item
from kiosk.services.records_feed import read_records
from kiosk.services.records_source import RecordsSource
from kiosk.services.records_store import RecordsStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _View:
    """All that an answer is made from; replaced whole."""

    index: CatalogueIndex | None = None
    mark: Mark = ()
    known: KnownShelves = field(default_factory=KnownShelves)
    branches: Mapping[BranchId, Branch] = field(default_factory=dict)

    @property
    def shelves(self) -> Shelves:
        return self.known.shelves

    def is_like(self, other: "_View") -> bool:
        return (
            self.mark == other.mark
            and self.known is other.known
            and self.branches == other.branches
        )


class Replica:
    """A Catalogue. Any thread may ask; panel and spare may share the folder.

    An empty folder answers that there are no titles.
    """

    def __init__(self, folder: Path, here: BranchId | None = None) -> None:
        self._folder = folder / "catalogue"
        self._here = here
        self._store = RecordsStore(self._folder)
        self._indexes = IndexFolder(self._folder)
        self._refreshing = FileLock(self._folder / "refreshing.lock")
        self._swapping = threading.Lock()
        self._was_opened = False
        self._view = self._nothing()
        with suppress(KioskDiskFull, DatabaseError):  # whoever asks is told; refreshing mends it
            self.reopen()
        self._told = self._view  # as the last refresh that came to its end left it

    def search(self, query: Query) -> Found:
        with self._disk():
            view = self._looked_at()
            if view.index is None:
                return Found(query)
            found = view.index.search(query, view.shelves)
            titles = self._located(view, found.titles)
            return replace(found, titles=titles, branches=tuple(view.branches.values()))

    def count(self, query: Query) -> int:
        with self._disk():
            view = self._looked_at()
            return view.index.count(query, view.shelves) if view.index else 0

    def suggest(self, text: str, scope: Scope) -> Suggestions:
        view = self._view
        return view.index.suggest(text, scope, view.shelves) if view.index else Suggestions(text)

    def title(self, title: TitleId) -> FoundTitle:
        with self._disk():
            view = self._looked_at()
            return self._known(view, view.index.title(title) if view.index else None)

    def by_isbn(self, isbn: str) -> FoundTitle:
        with self._disk():
            view = self._looked_at()
            title = view.index.by_isbn(isbn) if view.index else None
            if title is None:
                raise IsbnUnknown
            return self._known(view, title)

    def by_item(self, barcode: str) -> FoundTitle:
        with self._disk():
            title = title_of_item(self._store, barcode)
            if title is None:
                raise ItemUnknown
        return self.title(title)

    def has_item(self, barcode: str) -> bool:
        """False too where the kiosk's disk cannot be read: nothing is lost but the guess."""
        with suppress(KioskDiskFull, DatabaseError), self._disk():
            return title_of_item(self._store, barcode) is not None
        return False

    def new_titles(self, limit: int) -> tuple[FoundTitle, ...]:
        view = self._view
        with self._disk():
            return self._shown(view, view.index.newest(limit)) if view.index else ()

    def parts(self, set_id: TitleId) -> tuple[FoundTitle, ...]:
        with self._disk():
            view = self._looked_at()
            return self._shown(view, view.index.parts(set_id)) if view.index else ()

    def editions(self, title: Title) -> tuple[FoundTitle, ...]:
        with self._disk():
            view = self._looked_at()
            return self._shown(view, view.index.editions(title)) if view.index else ()

    def branches(self) -> tuple[Branch, ...]:
        with self._disk():
            return tuple(self._looked_at().branches.values())

    def choices(self) -> SearchChoices:
        with self._disk():
            view = self._looked_at()
            languages = view.index.languages() if view.index else ()
            return SearchChoices(tuple(view.branches.values()), languages)

    def refresh(self, source: RecordsSource) -> bool:
        """Fetch what changed; True where answers may differ now.

        What came before the line went is kept and answered. While another process fetches,
        only its work is looked at.

        Raises:
            LineLost, ServiceBroken, KioskDiskFull.
        """
        with self._disk(), self._refreshing.tried() as is_ours:
            if is_ours:
                self._fetch(source)
        self.reopen()
        told, self._told = self._told, self._view
        return not self._view.is_like(told)

    def reopen(self) -> bool:
        """Look at what is on the disk now; True where that is something new.

        Raises:
            KioskDiskFull: it cannot even be opened.
        """
        with self._disk(), self._swapping:
            before = self._view
            index, mark = self._latest(before)
            known = bring_up(self._store, before.known)
            self._view = _View(index, mark, known, branches_of(self._store))
            self._was_opened = True
            return not self._view.is_like(before)

    def close(self) -> None:
        """Let go of the files; nothing is asked afterwards."""
        self._view = self._nothing()
        self._store.close()

    def _nothing(self) -> _View:
        return _View(known=KnownShelves(shelves=Shelves(here=self._here)))

    def _latest(self, before: _View) -> tuple[CatalogueIndex | None, Mark]:
        """The index as it is now; the former while the new one cannot be opened."""
        mark = self._indexes.mark()
        opened = self._indexes.open() if mark != before.mark else None
        return (opened, mark) if opened else (before.index, before.mark)

    def _fetch(self, source: RecordsSource) -> None:
        try:
            self._fetch_changes(source)
        except OperationalError:
            raise
        except DatabaseError:
            log.error("the copy of the catalogue is broken and is fetched anew")  # noqa: TRY400 - a statement may be in it
            self._store.start_over()
            self._fetch_changes(source)

    def _fetch_changes(self, source: RecordsSource) -> None:
        try:
            keep_branches(self._store, source.branches())
            read_records(self._store, source)
            read_availability(self._store, source)
        finally:
            self._indexes.bring_up(self._store)
            self.reopen()

    def _looked_at(self) -> _View:
        """What there is; a copy that could not be opened is tried again."""
        if not self._was_opened:
            self.reopen()
        return self._view

    @contextmanager
    def _disk(self) -> Iterator[None]:
        """Raises KioskDiskFull for whatever the kiosk's own disk refuses."""
        try:
            yield
        except (OSError, OperationalError) as error:
            full = KioskDiskFull()
            full.add_note(str(self._folder))
            raise full from error

    def _known(self, view: _View, title: Title | None) -> FoundTitle:
        if title is None:
            raise TitleUnknown
        return self._shown(view, (title,))[0]

    def _shown(self, view: _View, titles: Iterable[Title]) -> tuple[FoundTitle, ...]:
        assert view.index is not None, "a title comes from an index"
        return self._located(view, [view.index.with_parts(title) for title in titles])

    def _located(self, view: _View, found: Sequence[FoundTitle]) -> tuple[FoundTitle, ...]:
        ids = [each.title.id for each in found]
        places = whereabouts(self._store, ids, view.branches, self._here) if ids else {}
        return tuple(
            replace(each, availability=places.get(each.title.id, Availability())) for each in found
        )


__all__ = ["RecordsSource", "Replica"]
