"""The thread at the end of a cable, before cables that fail in every way."""

import errno
from collections.abc import Iterator
from queue import Empty, Queue
from threading import Event as Flag

import pytest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.hardware.barcode_scanner.evdev import EvdevBarcodeScanner
from kiosk.hardware.barcode_scanner.plugged import Garbled, Line, PluggedBarcodeScanner
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from tests.devices.codes_heard import CodesHeard
from tests.devices.scanner_desks import wait_until

CARD = "A01234567B"
Sent = bytes | Exception


class FakeLine(Line):
    """Reads what a test puts in; an exception is raised."""

    def __init__(self, sent: "Queue[Sent]", closed: Flag) -> None:
        self._sent, self._closed = sent, closed

    def read(self, timeout_s: float) -> bytes:
        try:
            one = self._sent.get(timeout=timeout_s)
        except Empty:
            return b""
        if isinstance(one, Exception):
            raise one
        return one

    def close(self) -> None:
        self._closed.set()


class Cable:
    """Makes lines; `fault` is raised instead while it is set."""

    def __init__(self) -> None:
        self.sent: Queue[Sent] = Queue()
        self.closed = Flag()
        self.fault: Exception | None = None

    def plug_in(self) -> Line:
        if self.fault is not None:
            raise self.fault
        return FakeLine(self.sent, self.closed)


@pytest.fixture
def cable() -> Cable:
    return Cable()


@pytest.fixture
def heard() -> CodesHeard:
    return CodesHeard()


@pytest.fixture
def scanner(cable: Cable) -> Iterator[PluggedBarcodeScanner]:
    scanner = PluggedBarcodeScanner(cable.plug_in, ScannerSettings(gap_ms=200))
    yield scanner
    scanner.stop()


def until(scanner: PluggedBarcodeScanner, condition: Condition, why: str = "") -> None:
    wait_until(lambda: scanner.health() == Health(Device.SCANNER, condition, why))


@pytest.mark.parametrize(
    ("number", "condition", "why"),
    [
        (errno.ENOENT, Condition.GONE, "not_plugged_in"),
        (errno.ENODEV, Condition.GONE, "not_plugged_in"),
        (errno.EACCES, Condition.DEGRADED, "no_permission"),
        (errno.EBUSY, Condition.DEGRADED, "held_by_another_program"),
        (None, Condition.GONE, "not_plugged_in"),
    ],
)
def test_why_it_cannot_be_opened_is_told_until_it_can(
    cable: Cable, scanner: PluggedBarcodeScanner, number: int | None, condition: Condition, why: str
) -> None:
    cable.fault = OSError(number, "fault")
    scanner.start(lambda _code: None)
    until(scanner, condition, why)
    cable.fault = None
    until(scanner, Condition.READY)


def test_what_was_garbled_on_the_way_is_no_code(
    cable: Cable, scanner: PluggedBarcodeScanner, heard: CodesHeard
) -> None:
    scanner.start(heard)
    for sent in (b"A0123", Garbled(), b"67B\n"):
        cable.sent.put(sent)
    while not heard.is_told_soon(CARD):
        cable.sent.put(f"{CARD}\n".encode())
    assert set(heard.codes) == {CARD}


def test_a_line_that_breaks_is_closed_and_opened_again(
    cable: Cable, scanner: PluggedBarcodeScanner, heard: CodesHeard
) -> None:
    scanner.start(heard)
    cable.sent.put(b"A0123")
    cable.sent.put(OSError(errno.ENODEV, "pulled out"))
    assert cable.closed.wait(20)
    cable.sent.put(f"{CARD}\n".encode())
    heard.wait_for(CARD)
    assert heard.codes == [CARD]


@pytest.mark.parametrize("fault", [ValueError("odd"), RuntimeError("odd")])
def test_nothing_unforeseen_ends_the_thread_or_gets_into_the_log(
    cable: Cable,
    scanner: PluggedBarcodeScanner,
    heard: CodesHeard,
    fault: Exception,
    caplog: pytest.LogCaptureFixture,
) -> None:
    scanner.start(heard)
    cable.sent.put(fault)
    cable.sent.put(f"{CARD}\n".encode())
    heard.wait_for(CARD)
    assert type(fault).__name__ in caplog.text
    assert "odd" not in caplog.text


def test_nothing_is_told_after_it_was_stopped(
    cable: Cable, scanner: PluggedBarcodeScanner, heard: CodesHeard
) -> None:
    scanner.start(heard)
    until(scanner, Condition.READY)
    scanner.stop()
    assert cable.closed.is_set()
    cable.sent.put(f"{CARD}\n".encode())
    assert not heard.is_told_soon(CARD)
    assert scanner.health().condition is Condition.GONE


@pytest.mark.parametrize(
    "told", [ScannerSettings(device="/dev/input/no-such-scanner"), ScannerSettings(name="no such")]
)
def test_a_keyboard_that_is_not_there_is_gone(told: ScannerSettings) -> None:
    scanner = EvdevBarcodeScanner(told)
    scanner.start(lambda _code: None)
    until(scanner, Condition.GONE, "not_plugged_in")
    scanner.stop()


def test_a_file_that_is_no_keyboard_is_gone() -> None:
    scanner = EvdevBarcodeScanner(ScannerSettings(device="/dev/null"))
    scanner.start(lambda _code: None)
    until(scanner, Condition.GONE, "not_plugged_in")
    scanner.stop()
