"""What the doctor sees of scanners, printers and card readers."""

import pytest

from kiosk.commands.doctor.card_readers import examine_readers
from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.inputs import examine_keyboards
from kiosk.commands.doctor.machine import try_grab
from kiosk.commands.doctor.printers import examine_printers
from kiosk.commands.doctor.serial_ports import examine_serial_ports
from tests.commands.doctor.machines import PCSCD, Desk

HONEYWELL = "0c2e:0b61"
OFFICE = "046d:c31c"


def states(findings: list[Finding]) -> list[State]:
    return [finding.state for finding in findings]


def test_a_scanner_is_known_by_its_maker(desk: Desk) -> None:
    desk.keyboard(3, "HID Keyboard", HONEYWELL)
    (found,) = examine_keyboards(desk.machine)
    assert found.state is State.OK
    assert "HID Keyboard (0c2e:0b61) at /dev/input/event3" in found.says


def test_a_scanner_is_known_by_what_it_calls_itself(desk: Desk) -> None:
    desk.keyboard(3, "USBScn Barcode Scanner", "ffff:0035")
    assert states(examine_keyboards(desk.machine)) == [State.OK]


def test_a_scanner_is_known_by_the_technicians_rule(desk: Desk) -> None:
    desk.keyboard(3, "Keyboard", "ffff:0035")
    assert examine_keyboards(desk.machine) == []
    desk.mark_scanner(3)
    assert states(examine_keyboards(desk.machine)) == [State.OK]


def test_the_staffs_keyboard_is_left_alone(desk: Desk) -> None:
    desk.keyboard(0, "Office keyboard", OFFICE)
    assert examine_keyboards(desk.machine) == []


def test_a_scanners_keys_for_power_are_no_scanner(desk: Desk) -> None:
    desk.keyboard(4, "Scanner system control", HONEYWELL, keys="10000000000000 0 0")
    assert examine_keyboards(desk.machine) == []


def test_a_scanner_that_may_not_be_read_tells_what_to_do(desk: Desk) -> None:
    desk.keyboard(3, "HID Keyboard", HONEYWELL)
    desk.forbidden.add("dev/input/event3")
    (found,) = examine_keyboards(desk.machine)
    assert found.state is State.ATTENTION
    assert "packaging/devices" in found.do


def test_a_scanner_of_our_rule_needs_only_the_group(desk: Desk) -> None:
    desk.keyboard(3, "HID Keyboard", HONEYWELL)
    desk.mark_scanner(3)
    desk.forbidden.add("dev/input/event3")
    (found,) = examine_keyboards(desk.machine)
    assert "kiosk-devices" in found.do


def test_a_scanner_that_another_program_has_is_told(desk: Desk) -> None:
    desk.keyboard(3, "HID Keyboard", HONEYWELL)
    desk.held.add("dev/input/event3")
    (found,) = examine_keyboards(desk.machine)
    assert found.state is State.ATTENTION
    assert "another program has it" in found.says


def test_what_is_no_input_device_cannot_be_grabbed(desk: Desk) -> None:
    desk.write("dev/input/event9")
    assert try_grab(desk.root / "dev/input/event9") == "held"
    assert try_grab(desk.root / "dev/input/event10") == "refused"


def test_a_serial_line_says_whose_it_is_and_no_serial_number(desk: Desk) -> None:
    interface = desk.usb("1-2", "05e0:1701", "Symbol Scanner", "02")
    desk.belongs("dev/ttyACM0", "tty", interface)
    (found,) = examine_serial_ports(desk.machine)
    assert found == Finding(
        "scanner",
        State.OK,
        "serial line /dev/ttyACM0, Symbol Scanner (05e0:1701): this user may use it",
    )


def test_a_serial_line_that_may_not_be_used_is_told(desk: Desk) -> None:
    desk.write("dev/ttyUSB0")
    desk.forbidden.add("dev/ttyUSB0")
    assert states(examine_serial_ports(desk.machine)) == [State.ATTENTION]


def test_a_printer_says_whose_it_is(desk: Desk) -> None:
    desk.belongs("dev/usb/lp0", "usbmisc", desk.usb("1-3", "04b8:0e28", "TM-m30", "07"))
    (found,) = examine_printers(desk.machine)
    assert found.state is State.OK
    assert "/dev/usb/lp0, TM-m30 (04b8:0e28)" in found.says


def test_a_printer_without_a_driver_is_told(desk: Desk) -> None:
    desk.usb("1-3", "04b8:0e28", "TM-m30", "07")
    (found,) = examine_printers(desk.machine)
    assert found.state is State.ATTENTION
    assert "usblp" in found.do


def test_cups_beside_a_slip_printer_is_told(desk: Desk) -> None:
    desk.write("run/cups/cups.sock")
    assert examine_printers(desk.machine) == []
    desk.write("dev/usb/lp0")
    assert states(examine_printers(desk.machine)) == [State.OK, State.ATTENTION]


@pytest.mark.parametrize(
    ("readers", "state", "word"),
    [
        (None, State.ATTENTION, "journalctl"),
        (0, State.MISSING, "Plug it in"),
        (1, State.OK, ""),
    ],
)
def test_pcscd_is_asked_for_readers(
    desk: Desk, readers: int | None, state: State, word: str
) -> None:
    desk.write(PCSCD)
    found = examine_readers(desk.machine, lambda: readers)[-1]
    assert found.state is state
    assert word in found.do


def test_a_machine_without_pcscd_is_told_how_to_get_it(desk: Desk) -> None:
    (found,) = examine_readers(desk.machine, lambda: None)
    assert found.state is State.MISSING
    assert "apt-get install pcscd" in found.do


def test_a_reader_that_pcscd_does_not_know_needs_its_driver(desk: Desk) -> None:
    desk.write(PCSCD)
    desk.usb("1-4", "054c:0dc8", "RC-S300/S", "0b")
    plugged, daemon = examine_readers(desk.machine, lambda: 0)
    assert plugged.says == "RC-S300/S (054c:0dc8) is plugged in"
    assert "libccid" in daemon.do


def test_pcscd_that_refuses_this_user_is_not_asked(desk: Desk) -> None:
    desk.write(PCSCD)
    desk.forbidden.add(PCSCD)

    def nobody_asks() -> int:
        raise AssertionError

    (found,) = examine_readers(desk.machine, nobody_asks)
    assert "kiosk-devices" in found.do


def test_a_reader_that_the_kernels_nfc_driver_took_is_told(desk: Desk) -> None:
    desk.write(PCSCD)
    interface = desk.usb("1-4", "072f:2200", "ACR122U", "0b")
    (desk.root / "sys/drivers/pn533_usb").mkdir(parents=True)
    (interface / "driver").symlink_to(desk.root / "sys/drivers/pn533_usb")
    assert "rmmod pn533_usb" in examine_readers(desk.machine, lambda: 0)[1].do
