"""Imports files of records: in batches, each whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from kiosk.central.importing.found import Found, NotTaken, Record, Source
from kiosk.central.importing.refusals import FileRefused, RowRefused
from kiosk.central.importing.repeats import Repeats
from kiosk.central.importing.report import Report, Trouble
from kiosk.central.storage.database import Database

BATCH = 500  # rows kept in one transaction; kiosks wait no longer than it takes
Record_contra = TypeVar("Record_contra", contravariant=True)
_COMES_AGAIN = "The same comes again further on; that one counts."


class Keeping(Protocol[Record_contra]):
    """How one kind of record is kept; each question looks first and changes then."""

    def put(self, session: Session, record: Record_contra) -> bool:
        """Take it in, new or changed; False where it is known as it is.

        Raises:
            RowRefused: nothing was changed.
        """
        ...

    def withdraw(self, session: Session, key: str) -> bool:
        """Take it away; False where there is none. Raises RowRefused: nothing was changed."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Who hears of what is going on."""

    progress: Callable[[int, int | None], None]  # done, of how many; None: still being counted
    trouble: Callable[[Trouble], None]  # after what stands before it was kept


class _Outcome(Enum):
    CHANGED = auto()
    UNCHANGED = auto()
    WITHDRAWN = auto()
    TROUBLE = auto()


def import_all(
    database: Database, sources: Sequence[Source[Record]], keeping: Keeping[Record], told: Told
) -> Report:
    """Read all files, twice: the first time only to know what comes more than once.

    A process that is killed and started again ends in the same database as one that was not:
    each record is written at most once, in the order of the files, and what is known takes no
    new number.

    Raises:
        StorageFull, StorageBusy, StorageBroken: batches that were kept stay.
    """
    return _Import(database, keeping, told).run(sources)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Record]):
    """Something that stands in a file, or what is wrong with the file."""

    source: Source[Record]
    found: Found[Record] | NotTaken | FileRefused

    def trouble(self, reason: str) -> Trouble:
        row = None if isinstance(self.found, FileRefused) else self.found.row
        return Trouble(self.source.name, row, reason, self.source.unit)


class _Import(Generic[Record]):
    def __init__(self, database: Database, keeping: Keeping[Record], told: Told) -> None:
        self._database = database
        self._keeping = keeping
        self._told = told
        self._repeats = Repeats()
        self._outcomes: Counter[_Outcome] = Counter()

    def run(self, sources: Sequence[Source[Record]]) -> Report:
        total, done = self._look_through(sources), 0
        entries = _entries(sources)
        while batch := list(islice(entries, BATCH)):
            for trouble in self._keep(batch):
                self._outcomes[_Outcome.TROUBLE] += 1
                self._told.trouble(trouble)
            done += len(batch)
            self._told.progress(done, total)
        return Report(
            changed=self._outcomes[_Outcome.CHANGED],
            unchanged=self._outcomes[_Outcome.UNCHANGED],
            withdrawn=self._outcomes[_Outcome.WITHDRAWN],
            troubles=self._outcomes[_Outcome.TROUBLE],
        )

    def _look_through(self, sources: Sequence[Source[Record]]) -> int:
        """How many entries there are."""
        total = 0
        for total, entry in enumerate(_entries(sources), start=1):
            if isinstance(entry.found, Found):
                self._repeats.see(entry.found.key)
            if total % BATCH == 0:
                self._told.progress(total, None)
        self._repeats.count()
        return total

    def _keep(self, batch: list[_Entry[Record]]) -> list[Trouble]:
        """Keep a batch whole, and only then say what was wrong in it."""
        troubles: list[Trouble] = []
        with self._database.writing() as session:
            for entry in batch:
                if isinstance(entry.found, Found):
                    reasons = self._keep_one(session, entry.found)
                else:
                    reasons = (entry.found.reason,)
                troubles += map(entry.trouble, reasons)
        return troubles

    def _keep_one(self, session: Session, found: Found[Record]) -> tuple[str, ...]:
        """What is to be said about it."""
        if not self._repeats.is_last(found.key):
            return (_COMES_AGAIN,)
        try:
            self._outcomes[self._outcome(session, found)] += 1
        except RowRefused as refused:
            return (refused.reason,)
        return found.remarks

    def _outcome(self, session: Session, found: Found[Record]) -> _Outcome:
        if found.record is not None:
            is_new = self._keeping.put(session, found.record)
            return _Outcome.CHANGED if is_new else _Outcome.UNCHANGED
        is_gone = self._keeping.withdraw(session, found.key)
        return _Outcome.WITHDRAWN if is_gone else _Outcome.UNCHANGED


def _entries(sources: Sequence[Source[Record]]) -> Iterator[_Entry[Record]]:
    for source in sources:
        try:
            yield from (_Entry(source, found) for found in source.read())
        except FileRefused as refused:
            yield _Entry(source, refused)
