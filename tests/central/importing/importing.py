"""What tests of importing share: running one, and what was heard of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.central.importing.files import ImportKind, Order, import_files
from kiosk.central.importing.found import Source
from kiosk.central.importing.report import Report, Trouble
from kiosk.central.importing.running import Told, import_all
from kiosk.central.importing.titles import Titles
from kiosk.central.records.feed import Feed
from kiosk.central.storage.database import Database
from kiosk.domain.policy import CardPolicy
from kiosk.domain.titles import Title

SHIPPED = Path(__file__).parents[3] / "assets" / "importing"
CARDS = CardPolicy(digits=8)


@dataclass(slots=True)
class Heard:
    """An import's report, and what was told meanwhile."""

    report: Report = field(default_factory=Report)
    troubles: list[Trouble] = field(default_factory=list)
    progress: list[tuple[int, int | None]] = field(default_factory=list)

    @property
    def told(self) -> Told:
        return Told(
            progress=lambda done, total: self.progress.append((done, total)),
            trouble=self.troubles.append,
        )

    @property
    def reasons(self) -> list[tuple[int | None, str]]:
        return [(trouble.row, trouble.reason) for trouble in self.troubles]


def import_titles(database: Database, *sources: Source[Title]) -> Heard:
    heard = Heard()
    heard.report = import_all(database, sources, Titles(), heard.told)
    return heard


def import_kind(database: Database, kind: ImportKind, *files: Path) -> Heard:
    """With the mapping that is shipped."""
    return import_order(database, Order(kind, files, SHIPPED, CARDS))


def import_order(database: Database, order: Order) -> Heard:
    heard = Heard()
    heard.report = import_files(database, order, heard.told)
    return heard


def titles_in(database: Database) -> dict[str, Title]:
    found = (change.to_title() for change in Feed(database).records(0, 2000).changes)
    return {title.id: title for title in found if title is not None}


def changes_in(database: Database, after: int = 0) -> Sequence[str]:
    """The ids of what changed since, in the order of its numbers."""
    return [change.title for change in Feed(database).records(after, 2000).changes]
