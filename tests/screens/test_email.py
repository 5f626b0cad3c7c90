"""A new address and its code: what is typed stays until it is taken."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.details import ContactKind
from kiosk.domain.errors import CodeWrong, ContactNotUnderstood, LineLost, TriedTooOften
from kiosk.domain.looks import Language, TextSize
from kiosk.events import ContactChosen, ContactEntered, DetailsAsked, EmailCodeEntered
from kiosk.screens.email import EmailScreen
from kiosk.ui.typing.board_layouts import Act
from kiosk.ui.typing.field import FieldState
from kiosk.visit import Deed, Look, Visit
from tests.screens.details_visits import ADDRESS, CODE, LINE_DOWN, SENDER, WHOLE, seen
from tests.screens.showing import Shown

Page = Shown[EmailScreen]
EMAIL = ContactKind.EMAIL
SENDING = seen(WHOLE, contact=EMAIL, asked=Deed.CODE_SENT)
WAITING = seen(WHOLE, contact=EMAIL, wants_code=True)
CONFIRMING = seen(WHOLE, contact=EMAIL, wants_code=True, asked=Deed.EMAIL_CONFIRMED)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, EmailScreen)


def type_address(shown: Page, text: str) -> None:
    for sign in text:
        QTest.mouseClick(
            shown.screen.address.board,
            Qt.MouseButton.LeftButton,
            pos=shown.screen.address.board.key(sign).geometry().center(),
        )


def touch(shown: Page, key: str | Act) -> None:
    board = shown.screen.address.board
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.key(key).geometry().center())


def type_code(shown: Page, digits: str) -> None:
    for digit in digits:
        shown.touch(shown.screen.code.pad.key(digit))


def send(shown: Page, address: str) -> None:
    """Type it, send it, and be told that the code is on its way."""
    shown.display(ADDRESS)
    QTest.keyClicks(shown.place, address)
    touch(shown, Act.SEARCH)
    shown.display(SENDING)
    shown.display(CODE)


@pytest.mark.rule("L6", "V3")
def test_before_anything_is_typed_the_page_says_what_comes(shown: Page) -> None:
    shown.display(ADDRESS)
    assert "6けたのコードを送ります" in shown.texts
    assert f"{SENDER} からのメールを受け取れるように" in shown.texts.replace("\u200b", "")


def test_an_address_is_typed_with_its_end_in_one_touch(shown: Page) -> None:
    shown.display(ADDRESS)
    type_address(shown, "hana_ko-2.7")
    touch(shown, "@docomo.ne.jp")
    touch(shown, "@gmail.com")
    touch(shown, Act.SEARCH)
    assert shown.said == [ContactEntered(EMAIL, "hana_ko-2.7@gmail.com")]


def test_the_keyboard_of_the_desk_types_too(shown: Page) -> None:
    shown.display(ADDRESS)
    QTest.keyClicks(shown.place, "Hana+tosho@example.jpx")
    QTest.keyClick(shown.place, Qt.Key.Key_Backspace)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said == [ContactEntered(EMAIL, "Hana+tosho@example.jp")]


@pytest.mark.rule("E4")
@pytest.mark.parametrize("typed", ["", "hana", "hana@", "@example.jp", "hana@example", "hana@jp."])
def test_half_an_address_goes_nowhere_and_the_key_says_why(shown: Page, typed: str) -> None:
    shown.display(ADDRESS)
    QTest.keyClicks(shown.place, typed)
    touch(shown, Act.SEARCH)
    assert not shown.said
    key = shown.screen.address.board.key(Act.SEARCH)
    assert key.accessibleDescription() == "アドレスを入れてください"


@pytest.mark.rule("E4")
@pytest.mark.parametrize(
    "trouble", [ContactNotUnderstood(EMAIL), LineLost(), TriedTooOften(600)], ids=str
)
def test_what_was_typed_is_still_there_when_it_did_not_go_on(
    shown: Page, trouble: Exception
) -> None:
    shown.display(ADDRESS)
    QTest.keyClicks(shown.place, "hana@example.jp")
    touch(shown, Act.SEARCH)
    shown.display(SENDING)
    shown.display(replace(ADDRESS, trouble=trouble))
    assert shown.screen.address.address == "hana@example.jp"
    assert shown.screen.address.trouble.isVisible()
    touch(shown, Act.SEARCH)
    assert len(shown.said) == 2


@pytest.mark.rule("E4")
def test_an_address_that_cannot_be_is_told_beside_its_field(shown: Page) -> None:
    shown.display(replace(ADDRESS, trouble=ContactNotUnderstood(EMAIL)))
    assert "このアドレスにはメールを送れません" in shown.texts
    states = [shown.screen.address.field.state]
    type_address(shown, "h")
    states.append(shown.screen.address.field.state)
    assert states == [FieldState.ERROR, FieldState.ACTIVE]


def test_while_it_is_sent_nothing_is_said_twice(shown: Page) -> None:
    shown.display(ADDRESS)
    QTest.keyClicks(shown.place, "hana@example.jp")
    touch(shown, Act.SEARCH)
    shown.display(SENDING)
    touch(shown, Act.SEARCH)
    assert len(shown.said) == 1


def test_what_is_typed_survives_another_language_and_size(shown: Page) -> None:
    shown.display(ADDRESS)
    QTest.keyClicks(shown.place, "hana@example.jp")
    shown.display(ADDRESS, Look(Language.ENGLISH, TextSize.LARGEST))
    assert shown.screen.address.address == "hana@example.jp"


@pytest.mark.rule("L6")
def test_the_code_page_says_where_it_was_sent_and_that_later_is_possible(shown: Page) -> None:
    shown.display(CODE)
    assert "ho•••@docomo.ne.jp に送りました" in shown.texts
    assert "コードを入れるまで、このアドレスは使われません" in shown.texts
    shown.touch(shown.screen.code.later)
    assert shown.said == [DetailsAsked()]


@pytest.mark.rule("L6")
def test_six_digits_are_said_and_not_one_more_or_less(shown: Page) -> None:
    shown.display(CODE)
    type_code(shown, "12345")
    shown.touch(shown.screen.code.pad.enter)
    assert not shown.said
    type_code(shown, "678")
    shown.touch(shown.screen.code.pad.enter)
    assert shown.said == [EmailCodeEntered("123456")]


def test_the_code_is_erased_digit_by_digit_and_typed_at_the_desk(shown: Page) -> None:
    shown.display(CODE)
    QTest.keyClicks(shown.place, "12a3457")
    shown.touch(shown.screen.code.pad.key("erase"))
    QTest.keyClicks(shown.place, "6")
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said == [EmailCodeEntered("123456")]


@pytest.mark.rule("E4")
@pytest.mark.parametrize(("trouble", "left"), [(CodeWrong(), ""), (LineLost(), "123456")])
def test_only_a_wrong_code_is_typed_anew(shown: Page, trouble: Exception, left: str) -> None:
    shown.display(CODE)
    type_code(shown, "123456")
    shown.touch(shown.screen.code.pad.enter)
    shown.display(CONFIRMING)
    assert not shown.screen.code.pad.enter.isEnabled()
    shown.display(replace(WAITING, trouble=trouble))
    assert shown.screen.code.field.text == left
    assert shown.screen.code.trouble.isVisible()


@pytest.mark.rule("L6")
def test_another_code_goes_to_the_address_that_was_typed(shown: Page) -> None:
    send(shown, "hana@example.jp")
    type_code(shown, "123")
    shown.touch(shown.screen.code.again)
    shown.display(CONFIRMING)
    shown.display(CODE)
    assert "もう一度送りました" in shown.texts
    type_code(shown, "1")
    shown.touch(shown.screen.code.anew)
    assert shown.said[-2:] == [ContactEntered(EMAIL, "hana@example.jp"), ContactChosen(EMAIL)]


def test_an_address_with_a_slip_is_mended_where_it_was_typed(shown: Page) -> None:
    send(shown, "hana@exampel.jp")
    shown.touch(shown.screen.code.anew)
    shown.display(ADDRESS)
    assert shown.screen.address.field.text == "hana@exampel.jp"


def test_who_came_back_for_the_code_types_the_address_anew(shown: Page) -> None:
    shown.display(CODE)
    assert not shown.screen.code.again.isVisible()
    shown.touch(shown.screen.code.anew)
    assert shown.said == [ContactChosen(EMAIL)]


@pytest.mark.rule("E4")
@pytest.mark.parametrize("visit", [ADDRESS, CODE])
def test_without_the_line_nothing_is_sent(shown: Page, visit: Visit) -> None:
    shown.display(replace(visit, premises=LINE_DOWN))
    QTest.keyClicks(shown.place, "123456" if visit is CODE else "hana@example.jp")
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert not shown.said
