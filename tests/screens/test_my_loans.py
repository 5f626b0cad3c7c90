from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import NotRenewable
from kiosk.domain.loans import WhyNotRenewable
from kiosk.domain.looks import Language, TextSize
from kiosk.events import LibraryTab, RenewAsked
from kiosk.screens.my_library import MyLibraryScreen
from kiosk.ui.my_library.loan_card import LoanCard
from kiosk.visit import Look
from tests.screens.my_library_visits import (
    LOANS,
    NOT_RENEWED,
    ON_LOAN,
    RENEWABLE,
    RENEWED,
    changed,
)
from tests.screens.own_cards import Page, cards, loan, names
from tests.screens.showing import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, MyLibraryScreen)


@pytest.mark.rule("N1")
def test_loans_stand_by_due_date_and_say_it(shown: Page) -> None:
    shown.display(ON_LOAN)
    said = names(shown, LoanCard)
    assert [name.split(" ")[0] for name in said] == [loan.title_name for loan in LOANS]
    assert "期限がすぎています" in said[0]
    assert "今日が期限です" in said[1]
    assert "11月27日（金）まで　あと7日" in said[4]


@pytest.mark.rule("N2")
def test_what_can_be_renewed_has_a_key_that_says_until_when(shown: Page) -> None:
    shown.display(ON_LOAN)
    key = loan(shown, RENEWABLE.title_name).key
    assert "延長する 12月4日まで" in key.accessibleName()
    shown.touch(key)
    assert shown.said == [RenewAsked(RENEWABLE.id)]


@pytest.mark.rule("N2", "N3")
@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("庭のスープ", "延長は11月27日から"),
        ("台所の音楽", "CDは延長できません"),
        ("パンの手帖", "次の方が待っています"),
        ("豆料理百科", "延長はしてあります"),
    ],
)
def test_what_cannot_be_renewed_says_why_in_the_place_of_the_key(
    shown: Page, title: str, reason: str
) -> None:
    shown.display(ON_LOAN)
    key = loan(shown, title).key
    assert reason in key.accessibleName()
    shown.touch(key)
    assert not shown.said


@pytest.mark.rule("N3")
@pytest.mark.parametrize(
    ("why", "said"),
    [
        (WhyNotRenewable.OVERDUE, "期限をすぎて延長できません"),
        (WhyNotRenewable.KIND_NOT_RENEWABLE, "延長できません"),
    ],
)
def test_the_policy_s_other_reasons_are_told_too(
    shown: Page, why: WhyNotRenewable, said: str
) -> None:
    overdue = replace(LOANS[0], renewed_until=None, why_not=why)
    shown.display(changed(ON_LOAN, loans=(overdue,)))
    assert said in loan(shown, overdue.title_name).key.accessibleName()
    assert "お返しください" in names(shown, LoanCard)[0]


def test_a_renewed_loan_shows_its_new_day_in_its_old_place(shown: Page) -> None:
    shown.display(RENEWED)
    assert [card.title.text() for card in cards(shown, LoanCard)][1] == RENEWABLE.title_name
    said = loan(shown, RENEWABLE.title_name).accessibleName()
    assert "延長しました" in said
    assert "12月4日（金）まで" in said


@pytest.mark.rule("E4")
def test_a_renewal_that_failed_is_explained_in_its_row_and_can_be_tried_again(
    shown: Page,
) -> None:
    shown.display(NOT_RENEWED)
    card = loan(shown, RENEWABLE.title_name)
    assert "回線が切れています" in card.accessibleName()
    assert "カウンターへどうぞ" in card.accessibleName()
    assert shown.screen.trouble.isHidden()
    shown.touch(card.key)
    assert shown.said == [RenewAsked(RENEWABLE.id)]


@pytest.mark.rule("E4")
def test_a_refused_renewal_says_why_in_its_row(shown: Page) -> None:
    refused = NotRenewable(WhyNotRenewable.RESERVED_BY_OTHERS)
    shown.display(replace(changed(ON_LOAN, asked=RENEWABLE.id), trouble=refused))
    assert "ほかの方の予約" in loan(shown, RENEWABLE.title_name).accessibleName()


def test_while_a_renewal_is_not_answered_its_key_rests(shown: Page) -> None:
    shown.display(changed(ON_LOAN, asked=RENEWABLE.id))
    key = loan(shown, RENEWABLE.title_name).key
    shown.touch(key)
    assert not shown.said
    assert key.accessibleDescription() == "少しお待ちください"


def test_with_the_largest_letters_a_refusal_stands_below_its_state(shown: Page) -> None:
    shown.display(
        changed(NOT_RENEWED, tab=LibraryTab.LOANS),
        Look(Language.EASY_JAPANESE, TextSize.LARGEST),
    )
    (card,) = [card for card in shown.shown(LoanCard) if "\n" in card.details.text()]
    assert shown.box(card.chip).bottom() <= shown.box(card.details).top()
