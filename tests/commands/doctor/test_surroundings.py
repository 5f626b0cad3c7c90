"""What the doctor says of settings, the line, letters, the hour and the screen."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.commands.doctor.examination import Questions, examine
from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.fitting_settings import examine_settings
from kiosk.commands.doctor.report import tell
from kiosk.commands.doctor.surroundings import (
    examine_fonts,
    examine_line,
    examine_screen,
    examine_time,
)
from kiosk.domain.policy import CardPolicy, CheckScheme
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from kiosk.settings import Central, Devices, Make, Settings
from tests.commands.doctor.machines import Desk

CITY = Settings(central=Central(address="https://library.example"))


def wanting(scanner: Make, printer: Make = Make.SIMULATED) -> Settings:
    return Settings(devices=Devices(scanner=scanner, printer=printer))


def said(findings: list[Finding]) -> str:
    return "\n".join(f"{each.state} {each.says} {each.do}" for each in findings)


def test_what_is_set_and_not_plugged_in_is_missing(desk: Desk) -> None:
    assert "missing scanner =" in said(examine_settings(desk.machine, wanting(Make.EVDEV)))
    assert "missing scanner =" in said(examine_settings(desk.machine, wanting(Make.SERIAL)))


def test_what_is_plugged_in_and_not_set_is_told(desk: Desk) -> None:
    desk.keyboard(3, "HID Keyboard", "0c2e:0b61")
    desk.write("dev/usb/lp0")
    told = said(examine_settings(desk.machine, wanting(Make.SIMULATED)))
    assert 'scanner = "evdev"' in told
    assert 'printer = "escpos"' in told


def test_a_scanner_without_our_rules_lacks_the_path_that_is_looked_for(desk: Desk) -> None:
    desk.keyboard(3, "HID Keyboard", "0c2e:0b61")
    assert "/dev/library/scanner" in said(examine_settings(desk.machine, wanting(Make.EVDEV)))
    desk.mark_scanner(3)
    assert "missing" not in said(examine_settings(desk.machine, wanting(Make.EVDEV)))


def test_a_path_in_the_settings_is_looked_for(desk: Desk) -> None:
    desk.write("dev/ttyACM0")
    settings = wanting(Make.SERIAL)
    here = replace(settings, scanner=ScannerSettings(device="/dev/ttyACM0"))
    there = replace(settings, scanner=ScannerSettings(device="/dev/ttyACM7"))
    assert "missing" not in said(examine_settings(desk.machine, here))
    assert "/dev/ttyACM7" in said(examine_settings(desk.machine, there))


def test_simulated_devices_belong_to_a_demonstration_only(desk: Desk) -> None:
    real = replace(wanting(Make.SIMULATED), is_demonstration=False)
    assert "needs attention simulated" in said(examine_settings(desk.machine, real))


@pytest.mark.parametrize(
    ("settings", "answers", "state"),
    [
        (CITY, True, State.OK),
        (CITY, False, State.ATTENTION),
        (Settings(), False, State.OK),  # kiosk run starts it
    ],
)
def test_the_line_is_tried(
    settings: Settings,
    answers: bool,  # noqa: FBT001 - a column of the table
    state: State,
) -> None:
    assert examine_line(settings, lambda: answers).state is state


def test_letters_are_looked_for_one_by_one(desk: Desk) -> None:
    folders = (Path("/usr/share/fonts/kiosk"),)
    assert examine_fonts(desk.machine, folders).state is State.MISSING
    for name in ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "BIZUDGothic-Regular.ttf"):
        desk.write(f"usr/share/fonts/kiosk/{name}")
    partly = examine_fonts(desk.machine, folders)
    assert partly.state is State.ATTENTION
    assert "NotoSansCJK-Bold.ttc" in partly.says


def test_the_machines_hour_is_to_be_the_librarys(desk: Desk) -> None:
    link = desk.root / "etc/localtime"
    link.parent.mkdir()
    link.symlink_to("/usr/share/zoneinfo/Etc/UTC")
    assert "set-timezone Asia/Tokyo" in examine_time(desk.machine, Settings()).do
    link.unlink()
    link.symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    assert examine_time(desk.machine, Settings()).state is State.OK


def test_a_screen_is_one_that_is_connected_or_named(desk: Desk) -> None:
    desk.write("sys/class/drm/card0-HDMI-A-1/status", "disconnected\n")
    assert examine_screen(desk.machine).state is State.MISSING
    desk.write("sys/class/drm/card0-HDMI-A-1/status", "connected\n")
    assert examine_screen(desk.machine).state is State.OK
    desk.environment["WAYLAND_DISPLAY"] = "wayland-0"
    assert "WAYLAND_DISPLAY" in examine_screen(desk.machine).says


def test_a_desk_without_a_card_reader_needs_no_pcscd(desk: Desk) -> None:
    settings = Settings(devices=Devices(card_reader=Make.SIMULATED))
    found = examine(desk.machine, settings, Questions(lambda: None, lambda: True))
    assert "card reader" not in {each.about for each in found}


def test_the_status_tells_whether_something_is_to_be_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    well = Finding("line", State.OK, "it answers")
    broken = Finding("screen", State.MISSING, "no screen is here", "Plug one in.")
    assert tell([well], as_json=False) == 0
    assert tell([well, broken], as_json=False) == 1
    assert "missing: Plug one in." in capsys.readouterr().out
    assert tell([well, broken], as_json=True) == 1
    assert '"is_well": false' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("card", "says"),
    [
        (CardPolicy(digits=10), "no check digit: a slip's barcode is taken for a card"),
        (CardPolicy(digits=10, check=CheckScheme.M10W31), "some slips' barcodes"),
    ],
)
def test_cards_that_look_like_a_slips_number_are_told(
    desk: Desk, card: CardPolicy, says: str
) -> None:
    findings = examine_settings(desk.machine, replace(Settings(), card=card))
    [found] = [each for each in findings if each.about == "codes"]
    assert found.state is State.ATTENTION
    assert says in found.says
    assert "QR" in found.do


def test_cards_of_another_length_need_no_word(desk: Desk) -> None:
    findings = examine_settings(desk.machine, replace(Settings(), card=CardPolicy(digits=8)))
    assert not [each for each in findings if each.about == "codes"]
