from collections.abc import Sequence
from itertools import combinations, product

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.patrons import Session, SessionToken
from kiosk.events import (
    BackAsked,
    Event,
    HelpAsked,
    HomeAsked,
    LanguageChosen,
    LogoutAsked,
    SchemeChosen,
    SignInAsked,
    SignInGivenUp,
    TextSizeChosen,
)
from kiosk.ui.keys.button import Button
from kiosk.ui.panel.bar import Bar
from kiosk.ui.panel.look_panel import Choice
from kiosk.ui.screen import Screen
from kiosk.visit import Look, Signed, Visit
from kiosk.words.words import Words
from tests.ui.conftest import LANDSCAPE, PORTRAIT, MakeStage
from tests.ui.pages import HomePage, Page, SigningInPage

SIGNED = Signed(Session(SessionToken("of nobody")))
EVERY_LOOK = [Look(language, size) for language, size in product(Words.offered, TextSize)] + [
    Look(scheme=Scheme.BLACK_YELLOW, size=size) for size in TextSize
]


def events(bar: Bar) -> set[object]:
    return {key.says for key in bar.in_order() if key.says is not None}


def test_home_offers_every_finished_language_by_its_own_name(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    stage.present(HomePage(words), Visit())
    assert {LanguageChosen(each) for each in Words.offered} <= events(stage.bar)
    assert LanguageChosen(Language.KOREAN) not in events(stage.bar)
    assert not {HomeAsked(), BackAsked()} & events(stage.bar)
    assert [key.accessibleName() for key in stage.bar.in_order()][:3] == [
        "日本語",
        "English",
        "やさしい にほんご",
    ]


def test_elsewhere_one_key_shows_the_names_of_the_other_languages(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    stage.present(Page(words), Visit())
    assert {HomeAsked(), BackAsked(), SignInAsked()} <= events(stage.bar)
    assert stage.bar.keys.other_languages.isVisible()
    name = stage.bar.keys.other_languages.accessibleName()
    assert "English" in name
    assert "日本語" not in name


def test_four_sizes_and_four_colours_are_offered_and_those_in_use_are_told(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    look = Look(size=TextSize.LARGE, scheme=Scheme.DARK)
    stage.present(Page(words), Visit(look))
    assert {TextSizeChosen(each) for each in TextSize} <= events(stage.bar)
    assert {SchemeChosen(each) for each in Scheme} <= events(stage.bar)
    on = {key.says for key in stage.bar.in_order() if key.is_on}
    assert on == {TextSizeChosen(TextSize.LARGE), SchemeChosen(Scheme.DARK)}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize(
    ("screen", "visit", "says"),
    [
        (Page, Visit(), SignInAsked()),
        (Page, Visit(signed=SIGNED), LogoutAsked()),
        (SigningInPage, Visit(), SignInGivenUp()),
        (HomePage, Visit(signed=SIGNED), LogoutAsked()),
    ],
)
def test_the_way_out_is_the_last_key_at_the_right(
    make_stage: MakeStage,
    words: Words,
    size: tuple[int, int],
    screen: type[Screen],
    visit: Visit,
    says: Event,
) -> None:
    stage = make_stage(size)
    stage.present(screen(words), visit)
    last = stage.bar.in_order()[-1]
    assert last.says == says
    assert last.geometry().right() + 1 == stage.width() - stage.style_now.margin


def test_the_log_out_key_never_moves(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    places = set()
    for screen in (HomePage, Page):
        stage.present(screen(words), Visit(signed=SIGNED))
        box = stage.bar.keys.log_out.geometry()
        places.add((box.x(), box.y(), box.width(), box.height()))
    assert len(places) == 1
    assert places.pop()[2] == 252


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("screen", [HomePage, Page, SigningInPage])
def test_every_key_has_room_for_a_finger_and_for_its_words(
    make_stage: MakeStage, words: Words, screen: type[Screen], size: tuple[int, int]
) -> None:
    stage = make_stage(size)
    page = screen(words)
    for look in EVERY_LOOK:
        stage.present(page, Visit(look, signed=SIGNED))
        assert_room(stage.bar, stage.bar.in_order())


def assert_room(on: QWidget, keys: Sequence[Button]) -> None:
    for key in keys:
        box = key.geometry()
        assert on.rect().contains(box), key.accessibleName()
        assert min(box.width(), box.height()) >= 84
        assert room_for_words(key), key.accessibleName()
    for one, other in combinations(keys, 2):
        assert apart(one, other) >= 10, (one.accessibleName(), other.accessibleName())


def room_for_words(key: Button) -> bool:
    settings = key.settings(key.width())
    high = sum(setting.height for setting in settings)
    wide = max((setting.width for setting in settings), default=0)
    stroke = 2 * key.face().stroke
    return high <= key.height() - 4 - stroke and wide <= key.width() - stroke


def apart(one: Button, other: Button) -> int:
    a, b = one.geometry(), other.geometry()
    sideways = max(a.left(), b.left()) - min(a.right(), b.right()) - 1
    down = max(a.top(), b.top()) - min(a.bottom(), b.bottom()) - 1
    return max(sideways, down)


def test_at_large_text_a_key_opens_the_sizes_above_the_bar(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    stage.present(Page(words), Visit(Look(size=TextSize.LARGEST)))
    assert stage.bar.height() == 144
    stage.bar.keys.sizes.click()
    assert stage.panel.choice is Choice.SIZE
    assert stage.panel.geometry().bottom() + 1 == stage.bar.y()
    keys = [key for key in stage.panel.findChildren(Button) if not key.isHidden()]
    assert [key.says for key in keys] == [TextSizeChosen(each) for each in TextSize]
    with qtbot.waitSignal(stage.said) as said:
        keys[0].click()
    assert said.args == [TextSizeChosen(TextSize.STANDARD)]
    assert stage.panel.isHidden()


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_keys_of_a_panel_have_room_for_a_finger_and_for_their_words(
    make_stage: MakeStage, words: Words, size: tuple[int, int]
) -> None:
    stage = make_stage(size)
    page = Page(words)
    for look, choice in product(EVERY_LOOK, Choice):
        stage.present(page, Visit(look))
        stage.panel.open_panel(choice, stage.bar.geometry())
        keys = [key for key in stage.panel.findChildren(Button) if not key.isHidden()]
        assert_room(stage.panel, keys)


def test_pressing_the_key_again_closes_the_panel(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    stage.present(Page(words), Visit())
    stage.bar.keys.other_languages.click()
    assert stage.panel.isVisible()
    stage.bar.keys.other_languages.click()
    assert stage.panel.isHidden()


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("screen", [HomePage, Page, SigningInPage])
def test_one_key_asks_for_help_on_every_patrons_screen_and_has_room_while_it_is_open(
    make_stage: MakeStage, words: Words, screen: type[Screen], size: tuple[int, int]
) -> None:
    stage = make_stage(size)
    page = screen(words)
    for look in EVERY_LOOK:
        stage.present(page, Visit(look, signed=SIGNED))
        keys = [key for key in stage.bar.in_order() if key.says == HelpAsked()]
        assert len(keys) == 1
        assert keys[0].accessibleName() == stage.bar.keys.help.accessibleName() != ""
        stage.say(HelpAsked())
        assert keys[0].is_on
        assert_room(stage.bar, stage.bar.in_order())
        stage.say(HelpAsked())
        assert not keys[0].is_on


def test_help_takes_no_words_from_the_other_keys(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    for language in Words.offered:
        stage.present(Page(words), Visit(Look(language), signed=SIGNED))
        whole = {HomeAsked(), BackAsked(), LogoutAsked(), HelpAsked()}
        whole |= {TextSizeChosen(each) for each in TextSize}
        assert whole | {SchemeChosen(each) for each in Scheme} <= events(stage.bar)
        assert stage.bar.keys.other_languages.isVisible()
