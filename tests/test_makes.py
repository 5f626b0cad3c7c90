"""Which make stands behind a port, as it is set."""

from pathlib import Path

import pytest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.hardware.barcode_scanner.absent import NoBarcodeScanner
from kiosk.hardware.barcode_scanner.evdev import EvdevBarcodeScanner
from kiosk.hardware.barcode_scanner.qt_wedge import QtBarcodeScanner
from kiosk.hardware.barcode_scanner.serial_line import SerialBarcodeScanner
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.makes import desk_of
from kiosk.settings import read_settings


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        ("evdev", EvdevBarcodeScanner),
        ("qt", QtBarcodeScanner),
        ("serial", SerialBarcodeScanner),
        ("simulated", SimulatedBarcodeScanner),
        ("none", NoBarcodeScanner),
    ],
)
def test_the_scanner_that_is_set_stands_behind_its_port(
    tmp_path: Path, make: str, kind: type
) -> None:
    file = tmp_path / "kiosk.toml"
    text = f'[devices]\ncard_reader = "simulated"\nscanner = "{make}"\n'
    file.write_text(text, encoding="utf-8")
    assert type(desk_of(read_settings(file, {})).scanner) is kind


def test_no_scanner_tells_nothing_and_is_gone_in_peace() -> None:
    scanner = NoBarcodeScanner()
    scanner.start(pytest.fail)
    assert scanner.health() == Health(Device.SCANNER, Condition.GONE, "none_here")
    scanner.stop()
