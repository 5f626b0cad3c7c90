"""The index on disk: a cache made from the records, replaced whole or brought up."""

import shutil
import uuid
from pathlib import Path

from kiosk.catalogue.errors import IndexUnusable, IndexUnwritable
from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.writer import CatalogueWriter, build
from kiosk.services.records_feed import changed_titles
from kiosk.services.records_store import RecordsStore

Mark = tuple[int, ...]


class IndexFolder:
    """A link names the folder in use, so that a new one takes its place in one step."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._link = folder / "index"

    def open(self) -> CatalogueIndex | None:
        """None where there is none that can be used."""
        try:
            return CatalogueIndex.open(self._link.resolve(strict=True))
        except (IndexUnusable, OSError):
            return None

    def mark(self) -> Mark:
        """Differs after every commit and after every replacement."""
        try:
            found = (self._link / "meta.json").stat()
        except OSError:
            return ()
        return (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)

    def bring_up(self, store: RecordsStore) -> None:
        """Make the index say what the records say; one process at a time."""
        self._remove_all_but(self._link.resolve())
        state = store.state()
        note = f"{state.records_numbering}:{state.records_change}"
        index = self.open()
        numbering, _, change = index.note.rpartition(":") if index else ("", "", "0")
        is_ahead = int(change or 0) > state.records_change
        if index is None or numbering != state.records_numbering or is_ahead:
            self._replace(store, note)
        elif int(change) < state.records_change:
            self._apply_or_replace(store, int(change), note)

    def _apply_or_replace(self, store: RecordsStore, after: int, note: str) -> None:
        try:
            self._apply(store, after, note)
        except IndexUnwritable:
            self._replace(store, note)

    def _apply(self, store: RecordsStore, after: int, note: str) -> None:
        with CatalogueWriter(self._link.resolve()) as writer:
            for number, title in changed_titles(store, after):
                if title is None:
                    writer.withdraw(number)
                else:
                    writer.put(number, title)
            writer.commit(note)

    def _replace(self, store: RecordsStore, note: str) -> None:
        new = self._folder / f"index-{uuid.uuid4().hex}"
        records = ((number, title) for number, title in changed_titles(store, 0) if title)
        try:
            build(new, records, note)
        except IndexUnwritable:
            shutil.rmtree(new, ignore_errors=True)
            raise
        link = self._folder / "index.new"
        link.unlink(missing_ok=True)
        link.symlink_to(new.name)
        self._remove_what_is_no_link()
        link.replace(self._link)
        self._remove_all_but(new)

    def _remove_what_is_no_link(self) -> None:
        if self._link.is_dir() and not self._link.is_symlink():
            shutil.rmtree(self._link)

    def _remove_all_but(self, kept: Path) -> None:
        """Whoever has an old one open goes on reading it until it is closed."""
        for folder in self._folder.glob("index-*"):
            if folder != kept:
                shutil.rmtree(folder, ignore_errors=True)
