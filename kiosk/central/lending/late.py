"""The first answer, also where it is no: kept by the reservation's id, told to who has left."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from kiosk.central.lending.permits import Grant
from kiosk.central.lending.placing import Placed, place
from kiosk.central.notices.refusals import Asked, tell
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import KEEPING_KEY
from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import LibraryError, PermitEnded
from kiosk.domain.notices import NoticeState
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import REFUSALS, facts_of
from kiosk.domain.reservations import Wish

# How long after its permit a wish is still answered as the first time, and its patron told.
KEPT = timedelta(days=30)
MOST_ERASED = 1000  # at once, so that nobody waits long
# The kiosk counts from receipt, and a confirmed wish is some seconds on its way.
_TIMES_THE_PATRONS = 2


def place_or_refuse(
    session: Session, policy: Policy, grant: Grant, wish: Wish, now: datetime, *, has_left: bool
) -> Placed | LibraryError:
    """Place what the permit grants, or write down why not; the same id has the same answer.

    Args:
        session: what is written in it must be kept, whatever comes of it.
        policy: of this library.
        grant: what the permit says.
        wish: asked for.
        now: the time of receipt.
        has_left: the patron was told "kept": a refusal is sent after them, once.

    Raises:
        NumberNotAccepted: the same id may be asked for under another number.
    """
    try:
        return place(session, policy, grant, wish, now)
    except REFUSALS as error:  # before anything was written: later there are but lost races
        refusal = error
    # What is sent twice at once is decided one after the other; who places it locks the row too.
    session.get(PatronRow, grant.patron, with_for_update=KEEPING_KEY, populate_existing=True)
    kept = _kept(session, grant, wish, refusal, now)
    if kept is not None and (has_left or _has_surely_left(policy, grant, now)):
        asked = Asked(grant.patron, grant.title, wish, is_over=now > grant.issued_at + KEPT)
        tell(session, policy.notice, kept, asked, now)
    return refusal


def erase_over(database: Database, over: ColumnElement[bool], now: datetime) -> int:
    """Erase all reservations that are over, some at a time; how many there were.

    What stays is that their permits were used: whoever sends one again is not told a refusal.
    """
    erased = 0
    while True:
        with database.writing() as session:
            some = _erase_some(session, over, now)
        erased += some
        if some < MOST_ERASED:
            return erased


def _erase_some(session: Session, over: ColumnElement[bool], now: datetime) -> int:
    over_ones = select(ReservationRow.id, ReservationRow.permit_id).where(over)
    found = session.execute(over_ones.limit(MOST_ERASED).with_for_update()).all()
    session.add_all(
        RefusalRow(
            id=row.id,
            permit_id=row.permit_id,
            facts=facts_of(PermitEnded()),
            refused_at=now,
            state=NoticeState.DROPPED,
        )
        for row in found
        if row.permit_id is not None
    )
    ids = [row.id for row in found]
    session.execute(delete(ReservationRow).where(ReservationRow.id.in_(ids)))
    return len(ids)


def _kept(
    session: Session, grant: Grant, wish: Wish, refusal: LibraryError, now: datetime
) -> RefusalRow | None:
    """What is written under this id and permit; None where the id is somebody else's."""
    kept = session.get(RefusalRow, wish.id)
    if kept is not None:
        return kept if kept.permit_id == grant.id else None
    granted = select(ReservationRow.id).where(ReservationRow.permit_id == grant.id)
    by_permit = session.scalars(granted).first()
    is_used_now = by_permit is not None and not isinstance(refusal, PermitEnded)
    if by_permit == wish.id or is_used_now:  # meanwhile: whoever looks again is told so
        raise RaceLost
    if session.get(ReservationRow, wish.id) is not None:
        return None
    kept = RefusalRow(id=wish.id, permit_id=grant.id, facts=facts_of(refusal), refused_at=now)
    session.add(kept)
    return kept


def _has_surely_left(policy: Policy, grant: Grant, now: datetime) -> bool:
    """For kiosks of an earlier version, which do not say it."""
    return now > grant.issued_at + _TIMES_THE_PATRONS * timedelta(seconds=policy.permit.patron_s)
