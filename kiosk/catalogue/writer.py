"""Building the index in a folder, and bringing changes into it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tantivy import Document, Index, Query

from kiosk.catalogue.entries import document_of
from kiosk.catalogue.errors import IndexUnwritable
from kiosk.catalogue.schema import FORMAT, Field, build_schema, register_tokens
from kiosk.domain.titles import Title

_MEMORY_BYTES = 64_000_000
_STATE = "state"


class CatalogueWriter:
    """Writes one folder; there is one writer at a time, and readers never wait for it.

    Titles go by a number of the caller's, which stays with a title for as long as the folder
    lives. Nothing is seen before `commit`; a power cut leaves the last commit.

    Raises, each call: IndexUnwritable.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with _said_as_ours():
            index = Index(build_schema(), path=str(folder))
            register_tokens(index)
            self._schema = index.schema
            self._writer = index.writer(_MEMORY_BYTES, num_threads=1)

    def put(self, number: int, title: Title) -> None:
        """Add a title, in place of an earlier form of it under the same number."""
        self.withdraw(number)
        self.add(number, title)

    def add(self, number: int, title: Title) -> None:
        """Add a title under a number that the folder has not seen."""
        document = document_of(number, title)
        with _said_as_ours():
            self._writer.add_document(document)

    def withdraw(self, number: int) -> None:
        # By query: a term made from a Python int is a signed one, and meets no unsigned field.
        same = Query.term_query(self._schema, Field.NUMBER, number)
        self._writer.delete_documents_by_query(same)

    def commit(self, note: str = "") -> None:
        """Let readers see what was written, with a note of how far the caller has come."""
        self._writer.delete_documents_by_term(Field.STATE, _STATE)
        state = Document()
        state.add_text(Field.STATE, _STATE)
        state.add_text(Field.STATE, f"{FORMAT}:{note}")
        with _said_as_ours():
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


@contextmanager
def _said_as_ours() -> Iterator[None]:
    try:
        yield
    except (ValueError, OSError) as error:
        raise IndexUnwritable from error


def build(folder: Path, titles: Iterable[tuple[int, Title]], note: str = "") -> None:
    """Fill an empty folder."""
    with CatalogueWriter(folder) as writer:
        for number, title in titles:
            writer.add(number, title)
        writer.commit(note)
