"""Who may see details, and that nothing of them stays."""

import pytest

from kiosk.domain.details import ContactKind
from kiosk.domain.patrons import CardNumber
from kiosk.events import (
    CardPresented,
    ContactChosen,
    ContactEntered,
    DetailsAsked,
    EmailCodeEntered,
    HistoryAsked,
    HomeAsked,
    IdleElapsed,
    LogoutAsked,
    MyLibraryAsked,
    NewPasswordEntered,
    PasswordChangeAsked,
    PasswordChangeEntered,
    PasswordEntered,
    ScreenName,
)
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from kiosk.visit import OwnDetails, Visit
from tests.flow.conftest import Walk

EMAIL, TELEPHONE, FAX = ContactKind
ADDRESS = "hanako.new@example.jp"
MASKED = "ha•••@example.jp"
NEW_MASKED = "ha•••@example.com"
OTHER_ADDRESS = "hanako.new@example.com"
NEW = "ume2026"


def own(walk: Walk) -> OwnDetails:
    assert walk.visit.signed is not None
    return walk.visit.signed.details


@pytest.fixture
def details(walk: Walk) -> Walk:
    """Before the details of a patron with an address and a telephone."""
    return walk(MyLibraryAsked(), CardPresented(CARD), PasswordEntered(PASSWORD), DetailsAsked())


@pytest.mark.rule("L3")
def test_before_a_first_password_nobody_sees_details(walk: Walk) -> None:
    walk(MyLibraryAsked(), CardPresented(NEW_CARD), PasswordEntered(INITIAL_PASSWORD))
    walk(DetailsAsked(), ContactChosen(EMAIL), PasswordChangeAsked())
    assert walk.screen is ScreenName.CHOOSE_PASSWORD
    walk(NewPasswordEntered(NEW), DetailsAsked())
    assert walk.screen is ScreenName.DETAILS


def test_a_stranger_sees_no_details(walk: Walk) -> None:
    walk(DetailsAsked(), ContactChosen(EMAIL), PasswordChangeAsked(), HistoryAsked())
    assert walk.screen is ScreenName.HOME


def test_neither_address_nor_code_nor_password_enters_the_visit(details: Walk) -> None:
    secret = "hanako.secret"
    for event in (
        ContactChosen(EMAIL),
        ContactEntered(EMAIL, f"{secret}@example.jp"),
        EmailCodeEntered("918273"),
        DetailsAsked(),
        PasswordChangeAsked(),
        PasswordChangeEntered("oldsecret", "newsecret"),
    ):
        details(event)
        kept = repr(_everything(details.visit))
        for typed in (secret, "918273", "oldsecret", "newsecret"):
            assert typed not in kept
            assert typed not in repr(event)


def _everything(visit: Visit) -> object:
    """With what is left out of a repr."""
    assert visit.signed is not None
    details = visit.signed.details
    found = details.found
    assert found is not None
    shown = [getattr(found, name) for name in type(found).__slots__]
    return visit, shown, details.history, visit.card and visit.card.number


@pytest.mark.parametrize("leaving", [LogoutAsked(), IdleElapsed()])
def test_who_leaves_leaves_no_details(details: Walk, leaving: LogoutAsked | IdleElapsed) -> None:
    details(ContactChosen(EMAIL), ContactEntered(EMAIL, ADDRESS), leaving)
    assert details.visit == Visit(premises=details.visit.premises)


def test_home_forgets_the_details_and_stays_signed_in(details: Walk) -> None:
    details(HomeAsked())
    assert own(details) == OwnDetails()


def test_a_number_presented_by_another_card_changes_nothing(details: Walk) -> None:
    details(ContactChosen(EMAIL), CardPresented(CardNumber("99990000")))
    assert details.screen is ScreenName.EMAIL
