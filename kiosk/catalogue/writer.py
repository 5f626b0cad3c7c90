"""Building the index in a folder, and bringing changes into it."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from tantivy import Document, Index

from kiosk.catalogue.entries import document_of
from kiosk.catalogue.schema import FORMAT, Field, build_schema, register_tokens
from kiosk.domain.titles import Title

_MEMORY_BYTES = 64_000_000
_STATE = "state"


class CatalogueWriter:
    """Writes one folder; there is one writer at a time, and readers never wait for it.

    Titles go by a number of the caller's, which stays with a title for as long as the folder
    lives. Nothing is seen before `commit`; a power cut leaves the last commit.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        index = Index(build_schema(), path=str(folder))
        register_tokens(index)
        self._writer = index.writer(_MEMORY_BYTES, num_threads=1)

    def put(self, number: int, title: Title) -> None:
        """Add a title, in place of an earlier form of it under the same number."""
        self.withdraw(number)
        self.add(number, title)

    def add(self, number: int, title: Title) -> None:
        """Add a title under a number that the folder has not seen."""
        self._writer.add_document(document_of(number, title))

    def withdraw(self, number: int) -> None:
        self._writer.delete_documents_by_term(Field.NUMBER, number)

    def commit(self, applied: int = 0) -> None:
        """Let readers see what was written, and note how far the caller's changes have come."""
        self._writer.delete_documents_by_term(Field.STATE, _STATE)
        state = Document()
        state.add_text(Field.STATE, _STATE)
        state.add_text(Field.STATE, f"{FORMAT}:{applied}")
        self._writer.add_document(state)
        self._writer.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writer.wait_merging_threads()


def build(folder: Path, titles: Iterable[tuple[int, Title]], applied: int = 0) -> None:
    """Fill an empty folder."""
    with CatalogueWriter(folder) as writer:
        for number, title in titles:
            writer.add(number, title)
        writer.commit(applied)
