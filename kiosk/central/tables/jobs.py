"""The rows of recurring work: who does it now, how it went; and which processes are alive."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.jobs import JobOutcome


class JobRow(Row):
    """A job of all processes together; its times are the database's."""

    __tablename__ = "job"

    name: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime]  # nobody begins before
    holder: Mapped[str | None] = mapped_column(default=None)  # the process that does it now
    held_until: Mapped[datetime | None] = mapped_column(default=None)  # unless it is renewed
    fence: Mapped[int] = mapped_column(default=0)  # rises whenever somebody takes it
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    done_at: Mapped[datetime | None] = mapped_column(default=None)  # the last that did not fail
    outcome: Mapped[JobOutcome | None] = mapped_column(default=None)
    count: Mapped[int] = mapped_column(default=0)
    took_ms: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)  # in a row


class DelivererRow(Row):
    """A process that delivers; when its time is over, what it had in hand is uncertain."""

    __tablename__ = "deliverer"

    id: Mapped[str] = mapped_column(primary_key=True)
    alive_until: Mapped[datetime]  # the database's time
