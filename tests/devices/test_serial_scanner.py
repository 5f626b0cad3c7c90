"""A scanner on a serial line: pulled out, moved, held by another, and what its codes may hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.devices import Condition
from kiosk.hardware.barcode_scanner.code_text import LONGEST
from kiosk.hardware.barcode_scanner.scanner_settings import Ending, ScannerSettings
from kiosk.hardware.barcode_scanner.serial_line import SerialBarcodeScanner, plugged_ports
from tests.devices.scanner_desks import SerialDesk

CARD = "A01234567B"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SerialDesk]:
    desk = SerialDesk(tmp_path)
    desk.scanner.start(desk.heard)
    yield desk
    desk.close()


def read(desk: SerialDesk, raw: bytes, code: str) -> None:
    desk.until(Condition.READY)
    desk.cable.send(raw)
    desk.heard.wait_for(code)


def test_a_scanner_pulled_out_is_gone_and_plugged_in_again_is_heard(desk: SerialDesk) -> None:
    for _ in range(2):
        desk.scan(CARD)
        desk.heard.wait_for(CARD)
        desk.heard.forget()
        desk.cable.pull_out()
        assert desk.until(Condition.GONE).why == "not_plugged_in"
        desk.cable.plug_in()
    desk.scan(CARD)
    desk.heard.wait_for(CARD)


def test_a_scanner_that_came_back_as_another_port_is_found(desk: SerialDesk) -> None:
    desk.until(Condition.READY)
    desk.cable.move()
    desk.until(Condition.GONE)
    desk.scan(CARD)
    desk.heard.wait_for(CARD)


def test_half_a_code_before_pulling_out_is_not_put_before_the_next(desk: SerialDesk) -> None:
    desk.until(Condition.READY)
    desk.cable.send(b"A0123")
    desk.cable.pull_out()
    desk.until(Condition.GONE)
    desk.cable.plug_in()
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    assert desk.heard.codes == [CARD]


def test_a_scanner_that_is_plugged_in_only_later_is_found(tmp_path: Path) -> None:
    desk = SerialDesk(tmp_path)
    desk.cable.pull_out()
    desk.scanner.start(desk.heard)
    assert desk.until(Condition.GONE).why == "not_plugged_in"
    desk.cable.plug_in()
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    desk.close()


def test_two_programs_never_share_one_scanner(desk: SerialDesk) -> None:
    desk.until(Condition.READY)
    second = SerialBarcodeScanner(desk.settings)
    other = SerialDesk.before(desk.cable, second)
    second.start(other.heard)
    assert other.until(Condition.DEGRADED).why == "held_by_another_program"
    desk.scanner.stop()
    other.until(Condition.READY)
    other.scan(CARD)
    other.heard.wait_for(CARD)
    second.stop()
    assert desk.heard.codes == []


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis"])
def test_japanese_in_a_qr_code_is_read(desk: SerialDesk, encoding: str) -> None:
    read(desk, "こころ\r\n夏目漱石\r\n".encode(encoding), "こころ\n夏目漱石")


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\t", b"\r\n\0"])
def test_each_ending_is_understood(desk: SerialDesk, ending: bytes) -> None:
    read(desk, CARD.encode() + ending, CARD)


def test_a_code_that_is_too_long_is_forgotten_and_the_next_is_read(desk: SerialDesk) -> None:
    desk.until(Condition.READY)
    desk.cable.send(b"1" * (3 * LONGEST) + b"\r")
    while not desk.heard.is_told_soon(CARD):
        desk.scan(CARD)
    assert set(desk.heard.codes) == {CARD}


def test_a_scanner_without_an_ending_is_heard_where_that_is_set(tmp_path: Path) -> None:
    desk = SerialDesk(tmp_path, ScannerSettings(ending=Ending.PAUSE))
    desk.scanner.start(desk.heard)
    read(desk, CARD.encode(), CARD)
    desk.close()


def test_what_is_no_serial_port_is_no_scanner(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"A01234567B\r\n")
    desk = SerialDesk(tmp_path, ScannerSettings(device=str(file)))
    desk.scanner.start(desk.heard)
    assert desk.until(Condition.GONE).why == "not_plugged_in"
    desk.close()


def test_starting_it_twice_is_a_mistake(desk: SerialDesk) -> None:
    with pytest.raises(RuntimeError, match="twice"):
        desk.scanner.start(desk.heard)


def test_the_ports_of_this_machine_are_told_by_path_and_name() -> None:
    assert all(port.path.startswith("/dev/") and port.name for port in plugged_ports())
