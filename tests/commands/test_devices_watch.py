"""`kiosk devices watch`: each event as a line of JSON, and nobody's number in it."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Condition as Signal

import pytest

from kiosk.commands.devices_watch import Watching, is_running, watch_devices
from kiosk.commands.folder import only_one
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.events import IcCardPresented, MyNumberCardPresented
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.makes import Desk, simulated_desk
from kiosk.settings import Devices, Make, Settings

PATIENCE_S = 30.0
CARD, STAFF = "01234567", "99990001"


class Watched:
    """A simulated desk that is watched, and its lines as they come."""

    def __init__(self, settings: Settings) -> None:
        self.desk: Desk = simulated_desk()
        self.text = ""
        self._came = Signal()
        self.watching = Watching(self.desk, settings, self._write)

    def line_of(self, event: str) -> dict[str, object]:
        """The first line that tells of such an event."""
        with self._came:
            assert self._came.wait_for(lambda: self._find(event) is not None, PATIENCE_S)
        return self._find(event) or {}

    def scan(self, code: str) -> None:
        assert isinstance(self.desk.scanner, SimulatedBarcodeScanner)
        self.desk.scanner.scan(code)

    def _find(self, event: str) -> dict[str, object] | None:
        lines = (dict(json.loads(line)) for line in self.text.splitlines())
        return next((line for line in lines if line["event"] == event), None)

    def _write(self, line: str) -> None:
        with self._came:
            self.text += line + "\n"
            self._came.notify_all()


@pytest.fixture
def watched(settings: Settings) -> Iterator[Watched]:
    made = Watched(Settings(data_folder=settings.data_folder))
    made.watching.start()
    yield made
    made.watching.stop()


def test_every_device_says_first_how_it_is(watched: Watched) -> None:
    line = watched.line_of("HealthChanged")
    assert line["condition"] == "ready"
    assert {"time", "device", "event", "condition", "why"} == set(line)


def test_of_a_card_only_kind_and_length_are_told(watched: Watched) -> None:
    watched.scan(f"A{CARD}A")
    assert watched.line_of("CardPresented") | {"time": ""} == {
        "time": "",
        "device": "scanner",
        "event": "CardPresented",
        "kind": "library card",
        "length": 8,
    }
    watched.scan(STAFF)
    assert watched.line_of("StaffCardPresented")["length"] == len(STAFF)
    assert CARD not in watched.text
    assert STAFF not in watched.text


def test_a_books_code_is_told(watched: Watched) -> None:
    watched.scan("9784003101018")
    assert watched.line_of("IsbnScanned")["isbn"] == "9784003101018"


def test_of_an_ic_card_only_its_kind_is_told(watched: Watched) -> None:
    identifier = IcIdentifier.of(bytes.fromhex("0112233445566778"))
    assert identifier is not None
    watched.watching._say_of_reader(IcCardPresented(identifier))
    line = watched.line_of("IcCardPresented")
    assert (line["device"], line["kind"], line["bytes"]) == ("card_reader", "felica", 8)
    assert identifier.number not in watched.text


def test_the_card_reader_is_named(watched: Watched) -> None:
    watched.watching._say_of_reader(MyNumberCardPresented())
    assert watched.line_of("MyNumberCardPresented")["device"] == "card_reader"


def test_while_the_panel_has_the_devices_nothing_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with only_one(tmp_path):
        assert is_running(tmp_path)
        assert watch_devices(Settings(data_folder=tmp_path)) == 2
    assert "end it first" in capsys.readouterr().err
    assert not is_running(tmp_path)


def test_a_kiosk_that_was_never_started_holds_nothing(tmp_path: Path) -> None:
    assert not is_running(tmp_path / "never")


def test_a_scanner_heard_by_the_panels_window_cannot_be_watched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data_folder=tmp_path, devices=Devices(scanner=Make.QT))
    assert watch_devices(settings) == 2
    assert "panel's window" in capsys.readouterr().err
