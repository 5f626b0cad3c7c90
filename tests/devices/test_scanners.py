"""What every make of scanner does; one suite."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy
from kiosk.events import CardPresented, Event, IsbnScanned
from kiosk.hardware.understanding import Understanding
from tests.devices.scanner_desks import ScannerDesk, SerialDesk, SimulatedDesk, WedgeDesk
from tests.devices.typing_window import XtestDesk, typing_window, why_no_screen

READY = Health(Device.SCANNER, Condition.READY)
CARD, BOOK, LINK = "A01234567B", "9784101010014", "https://Minato.example/?q=Neko_1&n=~|{}"
AT_ONCE = 1000  # random strings
AT_MOST = 20  # times that a patron holds a card before the scanner


@pytest.fixture(scope="module")
def xtest_desk() -> Iterator[XtestDesk]:
    why = why_no_screen()
    if why:
        pytest.skip(why)
    with typing_window() as desk:
        yield desk


@pytest.fixture(params=["simulated", "serial", "keys in a window", "keyboard on a real screen"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[ScannerDesk]:
    """Each make in turn; the keyboard that is grabbed is tried in `make trial-machine`."""
    if request.param == "keyboard on a real screen":
        desk: ScannerDesk = request.getfixturevalue("xtest_desk")
    elif request.param == "keys in a window":
        desk = WedgeDesk(qtbot)
    elif request.param == "serial":
        desk = SerialDesk(tmp_path)
    else:
        desk = SimulatedDesk()
    desk.scanner.start(desk.heard)
    desk.heard.forget()
    yield desk
    desk.close()


@pytest.mark.parametrize("code", [CARD, BOOK, LINK])
def test_a_code_is_told_as_it_was_read(desk: ScannerDesk, code: str) -> None:
    desk.scan(code)
    desk.heard.wait_for(code)
    assert desk.heard.codes == [code]


def test_codes_are_told_in_the_order_read(desk: ScannerDesk) -> None:
    """In haste too: no laser reads the next code as soon as this."""
    codes = [LINK, CARD, BOOK, "A76543210B"]
    for code in codes:
        desk.scan(code)
        desk.heard.wait_for(code)
    assert desk.heard.codes == codes


def test_a_stopped_scanner_tells_nothing_and_can_be_started_again(desk: ScannerDesk) -> None:
    desk.scanner.stop()
    desk.scanner.start(desk.heard)
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    assert desk.heard.codes == [CARD]


def test_a_scanner_that_is_heard_is_ready(desk: ScannerDesk) -> None:
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    assert desk.scanner.health() == READY


def test_a_code_becomes_what_happened(desk: ScannerDesk) -> None:
    said: list[Event] = []
    understanding = Understanding(said.append, CardPolicy(), lambda _code: False)
    for code in (CARD, BOOK):
        desk.scan(code)
        desk.heard.wait_for(code)
        understanding(code)
    assert said == [CardPresented(CardNumber("01234567")), IsbnScanned(BOOK)]


def test_random_strings_leave_it_standing_and_the_next_code_is_read(desk: ScannerDesk) -> None:
    dice = random.Random(20261120)  # noqa: S311 - the same nonsense each time
    for _ in range(AT_ONCE):
        length = dice.randrange(1, 20)
        desk.scan("".join(chr(dice.randrange(0x80)) for _ in range(length)))
    desk.heard.forget()
    for _ in range(AT_MOST):
        desk.scan(CARD)
        if desk.heard.is_told_soon(CARD):
            break
    assert desk.heard.codes[-1] == CARD
