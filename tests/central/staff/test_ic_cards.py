"""IC cards at the counter: bound, moved and let go, each written down."""

import pytest

from kiosk.central.service import Service
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.staff import LookPurpose
from tests.central.small_library import HANAKO, TARO, Counter
from tests.central.staff.browser import CounterBrowser

TAROS, HANAKOS = "00000002", "00000001"
ABOUT = ("patron", "purpose")
FARE_CARD = IcIdentifier(IcKind.FELICA, "012E4CD8A9B1C203")


@pytest.fixture
def open_page(librarian: CounterBrowser, patrons: Counter) -> CounterBrowser:
    """Taro's page."""
    assert patrons is not None
    librarian.post("/patron", card=TAROS, purpose="question")
    return librarian


def deeds(service: Service, card: str) -> int:
    looks = service.staff.looks.listed(card)
    return sum(look.purpose is LookPurpose.IC_CARD for look in looks)


def test_a_number_that_a_reader_typed_is_bound_and_written_down(
    open_page: CounterBrowser, service: Service
) -> None:
    assert "ICカードは登録" not in open_page.said()
    open_page.post_as_shown("/patron/ic-card", *ABOUT, number="012e 4cd8 a9b1 c203")
    assert "ICカードを登録しました" in open_page.said()
    assert "ICカードが登録されています" in open_page.text
    assert service.details.mine(TARO).ic_card is not None
    assert deeds(service, TAROS) == 1
    assert open_page.page is not None
    assert FARE_CARD.number not in open_page.page.text.upper()


def test_a_card_of_another_patron_is_moved_only_with_a_tick(
    open_page: CounterBrowser, service: Service
) -> None:
    service.ic_cards.bindings.bind(HANAKO, FARE_CARD)
    open_page.post_as_shown("/patron/ic-card", *ABOUT, number=FARE_CARD.number)
    assert "別の利用者に登録されています" in open_page.said()
    assert service.details.mine(TARO).ic_card is None
    open_page.post_as_shown("/patron/ic-card", *ABOUT, number=FARE_CARD.number, moves="yes")
    assert "別の利用者から移して" in open_page.said()
    assert service.details.mine(TARO).ic_card is not None
    assert service.details.mine(HANAKO).ic_card is None
    assert deeds(service, HANAKOS) == 1


def test_a_card_is_let_go_and_each_time_written_down(
    open_page: CounterBrowser, service: Service
) -> None:
    open_page.post_as_shown("/patron/ic-card", *ABOUT, number=FARE_CARD.number)
    open_page.post_as_shown("/patron/ic-card/let-go", *ABOUT)
    assert "登録をやめました" in open_page.said()
    assert service.details.mine(TARO).ic_card is None
    assert deeds(service, TAROS) == 2


@pytest.mark.parametrize("number", ["08A1B2C3", "12345", "さくら"])
def test_what_is_no_steady_number_is_refused(open_page: CounterBrowser, number: str) -> None:
    open_page.post_as_shown("/patron/ic-card", *ABOUT, number=number)
    assert "毎回変わる番号" in open_page.said()
