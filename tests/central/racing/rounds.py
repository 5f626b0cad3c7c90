"""Rounds in which two want what only one can have, and what may not come of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kiosk.central.records.changes import put_new_titles
from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import LoanPolicy
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import CallNumber, Material, Title, TitleId
from tests.central import small_library
from tests.central.clock import START
from tests.central.small_library import BOTCHAN, CD_LIMIT, MAIN, RAKUGO, SERENADE

POLICY = replace(small_library.POLICY, loan=LoanPolicy(most=1))
SIDES = 2
MOST_OF_OTHERS = 50
CDS = (RAKUGO, TitleId("third"))  # what each side wants, when one more is allowed


class Race(StrEnum):
    LAST_ITEM = "an item, for two patrons"
    LAST_LOAN = "the last loan that a patron may have, for two items"
    LAST_PLACE = "the last place of a quota, for two titles"
    ONE_ITEM = "an item, for two reservations"


WITHOUT = {  # what decides each race
    Race.LAST_ITEM: "uq_loan_open_item",
    Race.LAST_LOAN: "uq_loan_open_slot",
    Race.LAST_PLACE: "uq_reservation_open_slot",
    Race.ONE_ITEM: "uq_reservation_open_item",
}
WON_AND_LOST = {
    Race.LAST_ITEM: ("AlreadyLent", "lent"),
    Race.LAST_LOAN: ("LoansFull", "lent"),
    Race.LAST_PLACE: ("LimitReached", "placed"),
}


def rounds_of(race: Race, rounds: int) -> int:
    """All for the last item and the last place; fewer for what is decided in the same way."""
    return rounds if race in {Race.LAST_ITEM, Race.LAST_PLACE} else min(rounds, MOST_OF_OTHERS)


def card(nth: int, side: int) -> str:
    return f"{side + 1}{nth:07}"


def patron(nth: int, side: int) -> PatronId:
    return PatronId(f"patron-{card(nth, side)}")


def barcode(race: Race, nth: int, side: int = 0) -> str:
    return f"{race.name}-{nth}-{side}"


def waiting_number(nth: int, side: int) -> str:
    """Of the reservations that wait in a round, the second is ahead."""
    return reservation_number(9, 2 * nth + side + 1)


def prepare(database: Database, rounds: int) -> None:
    """The small library, with patrons, items and reservations of its own for each round."""
    small_library.fill(database)
    small_library.add_title(database, CDS[1], Material.CD, shelf_mark="C762")
    nths = range(rounds)
    with database.writing() as session:
        put_new_titles(session, [_title(n) for n in nths])
        session.flush()
        session.add_all(
            small_library.patron(patron(n, side), card(n, side)) for n in nths for side in range(3)
        )
        session.add_all(item for n in nths for item in _items(n))
        session.flush()
        session.add_all(row for n in nths for row in _reservations(n))


def _wanted(nth: int) -> TitleId:
    return TitleId(f"wanted-{nth}")


def _title(nth: int) -> Title:
    call_number = CallNumber("913.6")
    return Title(id=_wanted(nth), name="本", material=Material.BOOK, call_number=call_number)


def _items(nth: int) -> Iterator[ItemRow]:
    yield _item(barcode(Race.LAST_ITEM, nth), BOTCHAN)
    yield _item(barcode(Race.LAST_LOAN, nth, 0), BOTCHAN)
    yield _item(barcode(Race.LAST_LOAN, nth, 1), BOTCHAN)
    yield _item(barcode(Race.ONE_ITEM, nth), _wanted(nth))


def _item(code: str, title: TitleId) -> ItemRow:
    return ItemRow(barcode=code, title_id=title, branch_id=MAIN, material=Material.BOOK)


def _reservations(nth: int) -> Iterator[ReservationRow]:
    for side in range(SIDES):
        yield _reservation(2 * nth + side + 1, patron(nth, side), _wanted(nth), "book", slot=1)
    # The third patron of a round has all but one of the CDs that are allowed.
    far = 100_000
    yield _reservation(far + nth, patron(nth, 2), SERENADE, "cd", slot=1)
    assert CD_LIMIT == SIDES, "one is taken, one is left"


def _reservation(
    count: int, of: PatronId, title: TitleId, group: str, *, slot: int
) -> ReservationRow:
    return ReservationRow(
        id=ReservationId(str(UUID(int=count))),
        number=reservation_number(9, count),
        permit_id=None,
        patron_id=of,
        title_id=title,
        pickup_id=MAIN,
        notice=NoticeMethod.NONE,
        channel=Channel.KIOSK,
        quota_group=group,
        quota_slot=slot,
        state=ReservationState.QUEUED,
        place=-count,  # before all that come, the later ones first
        requested_at=START - timedelta(days=1),
        first_answer="",
    )


def violations(
    database: Database, said: Sequence[dict[tuple[Race, int], str]], rounds: int
) -> dict[Race, list[str]]:
    """What is wrong in the answers of both sides and in what was kept, for each race."""
    found: dict[Race, list[str]] = {race: [] for race in Race}
    for race in Race:
        for nth in range(rounds_of(race, rounds)):
            answers = tuple(sorted(side[race, nth] for side in said))
            if answers != _right(race, nth):
                found[race].append(f"round {nth}: {answers}")
    with database.session() as session:
        for race, doubled in _doubled(session).items():
            found[race] += doubled
    return found


def _right(race: Race, nth: int) -> tuple[str, str]:
    if race is Race.ONE_ITEM:  # whoever says it again hears the same: it is for the first
        first = f"for {waiting_number(nth, 1)}"
        return first, first
    return WON_AND_LOST[race]


def _doubled(session: Session) -> dict[Race, list[str]]:
    """What two have, though only one can."""
    is_out = LoanRow.returned_at.is_(None)
    is_open = ReservationRow.state.in_(OPEN_STATES)
    is_cd = ReservationRow.quota_group == "cd"
    return {
        Race.LAST_ITEM: _more_than(1, session, LoanRow.item_barcode, is_out),
        Race.LAST_LOAN: _more_than(1, session, LoanRow.patron_id, is_out),
        Race.LAST_PLACE: _more_than(2, session, ReservationRow.patron_id, is_open, is_cd),
        Race.ONE_ITEM: _more_than(1, session, ReservationRow.item_barcode, is_open),
    }


def _more_than(
    most: int, session: Session, whose: InstrumentedAttribute[Any], *where: ColumnElement[bool]
) -> list[str]:
    found = (
        select(whose)
        .where(whose.is_not(None), *where)
        .group_by(whose)
        .having(func.count() > most)
        .order_by(whose)
    )
    return [f"{each} more than {most} times" for each in session.scalars(found)]
