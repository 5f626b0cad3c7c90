"""What was asked before under the id, the permit or the number of a wish."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Row,
    bindparam,
    false,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from kiosk.central.lending.permits import Grant
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import NumberNotAccepted, PermitEnded
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import refusal_of
from kiosk.domain.reservation_numbers import is_reservation_number, kiosk_of
from kiosk.domain.reservations import Wish
from kiosk.wire.lending import ReserveAnswer


def first_answer(
    session: Session, policy: Policy, grant: Grant, wish: Wish, now: datetime
) -> ReserveAnswer | None:
    """The answer that this wish had already; None where it is new, and its permit still good.

    One statement, and one more for what is not new.

    Raises:
        PermitEnded, NumberNotAccepted, and as the same wish was refused.
    """
    given = {"id": wish.id, "permit": grant.id, "number": wish.number}
    known = session.execute(_known(), given).all()
    for each in known:
        if each.id == wish.id:
            return _answered(session, each, grant)
    if any(each.permit_id == grant.id for each in known):
        raise PermitEnded
    if now > grant.issued_at + policy.permit.honoured:
        raise PermitEnded
    if not is_reservation_number(wish.number) or kiosk_of(wish.number) != int(grant.kiosk):
        raise NumberNotAccepted
    if known:  # by the number
        raise NumberNotAccepted
    return None


def _answered(session: Session, known: Row[Any], grant: Grant) -> ReserveAnswer:
    """Whoever was refused under an id is refused again, whatever has changed since."""
    if known.permit_id != grant.id:
        raise PermitEnded
    if known.was_refused:
        raise refusal_of(session.get_one(RefusalRow, known.id).facts)
    kept = session.get_one(ReservationRow, known.id).first_answer
    return ReserveAnswer.model_validate_json(kept)


@cache
def _known() -> CompoundSelect[Any]:
    """Made once, as queue.py's."""
    row, refused = ReservationRow, RefusalRow
    wish_id: BindParameter[str] = bindparam("id")
    is_known = or_(
        row.id == wish_id,
        row.permit_id == bindparam("permit"),
        row.number == bindparam("number"),
    )
    return union_all(
        select(row.id, row.permit_id, row.number, false().label("was_refused")).where(is_known),
        select(refused.id, refused.permit_id, null(), true()).where(refused.id == wish_id),
    )
