"""Which of the plugged devices is the scanner."""

from pathlib import Path

import pytest

from kiosk.hardware.barcode_scanner.input_devices import plugged_keyboards
from kiosk.hardware.barcode_scanner.plugged_device import PluggedDevice, path_of
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings

LINK = "/dev/library/scanner"
TYPING_KEYS = "10000 7 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe"
POWER_KEYS = "8000 10000000000000 0"
PLUGGED = (
    PluggedDevice("/dev/input/event3", "Desk Keyboard", 0x046D, 0xC31C),
    PluggedDevice("/dev/input/event5", "Symbol Bar Code Scanner", 0x05E0, 0x1200),
)


@pytest.mark.parametrize(
    ("scanner", "path"),
    [
        (ScannerSettings(), LINK),
        (ScannerSettings(device="/dev/ttyACM1", name="Symbol"), "/dev/ttyACM1"),
        (ScannerSettings(name="bar code"), "/dev/input/event5"),
        (ScannerSettings(name=" 05E0:1200 "), "/dev/input/event5"),
    ],
)
def test_a_scanner_is_found_by_path_by_name_or_by_its_maker(
    scanner: ScannerSettings, path: str
) -> None:
    assert path_of(scanner, LINK, PLUGGED) == path


@pytest.mark.parametrize("name", ["Datalogic", "05e0:1201", "046d:1200"])
def test_a_scanner_that_is_not_plugged_in_is_not_found(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        path_of(ScannerSettings(name=name), LINK, PLUGGED)


def tell(sys: Path, event: str, name: str, keys: str) -> None:
    told = sys / event / "device"
    for folder in ("id", "capabilities"):
        (told / folder).mkdir(parents=True)
    for file, text in {
        "name": name,
        "id/vendor": "05e0",
        "id/product": "1200",
        "capabilities/key": keys,
    }.items():
        (told / file).write_text(f"{text}\n", encoding="utf-8")


def test_only_what_types_digits_and_enter_is_a_keyboard(tmp_path: Path) -> None:
    tell(tmp_path, "event10", "Symbol Bar Code Scanner", TYPING_KEYS)
    tell(tmp_path, "event9", "Symbol Bar Code Scanner System Control", POWER_KEYS)
    tell(tmp_path, "event2", "Desk Keyboard", TYPING_KEYS)
    assert list(plugged_keyboards(tmp_path)) == [
        PluggedDevice("/dev/input/event2", "Desk Keyboard", 0x05E0, 0x1200),
        PluggedDevice("/dev/input/event10", "Symbol Bar Code Scanner", 0x05E0, 0x1200),
    ]


def test_what_is_pulled_out_meanwhile_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "event1" / "device").mkdir(parents=True)
    tell(tmp_path, "event2", "Desk Keyboard", TYPING_KEYS)
    assert [device.path for device in plugged_keyboards(tmp_path)] == ["/dev/input/event2"]


def test_a_machine_without_input_devices_has_none(tmp_path: Path) -> None:
    assert list(plugged_keyboards(tmp_path / "input")) == []
