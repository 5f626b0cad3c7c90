import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Scheme
from kiosk.domain.titles import Title
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.look.theme import Theme
from kiosk.ui.my_library.own_title import own_title, title_of
from kiosk.visit import Look
from kiosk.words.words import Words
from tests.screens.account_visits import READY
from tests.screens.my_library_visits import LOANS, WAITING
from tests.ui.samples import LONG, found


def test_a_hidden_title_is_a_number_and_a_plain_back(words: Words) -> None:
    for title in (title_of(WAITING), title_of(READY), found(LONG).title):
        hidden = own_title(words, title, 3, is_hidden=True)
        assert (hidden.name, hidden.cover) == ("資料3", None)


def test_a_shown_title_stands_as_catalogued(words: Words) -> None:
    shown = own_title(words, title_of(WAITING), 3, is_hidden=False)
    assert shown.name == WAITING.title_name
    assert shown.cover == title_of(WAITING)


def test_the_cover_of_a_loan_has_the_form_of_its_material() -> None:
    materials = {loan.title_name: title_of(loan).material for loan in LOANS}
    assert materials == {loan.title_name: loan.material for loan in LOANS}


@pytest.mark.parametrize("scheme", Scheme)
def test_every_back_is_alike(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    titles: tuple[Title, ...] = (title_of(WAITING), *(title_of(loan) for loan in LOANS))
    backs, fronts = set(), set()
    for title in titles:
        cover = Cover(CoverSize.LIST)
        qtbot.addWidget(cover)
        cover.restyle(theme.of(Look(scheme=scheme)))
        cover.show_title(title)
        fronts.add(_pixels(cover))
        cover.show_back()
        backs.add(_pixels(cover))
    assert len(backs) == 1
    assert len(fronts) == len(titles)


def _pixels(cover: Cover) -> bytes:
    image = cover.grab().toImage()
    return bytes(image.constBits())
