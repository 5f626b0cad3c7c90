"""How the kiosks are, by what each of them reports every minute."""

from datetime import datetime, timedelta

from sqlalchemy import select

from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.tables.kiosks import KioskRow
from kiosk.domain.kiosks import KioskReport, KioskState
from kiosk.domain.policy import KioskPolicy
from kiosk.wire.kiosks import ReportRequest

MOST_KIOSKS = 999  # their numbers have three digits


class WatchedKiosks:
    def __init__(self, database: Database, clock: Clock, policy: KioskPolicy) -> None:
        self._database = database
        self._clock = clock
        self._key_lasts = timedelta(days=policy.key_days)
        self._silent_after = timedelta(minutes=policy.silent_minutes)

    def heard(self, number: str, report: KioskReport) -> bool:
        """Keep what a kiosk says in place of what it said before.

        Returns:
            Whether it shall change its key.
        """
        now = self._clock.now()
        with self._database.writing() as session:
            row = session.get_one(KioskRow, number, with_for_update=True)
            row.seen_at = now
            row.report = ReportRequest.of(report).model_dump_json()
            since = row.key_since
        return since is not None and now - since >= self._key_lasts

    def all(self) -> tuple[KioskState, ...]:
        """By number; the revoked ones too."""
        now = self._clock.now()
        wanted = select(KioskRow).order_by(KioskRow.number).limit(MOST_KIOSKS)
        with self._database.session() as session:
            return tuple(self._state(row, now) for row in session.scalars(wanted))

    def _state(self, row: KioskRow, now: datetime) -> KioskState:
        report = ReportRequest.model_validate_json(row.report) if row.report else None
        is_late = row.seen_at is None or now - row.seen_at > self._silent_after
        return KioskState(
            number=row.number,
            branch=row.branch_id,
            key_since=row.key_since,
            revoked_at=row.revoked_at,
            seen_at=row.seen_at,
            report=report.to_report() if report else None,
            is_silent=is_late and row.revoked_at is None,
        )
