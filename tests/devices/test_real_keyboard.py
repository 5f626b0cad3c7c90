"""Real key events of an X screen: what a scanner and a hand type into one window."""

from collections.abc import Iterator

import pytest

from tests.devices.typing_window import XtestDesk, typing_window, why_no_screen

pytestmark = pytest.mark.skipif(bool(why_no_screen()), reason=why_no_screen())

CARD = "A01234567B"


@pytest.fixture(scope="module")
def window() -> Iterator[XtestDesk]:
    with typing_window() as desk:
        yield desk


@pytest.fixture
def desk(window: XtestDesk) -> Iterator[XtestDesk]:
    window.scanner.start(window.heard)
    window.heard.forget()
    yield window
    window.close()


def test_a_code_with_equal_neighbours_is_read_whole_and_typed_nowhere(desk: XtestDesk) -> None:
    desk.scan("1122334455AAbb")
    desk.heard.wait_for("1122334455AAbb")
    assert desk.typed() == []


def test_a_hand_types_with_shift_and_enter_between_two_codes(desk: XtestDesk) -> None:
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    desk.keyboard.type("Neko")
    desk.until_typed("Neko")
    desk.keyboard.press("Return")
    desk.child.until(lambda what, said: (what, said) == ("entered", "Neko"))
    desk.scan(f"{CARD}2")
    desk.heard.wait_for(f"{CARD}2")
    assert desk.typed()[-1] == "Neko"


def test_a_key_that_a_finger_holds_down_repeats(desk: XtestDesk) -> None:
    desk.keyboard.hold_down("n", until=lambda: desk.child.until(_three_of_n))
    assert desk.heard.codes == []


def test_a_busy_panel_takes_no_code_apart(desk: XtestDesk) -> None:
    desk.child.tell("busy")
    codes = [f"{CARD}{number}" for number in range(2)]
    for code in codes:
        desk.scan(code)
        desk.heard.wait_for(code)
    desk.child.tell("idle")
    assert desk.heard.codes == codes
    assert desk.typed() == []


def _three_of_n(what: str, said: str) -> bool:
    return (what, said) == ("typed", "nnn")
