"""Another pickup branch or notice for a reservation that still waits (rules V1, R3, R6)."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.central.circulation.rows import reservation_of
from kiosk.central.lending.choices import (
    branches_of,
    check_choices,
    notices,
    pickups,
)
from kiosk.central.lending.reservable import stock_of
from kiosk.central.lending.shown import shown
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import TooLateToChange
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import Changes, Reservation, ReservationId, ReservationState


def changes(
    session: Session,
    policy: Policy,
    patron: PatronId,
    reservation: ReservationId,
    channel: Channel,
    here: BranchId | None,
) -> Changes:
    """Raises ReservationUnknown, TooLateToChange."""
    row = reservation_of(session, reservation, patron)
    if row.state is not ReservationState.QUEUED:
        raise TooLateToChange
    return _changes(session, policy, row, channel, here)


def change(
    session: Session,
    policy: Policy,
    patron: PatronId,
    reservation: ReservationId,
    choice: tuple[BranchId, NoticeMethod],
    channel: Channel,
    now: datetime,
) -> Reservation:
    """Raises ReservationUnknown, TooLateToChange, PickupNotPossible, NoticeNotPossible."""
    row = reservation_of(session, reservation, patron)
    # Whoever asks again for what holds already did not hear the first answer.
    is_asked_again = row.state in OPEN_STATES and (row.pickup_id, row.notice) == choice
    if not is_asked_again:
        if row.state is not ReservationState.QUEUED:
            raise TooLateToChange
        offered = _changes(session, policy, row, channel, here=None)
        check_choices(offered.pickups, offered.notices, *choice)
        row.pickup_id, row.notice = choice
        session.flush()
    [changed] = shown(session, policy, [row], now)
    return changed


def _changes(
    session: Session, policy: Policy, row: ReservationRow, channel: Channel, here: BranchId | None
) -> Changes:
    """What holds now is not chosen anew: it may be kept, at whichever channel (rule R3)."""
    stock, branches = stock_of(session, policy, row.title_id), branches_of(session).values()
    contacts = session.get_one(PatronRow, row.patron_id).to_contacts()
    return Changes(
        row.id,
        tuple(
            replace(each, why_not=None) if each.branch.id == row.pickup_id else each
            for each in pickups(branches, policy.pickup, stock, here)
        ),
        tuple(
            replace(each, why_not=None) if each.method is row.notice else each
            for each in notices(policy.notice, contacts, channel)
        ),
    )
