"""How often somebody may ask for something that goes out of the house: letters, above all."""

from datetime import timedelta
from math import ceil

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.central.accounts.secrets import hash_of
from kiosk.central.clock import Clock
from kiosk.central.tables.kiosks import AttemptRow
from kiosk.domain.errors import TriedTooOften


def take(session: Session, clock: Clock, subject: str, limit: int, within: timedelta) -> None:
    """Count one more of its kind, from the first within a time.

    Args:
        session: one that writes; what it counted is kept if the rest is.
        clock: the service's.
        subject: whose allowance it is; kept by its hash.
        limit: how many within the time.
        within: the time.

    Raises:
        TriedTooOften: nothing was counted.
    """
    now, name = clock.now(), f"allowance:{hash_of(subject)}"
    session.execute(delete(AttemptRow).where(AttemptRow.window_ends_at <= now))
    row = session.get(AttemptRow, name, with_for_update=True)
    if row is None:
        row = AttemptRow(subject=name, count=0, window_ends_at=now + within)
        session.add(row)
    if row.count >= limit:
        raise TriedTooOften(max(1, ceil((row.window_ends_at - now).total_seconds())))
    row.count += 1
