"""Where the kiosk's copy of the catalogue comes from."""

from typing import Protocol

from kiosk.domain.branches import Branch
from kiosk.wire.records import AvailabilityPage, RecordsPage


class RecordsSource(Protocol):
    """The feeds of the central service. Raises, each: LineLost, ServiceBroken."""

    def records(self, after: int, limit: int) -> RecordsPage: ...

    def availability(self, after: int, limit: int) -> AvailabilityPage: ...

    def branches(self) -> tuple[Branch, ...]: ...
