"""The rows of calls for a librarian."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.calls import CallId, CallState


class CallRow(Row):
    """Where somebody needs help, and what the screen showed; never who. A kiosk has one open."""

    __tablename__ = "librarian_call"

    id: Mapped[CallId] = mapped_column(primary_key=True)
    kiosk_number: Mapped[str] = mapped_column(ForeignKey("kiosk.number", ondelete="CASCADE"))
    branch_id: Mapped[BranchId]
    place: Mapped[str]  # as the kiosk is signed: "2階 一般 3号機"
    screen: Mapped[str]  # the name of the page that was shown
    called_at: Mapped[datetime]
    state: Mapped[CallState] = mapped_column(default=CallState.WAITING)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)


_open = CallRow.state != CallState.DONE
Index(
    "uq_librarian_call_open_kiosk",
    CallRow.kiosk_number,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
