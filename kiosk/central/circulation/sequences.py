"""順番予約 (rule R7): the order in which a patron's titles shall come."""

from collections.abc import Sequence
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.rows import reservation_of
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.errors.circulation import NotToSequence, SequenceAtCounter
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import ReservationPolicy
from kiosk.domain.reservations import ReservationId, ReservationState

FEWEST = 2


def check_channel(policy: ReservationPolicy, channel: Channel | None) -> None:
    """Raises SequenceAtCounter: the panel sends the patron to the counter."""
    if channel is Channel.KIOSK and not policy.sequence_at_panel:
        raise SequenceAtCounter


def set_sequence(session: Session, patron: PatronId, ordered: Sequence[ReservationId]) -> None:
    """Raises ReservationUnknown, NotToSequence."""
    rows = [reservation_of(session, each, patron) for each in ordered]
    if len(set(ordered)) != len(rows) or len(rows) < FEWEST:
        raise NotToSequence
    sequence = str(uuid4())
    for rank, row in enumerate(rows, start=1):
        _join(row, sequence, rank)


def release_sequence(session: Session, patron: PatronId, member: ReservationId) -> None:
    """Raises ReservationUnknown; nothing happens where it is in no order."""
    row = reservation_of(session, member, patron)
    if row.sequence_id is None:
        return
    for each in _members(session, row.sequence_id):
        each.sequence_id = each.sequence_rank = None


def add_to_sequence(
    session: Session, patron: PatronId, member: ReservationId, added: ReservationId
) -> None:
    """Raises ReservationUnknown, NotToSequence."""
    row = reservation_of(session, member, patron)
    if row.sequence_id is None or row.state not in OPEN_STATES:
        raise NotToSequence
    ranks = [each.sequence_rank or 0 for each in _members(session, row.sequence_id)]
    _join(reservation_of(session, added, patron), row.sequence_id, max(ranks) + 1)


def _join(row: ReservationRow, sequence: str, rank: int) -> None:
    if row.state is not ReservationState.QUEUED or row.sequence_id is not None:
        raise NotToSequence
    row.sequence_id, row.sequence_rank = sequence, rank


def _members(session: Session, sequence: str) -> Sequence[ReservationRow]:
    ours = select(ReservationRow).where(ReservationRow.sequence_id == sequence)
    return session.scalars(ours.with_for_update()).all()
