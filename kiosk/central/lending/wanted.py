"""Whether a patron may reserve a title now, and as what it counts."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, bindparam, null, select, union_all
from sqlalchemy.orm import Session

from kiosk.central.lending.reservable import Reservable, reservable
from kiosk.central.storage.counting import lowest_free
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.errors import AlreadyOnLoan, AlreadyReserved, LimitReached
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.titles import TitleId


@dataclass(frozen=True, slots=True)
class Wanted:
    """A title that this patron may reserve."""

    subject: Reservable
    left: int | None  # how many more of the group, this one included
    slot: int  # the lowest of the group that the patron has free


def wanted(session: Session, policy: Policy, patron: PatronId, title: TitleId) -> Wanted:
    """What the patron wants, if the rules let it be reserved; three statements.

    Raises:
        TitleUnknown, NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached.
    """
    subject = reservable(session, policy, title)
    held = session.execute(_held(), {"patron": patron, "title": title}).all()
    if any(each.slot is None for each in held):
        raise AlreadyOnLoan
    if any(each.title_id == title for each in held):
        raise AlreadyReserved
    group = subject.group
    taken = [each.slot for each in held if each.group == group.name]
    left = group.left(len(taken))
    if left == 0:
        assert group.limit is not None, "only a limit leaves nothing"
        raise LimitReached(group.limit, group.name)
    return Wanted(subject, left, lowest_free(taken))


def check_again(session: Session, patron: PatronId, title: TitleId) -> None:
    """What a constraint cannot hold, once the reservation stands (rule R8).

    Raises:
        AlreadyOnLoan.
    """
    lock(session, patron)
    if session.scalars(lent(), {"patron": patron, "title": title}).first() is not None:
        raise AlreadyOnLoan


def lock(session: Session, patron: PatronId) -> None:
    """Whoever lends to the patron locks the row too: one of two sees what the other did."""
    row = select(PatronRow.id).where(PatronRow.id == patron)
    session.scalars(row.with_for_update(key_share=True)).one()  # as KEEPING_KEY


@cache
def lent() -> Select[TitleId]:
    """The title, where an item of it is lent to the patron (rule R8). Made once, as queue.py's."""
    return (
        select(ItemRow.title_id)
        .join(LoanRow, LoanRow.item_barcode == ItemRow.barcode)
        .where(LoanRow.patron_id == bindparam("patron"), LoanRow.returned_at.is_(None))
        .where(ItemRow.title_id == bindparam("title"))
    )


@cache
def _held() -> CompoundSelect[Any]:
    """The patron's open reservations of all channels (rule R5); without a slot, what is lent."""
    row = ReservationRow
    reserved = select(
        row.title_id, row.quota_group.label("group"), row.quota_slot.label("slot")
    ).where(row.patron_id == bindparam("patron"), row.state.in_(OPEN_STATES))
    return union_all(reserved, lent().add_columns(null(), null()))
