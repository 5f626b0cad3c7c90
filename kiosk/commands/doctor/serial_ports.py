"""Serial lines on USB: scanners that are no keyboard."""

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.machine import Machine
from kiosk.commands.doctor.usb import usb_of


def examine_serial_ports(machine: Machine) -> list[Finding]:
    return [_examined(machine, name) for name in serial_ports(machine)]


def serial_ports(machine: Machine) -> list[str]:
    """Their names, such as ttyACM0."""
    folders = (*machine.list("dev", "ttyACM*"), *machine.list("dev", "ttyUSB*"))
    return [node.name for node in folders]


def _examined(machine: Machine, name: str) -> Finding:
    usb = usb_of(machine.at("sys/class/tty") / name / "device")
    where = f"serial line /dev/{name}" + (f", {usb.said}" if usb else "")
    if not machine.may_use(machine.at("dev") / name):
        step = "Install packaging/devices, and add this user to the group kiosk-devices."
        return Finding("scanner", State.ATTENTION, f"{where}: this user may not use it", step)
    return Finding("scanner", State.OK, f"{where}: this user may use it")
