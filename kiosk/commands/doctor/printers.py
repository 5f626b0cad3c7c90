"""Slip printers on USB."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.machine import Machine, read
from kiosk.commands.doctor.usb import usb_of

_PRINTER = "07"  # USB's class of an interface


def printers(machine: Machine) -> list[Path]:
    """Those that the kernel drives, such as /dev/usb/lp0."""
    return machine.list("dev/usb", "lp[0-9]*")


def examine_printers(machine: Machine) -> list[Finding]:
    found = [_examined(machine, node) for node in printers(machine)]
    if not found:
        found = [*_without_driver(machine)]
    if found and machine.at("run/cups/cups.sock").exists():
        found.append(
            Finding(
                "printer",
                State.ATTENTION,
                "CUPS runs on this machine, and may take the slip printer",
                "Remove the printer from CUPS, or stop it: systemctl disable --now cups.",
            )
        )
    return found


def _examined(machine: Machine, node: Path) -> Finding:
    usb = usb_of(machine.at("sys/class/usbmisc") / node.name / "device")
    where = f"printer /dev/usb/{node.name}" + (f", {usb.said}" if usb else "")
    if not machine.may_use(node):
        step = "Install packaging/devices, and add this user to the group kiosk-devices."
        return Finding("printer", State.ATTENTION, f"{where}: this user may not use it", step)
    return Finding("printer", State.OK, f"{where}: this user may use it")


def _without_driver(machine: Machine) -> Iterator[Finding]:
    for interface in machine.list("sys/bus/usb/devices", "*:*"):
        if read(interface / "bInterfaceClass") == _PRINTER:
            usb = usb_of(interface)
            yield Finding(
                "printer",
                State.ATTENTION,
                f"printer {usb.said if usb else ''} has no /dev/usb/lp…",
                "Load the kernel's driver: modprobe usblp.",
            )
