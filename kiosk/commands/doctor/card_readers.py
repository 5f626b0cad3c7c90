"""Card readers: what USB has, who drives it, and whether pcscd lets this user in."""

from collections.abc import Callable, Iterator

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.machine import Machine, read
from kiosk.commands.doctor.usb import Usb, usb_of

SOCKET = "run/pcscd/pcscd.comm"
_CCID = "0b"  # USB's class of an interface
_KERNEL_NFC = ("pn533_usb", "port100")
ABOUT = "card reader"


def examine_readers(machine: Machine, count_readers: Callable[[], int | None]) -> list[Finding]:
    """`count_readers` asks pcscd; None where it gives no answer."""
    found = [_plugged_in(usb) for usb in readers(machine)]
    found += _held_by_the_kernel(machine)
    return [*found, _daemon(machine, count_readers, on_usb=len(found))]


def readers(machine: Machine) -> list[Usb]:
    """Those that speak the readers' common language (CCID)."""
    interfaces = machine.list("sys/bus/usb/devices", "*:*")
    ccid = (each for each in interfaces if read(each / "bInterfaceClass") == _CCID)
    return [usb for each in ccid if (usb := usb_of(each))]


def _plugged_in(usb: Usb) -> Finding:
    return Finding(ABOUT, State.OK, f"{usb.said} is plugged in")


def _held_by_the_kernel(machine: Machine) -> Iterator[Finding]:
    for interface in machine.list("sys/bus/usb/devices", "*:*"):
        driver = (interface / "driver").resolve().name
        if driver in _KERNEL_NFC:
            usb = usb_of(interface)
            step = f"Install packaging/devices, then: rmmod {driver}."
            says = f"{usb.said if usb else 'a reader'} is held by the kernel's driver {driver}"
            yield Finding(ABOUT, State.ATTENTION, says, step)


def _daemon(machine: Machine, count: Callable[[], int | None], *, on_usb: int) -> Finding:
    socket = machine.at(SOCKET)
    if not socket.exists():
        step = "Run: apt-get install pcscd libccid; systemctl enable --now pcscd.socket."
        return Finding(ABOUT, State.MISSING, "pcscd does not listen on this machine", step)
    if not machine.may_use(socket):
        step = "Add this user to the group kiosk-devices, and start the kiosk anew."
        return Finding(ABOUT, State.ATTENTION, "pcscd refuses this user", step)
    counted = count()
    if counted is None:
        step = "Look what it says: systemctl status pcscd; journalctl -u pcscd."
        return Finding(ABOUT, State.ATTENTION, "pcscd gives no answer", step)
    if counted == 0 and on_usb:
        step = "Install its driver (libccid), then: systemctl restart pcscd."
        return Finding(ABOUT, State.ATTENTION, "pcscd knows none of the readers", step)
    if counted == 0:
        return Finding(ABOUT, State.MISSING, "no card reader is plugged in", "Plug it in.")
    return Finding(ABOUT, State.OK, f"pcscd answers this user; readers: {counted}")
