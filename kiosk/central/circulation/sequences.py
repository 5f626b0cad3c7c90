"""順番予約 (rule R7): the order in which a patron's titles shall come."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.moving import moving
from kiosk.central.circulation.rows import hold_reservations, reservation_of
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.errors.circulation import NotToSequence, SequenceAtCounter
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import ReservationPolicy
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.waiting import WhyMoved

FEWEST = 2


def check_channel(policy: ReservationPolicy, channel: Channel | None) -> None:
    """Raises SequenceAtCounter: the panel sends the patron to the counter."""
    if channel is Channel.KIOSK and not policy.sequence_at_panel:
        raise SequenceAtCounter


def set_sequence(
    session: Session, patron: PatronId, ordered: Sequence[ReservationId], now: datetime
) -> None:
    """Raises ReservationUnknown, NotToSequence."""
    hold_reservations(session, ordered)
    rows = [reservation_of(session, each, patron) for each in ordered]
    if len(set(ordered)) != len(rows) or len(rows) < FEWEST:
        raise NotToSequence
    sequence = str(uuid4())
    with moving(session, rows, WhyMoved.ORDER_CHANGED, now):
        for rank, row in enumerate(rows, start=1):
            _join(row, sequence, rank)


def release_sequence(
    session: Session, patron: PatronId, member: ReservationId, now: datetime
) -> None:
    """Raises ReservationUnknown; nothing happens where it is in no order."""
    row = reservation_of(session, member, patron)
    if row.sequence_id is None:
        return
    members = _members(session, row.sequence_id)
    with moving(session, members, WhyMoved.ORDER_CHANGED, now):
        for each in members:
            each.sequence_id = each.sequence_rank = None


def add_to_sequence(
    session: Session,
    patron: PatronId,
    member: ReservationId,
    added: ReservationId,
    now: datetime,
) -> None:
    """Raises ReservationUnknown, NotToSequence."""
    row = reservation_of(session, member, patron)
    if row.sequence_id is None or row.state not in OPEN_STATES:
        raise NotToSequence
    members = _members(session, row.sequence_id)
    ranks = [each.sequence_rank or 0 for each in members]
    last = reservation_of(session, added, patron)
    with moving(session, (*members, last), WhyMoved.ORDER_CHANGED, now):
        _join(last, row.sequence_id, max(ranks) + 1)


def _join(row: ReservationRow, sequence: str, rank: int) -> None:
    if row.state is not ReservationState.QUEUED or row.sequence_id is not None:
        raise NotToSequence
    row.sequence_id, row.sequence_rank = sequence, rank


def _members(session: Session, sequence: str) -> Sequence[ReservationRow]:
    ours = select(ReservationRow).where(ReservationRow.sequence_id == sequence)
    in_order = ours.order_by(ReservationRow.place).with_for_update(key_share=True)
    return session.scalars(in_order.execution_options(populate_existing=True)).all()
