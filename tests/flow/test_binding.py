"""Joining a My Number card at the kiosk: after card and password, or from the own settings."""

import pytest

from kiosk.domain.errors import (
    CardGone,
    CertificateBoundToAnother,
    LineLost,
    PinWrong,
)
from kiosk.events import (
    BackAsked,
    CardPresented,
    DetailsAsked,
    IcCardRemoved,
    LogoutAsked,
    MyLibraryAsked,
    MyNumberBindAsked,
    MyNumberCardPresented,
    MyNumberLetGoAsked,
    NewPasswordEntered,
    PasswordEntered,
    PinEntered,
    ReserveAsked,
    ScreenName,
    TitleChosen,
)
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.my_number import PIN, SimulatedMyNumberCard
from kiosk.services.simulated.patrons import (
    CARD,
    CERTIFICATE,
    INITIAL_PASSWORD,
    NEW_CARD,
    PASSWORD,
)
from kiosk.services.simulated.stock import BOTCHAN
from kiosk.visit import BindMyNumber, Deed, Find
from tests.flow.conftest import Walk

STRANGE = b"of nobody so far"
KNOWN_BY_PIN = (MyNumberCardPresented(), PinEntered(PIN))
SIGNED_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))
SETTINGS = (*SIGNED_IN, MyLibraryAsked(), DetailsAsked())


@pytest.fixture
def library() -> SimulatedLibrary:
    """On whose reader lies a card that nobody has joined."""
    library = SimulatedLibrary()
    library.my_number = SimulatedMyNumberCard(certificate=STRANGE)
    return library


@pytest.fixture
def walk(library: SimulatedLibrary) -> Walk:
    return Walk(library)


def test_a_strange_card_is_joined_after_card_and_password(walk: Walk) -> None:
    walk(*KNOWN_BY_PIN, *SIGNED_IN)
    assert walk.screen is ScreenName.BIND_CARD
    walk(MyNumberBindAsked())
    assert walk.screen is ScreenName.BIND_PIN
    assert walk.visit.card is not None
    assert walk.visit.card.tries_left == 3
    walk(PinEntered(PIN))
    assert walk.screen is ScreenName.BIND_CARD
    assert walk.visit.signed is not None
    assert walk.visit.signed.bound is not None
    assert walk.visit.card is None
    assert walk.visit.purpose == Find()


def test_the_joined_card_signs_in_at_the_next_visit(walk: Walk) -> None:
    walk(*KNOWN_BY_PIN, *SIGNED_IN, MyNumberBindAsked(), PinEntered(PIN), LogoutAsked())
    assert not walk.visit.is_personal
    walk(*KNOWN_BY_PIN)
    assert walk.screen is ScreenName.MY_LIBRARY


def test_whoever_does_not_want_it_goes_on(walk: Walk) -> None:
    walk(*KNOWN_BY_PIN, *SIGNED_IN, MyLibraryAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert walk.library.accounts.holder_of(CARD).certificate == CERTIFICATE


def test_a_first_timer_chooses_a_password_before(walk: Walk) -> None:
    walk(*KNOWN_BY_PIN, CardPresented(NEW_CARD), PasswordEntered(INITIAL_PASSWORD))
    assert walk.screen is ScreenName.CHOOSE_PASSWORD
    walk(NewPasswordEntered("midori26"))
    assert walk.screen is ScreenName.BIND_CARD


def test_whoever_came_to_reserve_reserves_first(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), *KNOWN_BY_PIN, *SIGNED_IN)
    assert walk.screen is ScreenName.RESERVE


def test_giving_up_forgets_what_was_wanted(walk: Walk) -> None:
    walk(*KNOWN_BY_PIN, BackAsked())
    assert walk.visit.purpose == Find()
    walk(*KNOWN_BY_PIN)
    assert walk.visit.purpose == BindMyNumber()


def test_a_wrong_pin_tells_the_tries_and_asks_again(walk: Walk) -> None:
    walk(*KNOWN_BY_PIN, *SIGNED_IN, MyNumberBindAsked(), PinEntered("0000"))
    assert walk.screen is ScreenName.BIND_PIN
    assert walk.trouble == PinWrong(2)
    assert walk.visit.card is not None
    assert walk.visit.card.tries_left == 2
    walk(PinEntered(PIN))
    assert walk.visit.signed is not None
    assert walk.visit.signed.bound is not None


def test_the_card_may_be_laid_down_only_now(walk: Walk) -> None:
    walk.library.my_number.taken_away()
    walk(*SETTINGS, MyNumberBindAsked())
    assert walk.screen is ScreenName.BIND_CARD
    walk(MyNumberBindAsked())
    assert walk.screen is ScreenName.BIND_CARD
    assert isinstance(walk.trouble, CardGone)
    walk.library.my_number.laid_down()
    walk(MyNumberCardPresented())
    assert walk.screen is ScreenName.BIND_PIN
    walk(IcCardRemoved())
    assert walk.screen is ScreenName.BIND_CARD


def test_a_card_of_somebody_else_is_refused(walk: Walk) -> None:
    walk.library.accounts.holder_of(NEW_CARD).certificate = STRANGE
    walk(*SETTINGS, MyNumberBindAsked(), MyNumberBindAsked(), PinEntered(PIN))
    assert walk.screen is ScreenName.BIND_CARD
    assert isinstance(walk.trouble, CertificateBoundToAnother)


def test_from_the_settings_a_card_is_let_go(walk: Walk) -> None:
    walk(*SETTINGS)
    assert walk.visit.signed is not None
    found = walk.visit.signed.details.found
    assert found is not None
    assert found.my_number is not None
    walk(MyNumberLetGoAsked())
    assert walk.screen is ScreenName.DETAILS
    own = walk.visit.signed.details
    assert own.found is not None
    assert own.found.my_number is None
    assert own.done is Deed.MY_NUMBER_LET_GO


def test_without_an_answer_nothing_is_joined_and_no_try_is_lost(walk: Walk) -> None:
    walk(*SETTINGS, MyNumberBindAsked(), MyNumberBindAsked())
    walk.library.accounts.breaks_with(LineLost())
    walk(PinEntered(PIN))
    assert walk.screen is ScreenName.BIND_CARD
    assert isinstance(walk.trouble, LineLost)
    assert walk.library.my_number.tries_left() == 3
