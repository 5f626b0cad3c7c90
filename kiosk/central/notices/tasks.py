"""One line of the staff's list of patrons to be told."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.domain.branches import Branch
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LibraryError
from kiosk.domain.notices import NoticeId
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationNumber


@dataclass(frozen=True, slots=True)
class StaffTask:
    """One call to be made, or FAX or e-mail to be written, by a person."""

    notice: NoticeId
    method: NoticeMethod
    contact: str = field(repr=False)  # number or address; empty: none is on file any more
    patron_name: str = field(repr=False)
    number: ReservationNumber
    title: str
    pickup: Branch
    hold_shelf: str
    ready_until: date | None
    since: datetime  # UTC: when it became due
    again_from: datetime | None  # UTC: nobody answered, so not before; None: now
    is_uncertain: bool  # a machine handed it over, and perhaps the patron knows already
    why: str  # the machine's answer as a code; empty: it is the staff's from the first
    patron: PatronId = field(repr=False)
    refused: LibraryError | None = None  # it is not ready: it was never made, and this is why
