"""Lending: a card, then item after item; what was reserved is collected by it."""

from datetime import date

import pytest

from kiosk.central.service import Service
from kiosk.central.storage.database import Database
from kiosk.domain.staff import LookPurpose
from tests.central.small_library import (
    BOTCHAN,
    HANAKO,
    KOKORO,
    MAIN,
    TARO,
    Counter,
    lend,
)
from tests.central.staff.browser import CounterBrowser

HANAKOS, TAROS = "00000001", "00000002"


def test_card_and_item_are_lent_until_the_due_day(librarian: CounterBrowser) -> None:
    librarian.post("/lend/card", card=HANAKOS)
    assert "図書 花子" in librarian.text
    librarian.post_as_shown("/lend/item", "patron", barcode="item-botchan")
    assert "返却期限は12月4日（金）です" in librarian.said()
    assert "貸出中 1点" in librarian.text


def test_letters_around_a_card_are_no_part_of_its_number(librarian: CounterBrowser) -> None:
    librarian.post("/lend/card", card=f"A{HANAKOS}B")
    assert "図書 花子" in librarian.text


@pytest.mark.rule("V3")
def test_what_stands_ready_is_told_first_and_collected_by_lending(
    librarian: CounterBrowser, service: Service, patrons: Counter
) -> None:
    number = patrons.reserve(TARO, BOTCHAN).answer.number
    service.circulation.picked("item-botchan", MAIN)
    librarian.post("/lend/card", card=TAROS)
    assert f"A-01 {number} 坊っちゃん" in librarian.text
    librarian.post_as_shown("/lend/item", "patron", barcode="item-botchan")
    assert "予約は受取済みになりました" in librarian.said()
    assert number in librarian.said()
    assert service.lending.mine(TARO) == ()


def test_what_is_kept_for_another_patron_is_not_lent(
    librarian: CounterBrowser, service: Service, patrons: Counter
) -> None:
    number = patrons.reserve(TARO, BOTCHAN).answer.number
    service.circulation.picked("item-botchan", MAIN)
    librarian.post("/lend/card", card=HANAKOS)
    librarian.post_as_shown("/lend/item", "patron", barcode="item-botchan")
    assert number in librarian.said()
    assert service.loans.mine(HANAKO) == ()


@pytest.mark.parametrize(
    ("barcode", "said"), [("item-atlas", "館内"), ("item-nothing", "当館にありません")]
)
def test_a_refusal_says_why_and_keeps_the_patron(
    librarian: CounterBrowser, barcode: str, said: str
) -> None:
    librarian.post("/lend/card", card=HANAKOS)
    librarian.post_as_shown("/lend/item", "patron", barcode=barcode)
    assert said in librarian.said()
    assert "図書 花子" in librarian.text


def test_another_card_begins_the_next_patron(
    librarian: CounterBrowser, service: Service, database: Database
) -> None:
    lend(database, KOKORO, TARO, due_on=date(2026, 11, 19))
    librarian.post("/lend/card", card=HANAKOS)
    librarian.post_as_shown("/lend/item", "patron", barcode=TAROS)
    assert librarian.hidden("patron") == TARO
    assert "こころ" in librarian.text
    assert [look.card for look in service.staff.looks.listed()] in (
        [TAROS, HANAKOS],
        [HANAKOS, TAROS],  # both within the same instant of a clock that stands
    )


def test_a_card_that_nobody_has_is_refused(librarian: CounterBrowser, service: Service) -> None:
    librarian.post("/lend/card", card="77777777")
    assert "この利用者カードは登録されていません" in librarian.said()
    assert service.staff.looks.listed() == ()


def test_lending_is_written_down_as_one_look(librarian: CounterBrowser, service: Service) -> None:
    librarian.post("/lend/card", card=HANAKOS)
    librarian.post_as_shown("/lend/item", "patron", barcode="item-botchan")
    librarian.post_as_shown("/lend/item", "patron", barcode="item-kokoro")
    [look] = service.staff.looks.listed()
    assert (look.staff, look.card, look.purpose) == ("7002", HANAKOS, LookPurpose.LOAN)
