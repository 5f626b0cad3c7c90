"""Keyboards that look like scanners."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.machine import Grab, Machine
from kiosk.hardware.barcode_scanner.input_devices import plugged_keyboards
from kiosk.hardware.barcode_scanner.plugged_device import PluggedDevice

# The makers that packaging/devices names, too: Symbol and Zebra, Metrologic and Honeywell, Hand
# Held Products, PSC, Datalogic, Optoelectronics (Opticon), Newland, Keyence.
MAKERS = (0x05E0, 0x0C2E, 0x0536, 0x05F9, 0x080C, 0x065A, 0x1EAB, 0x0720)
_NAMES = ("scan", "barcode", "bar code", "symbol", "honeywell", "datalogic", "opticon", "newland")
LINK = "/dev/library/scanner"  # made by the package's udev rules
_RULE = "name it in 71-library-kiosk-local.rules (docs/devices.md)"


@dataclass(frozen=True, slots=True)
class Keyboard:
    device: PluggedDevice
    node: Path  # /dev/input/event…, under the machine's root
    is_marked: bool  # by our udev rule

    @property
    def is_scanner(self) -> bool:
        """Whether it looks like one."""
        name = self.device.name.casefold()
        return (
            self.is_marked or self.device.vendor in MAKERS or any(part in name for part in _NAMES)
        )

    @property
    def said(self) -> str:
        name = self.device.name or "without a name"
        return f"{name} ({self.device.vendor or 0:04x}:{self.device.product or 0:04x})"


def scanners(machine: Machine) -> list[Keyboard]:
    """The keyboards that look like one."""
    marked = machine.at(LINK.lstrip("/")).resolve()
    every = (_seen(machine, device, marked) for device in _plugged(machine))
    return [keyboard for keyboard in every if keyboard.is_scanner]


def _plugged(machine: Machine) -> Iterator[PluggedDevice]:
    return plugged_keyboards(machine.at("sys/class/input"))


def _seen(machine: Machine, device: PluggedDevice, marked: Path) -> Keyboard:
    node = machine.at(device.path.lstrip("/"))
    return Keyboard(device, node, is_marked=node.resolve() == marked)


def examine_keyboards(machine: Machine) -> list[Finding]:
    """Each one that looks like a scanner: whether this user may have it alone."""
    return [_examined(machine, each) for each in scanners(machine)]


def _examined(machine: Machine, scanner: Keyboard) -> Finding:
    where = f"keyboard {scanner.said} at /dev/input/{scanner.node.name}"
    if not machine.may_use(scanner.node):
        step = (
            "Add this user to the group kiosk-devices, or start the kiosk anew."
            if scanner.is_marked
            else f"Install packaging/devices, and {_RULE} if its maker is not there."
        )
        return Finding("scanner", State.ATTENTION, f"{where}: this user may not read it", step)
    if machine.grab(scanner.node) is not Grab.FREE:
        step = "Stop the kiosk first if it runs; otherwise stop the program that holds it."
        return Finding("scanner", State.ATTENTION, f"{where}: another program has it", step)
    return Finding("scanner", State.OK, f"{where}: can be had for the kiosk alone")
