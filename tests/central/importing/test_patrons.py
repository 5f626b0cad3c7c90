"""Patrons in a CSV file can sign in; nothing of them is in a report."""

from datetime import date

import pytest

from kiosk.central.importing.patrons import patron_with
from kiosk.central.importing.report import Report
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import CardNumber
from tests.central.importing.stock import ITEM, LOAN, OTHER_PATRON, PATRON, TITLE, Desk

CARD = CardNumber("01234567")
MAIL = {**PATRON, "email": "midori@example.jp", "email_is_confirmed": "1"}


def patron(desk: Desk, card: str = CARD) -> PatronRow:
    found = maybe(desk, card)
    assert found is not None
    return found


def maybe(desk: Desk, card: str = CARD) -> PatronRow | None:
    with desk.database.session() as session:
        return patron_with(session, CardNumber(card))


@pytest.mark.rule("L1", "L2")
def test_a_row_becomes_a_patron_with_the_initial_password(desk: Desk) -> None:
    row = {**MAIL, "telephone": "086-555-0199"}
    assert desk.patrons(row).report == Report(changed=1)
    kept = patron(desk)
    assert (kept.name, kept.birth_date) == ("丘 みどり", date(1990, 4, 1))
    assert (kept.email, kept.email_is_confirmed) == ("midori@example.jp", True)
    assert (kept.telephone, kept.telephone_is_confirmed) == ("086-555-0199", False)
    assert kept.fax is None
    assert not kept.has_chosen_password


@pytest.mark.rule("L1")
@pytest.mark.parametrize("read", ["A01234567B", "a01234567d", "０１２３４５６７"])
def test_start_and_stop_letters_are_no_part_of_the_number(desk: Desk, read: str) -> None:
    heard = desk.patrons({**PATRON, "card_number": read})
    assert heard.reasons == []
    assert maybe(desk) is not None


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"card_number": "1234567"}, "card_number is no card number as the policy has them."),
        ({"card_number": "E1234567E"}, "card_number is no card number as the policy has them."),
        ({"card_number": ""}, "card_number is empty."),
        ({"name": ""}, "name is empty."),
        ({"birth_date": ""}, "birth_date is empty."),
        ({"birth_date": "1990-13-01"}, "birth_date is no date of the form %Y-%m-%d."),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_without_anything_personal(
    desk: Desk, cells: dict[str, str], reason: str
) -> None:
    heard = desk.patrons({**PATRON, **cells}, OTHER_PATRON)
    assert (heard.report, heard.reasons) == (Report(changed=1, troubles=1), [(2, reason)])
    told = repr(heard)
    assert not any(cell in told for cell in (*PATRON.values(), "1234567", "1990-13-01"))


def test_twice_changes_nothing(desk: Desk) -> None:
    desk.patrons(MAIL, OTHER_PATRON)
    before = patron(desk).id
    assert desk.patrons(MAIL, OTHER_PATRON).report == Report(unchanged=2)
    assert patron(desk).id == before


def test_an_id_says_nothing_of_the_card(desk: Desk) -> None:
    desk.patrons(PATRON, OTHER_PATRON)
    assert CARD not in patron(desk).id
    assert patron(desk).id != patron(desk, "01234568").id


def test_a_second_file_corrects_one_and_takes_another_away(desk: Desk) -> None:
    third = {**PATRON, "card_number": "01234569"}
    desk.patrons(MAIL, OTHER_PATRON, third)
    moved = {**MAIL, "name": "岡 みどり"}
    heard = desk.patrons(moved, {"card_number": "01234568", "withdrawn": "1"})
    assert heard.report == Report(changed=1, withdrawn=1)
    assert patron(desk).name == "岡 みどり"
    assert maybe(desk, "01234568") is None
    assert maybe(desk, "01234569") is not None
    again = desk.patrons(moved, {"card_number": "01234568", "withdrawn": "1"})
    assert again.report == Report(unchanged=2)


def test_what_a_patron_confirmed_here_stays_confirmed(desk: Desk) -> None:
    unconfirmed = {**PATRON, "email": "midori@example.jp"}
    desk.patrons(unconfirmed)
    with desk.database.writing() as session:
        kept = patron_with(session, CARD)
        assert kept is not None
        kept.email_is_confirmed = True
    assert desk.patrons(unconfirmed).report == Report(unchanged=1)
    assert patron(desk).email_is_confirmed
    assert desk.patrons({**PATRON, "email": "oka@example.jp"}).report == Report(changed=1)
    assert not patron(desk).email_is_confirmed


def test_a_password_that_was_chosen_stays(desk: Desk) -> None:
    desk.patrons(PATRON)
    with desk.database.writing() as session:
        kept = patron_with(session, CARD)
        assert kept is not None
        kept.password_hash = "chosen"
    desk.patrons({**PATRON, "birth_date": "1991-04-01"})
    assert patron(desk).password_hash == "chosen"


def test_nobody_goes_who_has_something_on_loan(desk: Desk) -> None:
    desk.titles(TITLE)
    desk.items(ITEM)
    desk.patrons(PATRON)
    desk.loans(LOAN)
    heard = desk.patrons({"card_number": CARD, "withdrawn": "1"})
    assert heard.reasons == [(2, "The patron has loans or reservations.")]
    desk.loans({"item_barcode": "10001", "withdrawn": "1"})
    gone = desk.patrons({"card_number": CARD, "withdrawn": "1"})
    assert gone.report == Report(withdrawn=1)
