import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.look.theme import Theme
from kiosk.ui.my_library.own_list import OwnList
from kiosk.ui.my_library.reservation_card import ReservationCard
from kiosk.words.words import Words
from tests.screens.account_visits import READY
from tests.screens.my_library_visits import WAITING


@pytest.fixture
def own(qtbot: QtBot, theme: Theme, words: Words) -> OwnList[ReservationCard]:
    made = OwnList(words, lambda: ReservationCard(words))
    qtbot.addWidget(made)
    made.restyle(theme.of())
    made.resize(900, 700)
    made.show()
    return made


def show(own: OwnList[ReservationCard], *ids: str) -> tuple[ReservationCard, ...]:
    cards = own.cards_of(ids)
    for number, card in enumerate(cards, 1):
        card.show_reservation(WAITING, number)
    own.show_cards("Nothing")
    QApplication.processEvents()
    return cards


def test_a_row_that_stays_is_the_same_card(own: OwnList[ReservationCard]) -> None:
    first, second = show(own, "a", "b")
    again = show(own, "b", "c")
    assert again[0] is second
    assert again[1] not in (first, second)
    assert first.isHidden()


def test_rows_stand_in_the_order_of_their_ids(own: OwnList[ReservationCard]) -> None:
    show(own, "a", "b")
    second, first = show(own, "b", "a")
    assert second.y() < first.y()


def test_an_empty_list_says_so_and_offers_the_search(own: OwnList[ReservationCard]) -> None:
    show(own, "a")
    assert own.empty.isHidden()
    show(own)
    assert own.empty.isVisible()
    assert own.search.isVisible()
    assert own.paged.isHidden()


def test_the_height_of_a_card_follows_its_words(own: OwnList[ReservationCard]) -> None:
    (card,) = show(own, "a")
    before = card.heightForWidth(600)
    card.show_reservation(READY, 1)
    assert card.heightForWidth(600) != 0
    card.title.show_text(WAITING.title_name * 12)
    card.arrange(card.style_now)
    assert card.heightForWidth(600) > before


def test_a_key_is_named_with_the_title_that_it_is_for(own: OwnList[ReservationCard]) -> None:
    (card,) = show(own, "a")
    assert card.key.accessibleName().startswith(WAITING.title_name)
