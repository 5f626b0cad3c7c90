"""What the database says when it is asked for figures: how many, never who."""

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.database import Database
from kiosk.central.tables.calls import CallRow
from kiosk.central.tables.notices import LetterRow, NoticeRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.central.watching.readiness import check
from kiosk.domain.calls import CallState
from kiosk.domain.errors import LibraryError
from kiosk.domain.notices import NoticeState

_LEFT_TO_DO = (NoticeState.DUE, NoticeState.HANDING_OVER, NoticeState.UNCERTAIN)


class State(Collector):
    """Read anew at each scrape; a database that is away is told by one figure, not by an error."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> list[Metric]:
        """Nothing is known before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        try:
            check(self._database)
            with self._database.session() as session:
                counted = [*_reservations(session), *_notices(session), *_calls(session)]
        except LibraryError:
            yield _ready(is_ready=False)
            return
        yield _ready(is_ready=True)
        yield from counted


def _ready(*, is_ready: bool) -> Metric:
    says = "1 while the service can read and write its database."
    return GaugeMetricFamily("kiosk_service_ready", says, value=float(is_ready))


def _reservations(session: Session) -> Iterator[Metric]:
    found = GaugeMetricFamily("kiosk_service_reservations", "Open reservations.", labels=("state",))
    counted = (
        select(ReservationRow.state, func.count())
        .where(ReservationRow.state.in_(OPEN_STATES))
        .group_by(ReservationRow.state)
    )
    counts = dict(session.execute(counted).all())
    for state in OPEN_STATES:
        found.add_metric((state.value,), counts.get(state, 0))
    yield found


def _notices(session: Session) -> Iterator[Metric]:
    found = GaugeMetricFamily(
        "kiosk_service_notices",
        "Notices and letters that are not settled.",
        labels=("kind", "state"),
    )
    for kind, table in (("notice", NoticeRow), ("letter", LetterRow)):
        counted = (
            select(table.state, func.count())
            .where(table.state.in_(_LEFT_TO_DO))
            .group_by(table.state)
        )
        counts = dict(session.execute(counted).all())
        for state in _LEFT_TO_DO:
            found.add_metric((kind, state.value), counts.get(state, 0))
    yield found


def _calls(session: Session) -> Iterator[Metric]:
    says = "Patrons who wait for a librarian."
    waiting = select(func.count()).where(CallRow.state != CallState.DONE)
    yield GaugeMetricFamily(
        "kiosk_service_calls_waiting", says, value=session.scalars(waiting).one()
    )
