"""Loans in a CSV file are out until they come back."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from kiosk.central.importing.report import Report
from kiosk.central.records.feed import Feed
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.domain.items import ItemState
from tests.central.importing.stock import (
    ITEM,
    LOAN,
    OTHER_ITEM,
    OTHER_PATRON,
    PATRON,
    TITLE,
    Desk,
)


@pytest.fixture
def counter(desk: Desk) -> Desk:
    desk.titles(TITLE)
    desk.items(ITEM, OTHER_ITEM)
    desk.patrons(PATRON, OTHER_PATRON)
    return desk


def loans(desk: Desk) -> list[LoanRow]:
    with desk.database.session() as session:
        return list(session.scalars(select(LoanRow).order_by(LoanRow.item_barcode)))


def state(desk: Desk, barcode: str = "10001") -> ItemState:
    with desk.database.session() as session:
        return session.get_one(ItemRow, barcode).state


def due(desk: Desk) -> list[date | None]:
    """As kiosks are told for each place of the title."""
    [change] = Feed(desk.database).availability(0, 10).changes
    return [holding.due for holding in change.holdings]


@pytest.mark.rule("N1")
def test_a_loan_is_out_and_kiosks_hear_when_it_comes_back(counter: Desk) -> None:
    assert counter.loans(LOAN).report == Report(changed=1)
    [loan] = loans(counter)
    assert (loan.lent_on, loan.due_on) == (date(2026, 11, 10), date(2026, 11, 24))
    assert (loan.renewals, loan.returned_at) == (1, None)
    assert state(counter) is ItemState.ON_LOAN
    assert due(counter) == [date(2026, 11, 24), None]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"item_barcode": "10009"}, "The item is unknown here."),
        ({"card_number": "01234569"}, "The card is unknown here."),
        ({"card_number": "x"}, "card_number is no card number as the policy has them."),
        ({"lent_on": ""}, "lent_on is empty."),
        ({"due_on": "soon"}, "due_on is no date of the form %Y-%m-%d."),
        ({"due_on": "2026-11-09"}, "due_on is before lent_on."),
        ({"renewals": "100"}, "renewals is no number from 0 to 99."),
    ],
)
def test_a_loan_of_nothing_or_to_nobody_is_refused(
    counter: Desk, cells: dict[str, str], reason: str
) -> None:
    heard = counter.loans({**LOAN, **cells})
    assert heard.reasons == [(2, reason)]
    assert loans(counter) == []


def test_twice_changes_nothing(counter: Desk) -> None:
    counter.loans(LOAN)
    assert counter.loans(LOAN).report == Report(unchanged=1)


def test_a_second_file_corrects_one_and_ends_another(counter: Desk) -> None:
    second = {**LOAN, "item_barcode": "10002"}
    counter.loans(LOAN, second)
    renewed = {**LOAN, "due_on": "2026-12-08", "renewals": "2"}
    heard = counter.loans(renewed, {"item_barcode": "10002", "withdrawn": "1"})
    assert heard.report == Report(changed=1, withdrawn=1)
    [loan] = loans(counter)
    assert (loan.due_on, loan.renewals) == (date(2026, 12, 8), 2)
    assert state(counter, "10002") is ItemState.ON_SHELF
    assert due(counter) == [date(2026, 12, 8), None]


def test_an_item_that_is_lent_to_somebody_else_here_is_not_taken_from_them(
    counter: Desk,
) -> None:
    counter.loans(LOAN)
    heard = counter.loans({**LOAN, "card_number": "01234568"})
    [(_, reason)] = heard.reasons
    assert reason == "The item is on loan to another card here; it must come back first."
    assert len(loans(counter)) == 1


@pytest.mark.parametrize(
    "other", [ItemState.IN_TRANSIT, ItemState.ON_HOLD_SHELF, ItemState.MISSING]
)
def test_what_does_not_stand_on_its_shelf_is_not_lent(counter: Desk, other: ItemState) -> None:
    with counter.database.writing() as session:
        session.get_one(ItemRow, "10001").state = other
    [(_, reason)] = counter.loans(LOAN).reasons
    assert reason == "The item is not on its shelf here: on its way, set aside or missing."
    assert state(counter) is other


def test_a_loan_that_ended_here_does_not_begin_again(counter: Desk) -> None:
    counter.loans(LOAN)
    with counter.database.writing() as session:
        session.scalars(select(LoanRow)).one().returned_at = datetime(2026, 11, 12, tzinfo=UTC)
        session.get_one(ItemRow, "10001").state = ItemState.ON_SHELF
    assert counter.loans(LOAN).reasons == [(2, "This loan is over here.")]


def test_what_is_not_out_cannot_end(counter: Desk) -> None:
    gone = {"item_barcode": "10001", "withdrawn": "1"}
    assert counter.loans(gone).report == Report(unchanged=1)
    assert counter.loans({**gone, "item_barcode": "10009"}).report == Report(unchanged=1)
