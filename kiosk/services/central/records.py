"""The records feed of the central service, page by page, for the kiosk's own copy."""

from kiosk.domain.branches import Branch
from kiosk.services.central.http import CentralHttp
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.records import AvailabilityPage, RecordsPage


class CentralRecords:
    """Raises, each: LineLost, ServiceBroken."""

    def __init__(self, http: CentralHttp) -> None:
        self._http = http

    def records(self, after: int, limit: int) -> RecordsPage:
        """Changes of titles whose number is greater than `after`."""
        return self._http.get("/records", RecordsPage, params={"after": after, "limit": limit})

    def availability(self, after: int, limit: int) -> AvailabilityPage:
        """Changes of where items are whose number is greater than `after`."""
        page = {"after": after, "limit": limit}
        return self._http.get("/availability", AvailabilityPage, params=page)

    def branches(self) -> tuple[Branch, ...]:
        return self._http.get("/branches", BranchesAnswer).to_branches()
