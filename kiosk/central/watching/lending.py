"""How much the library has to do: reservations, notices, calls."""

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily, Metric
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.service import Service
from kiosk.central.tables.calls import CallRow
from kiosk.central.tables.notices import LetterRow, NoticeRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.calls import CallState
from kiosk.domain.notices import NoticeState

_LEFT_TO_DO = (NoticeState.DUE, NoticeState.HANDING_OVER, NoticeState.UNCERTAIN)


def lending(service: Service) -> Iterator[Metric]:
    """Raises StorageFull, StorageBusy, StorageBroken."""
    with service.database.session() as session:
        yield _reservations(session)
        yield _notices(session)
        yield _calls(session)


def _reservations(session: Session) -> Metric:
    found = GaugeMetricFamily("kiosk_service_reservations", "Open reservations.", labels=("state",))
    counted = (
        select(ReservationRow.state, func.count())
        .where(ReservationRow.state.in_(OPEN_STATES))
        .group_by(ReservationRow.state)
    )
    counts = dict(session.execute(counted).all())
    for state in OPEN_STATES:
        found.add_metric((state.value,), counts.get(state, 0))
    return found


def _notices(session: Session) -> Metric:
    says = "Notices and letters that are not settled."
    found = GaugeMetricFamily("kiosk_service_notices", says, labels=("kind", "state"))
    for kind, table in (("notice", NoticeRow), ("letter", LetterRow)):
        counted = (
            select(table.state, func.count())
            .where(table.state.in_(_LEFT_TO_DO))
            .group_by(table.state)
        )
        counts = dict(session.execute(counted).all())
        for state in _LEFT_TO_DO:
            found.add_metric((kind, state.value), counts.get(state, 0))
    return found


def _calls(session: Session) -> Metric:
    says = "Patrons who wait for a librarian."
    waiting = select(func.count()).where(CallRow.state != CallState.DONE)
    count = session.scalars(waiting).one()
    return GaugeMetricFamily("kiosk_service_calls_waiting", says, value=count)
