"""A machine made of files: what /sys and /dev say of devices that nobody plugged in."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.commands.doctor.machine import Grab, Machine

KEYS_OF_A_KEYBOARD = "fffffffffffffffe"  # the first 64 keys, digits and Enter among them
PCSCD = "run/pcscd/pcscd.comm"


@dataclass
class Desk:
    """Devices are plugged in one after the other; `forbidden` and `held` are paths in /dev."""

    root: Path
    forbidden: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def machine(self) -> Machine:
        return Machine(self.root, self._may_use, self._grab, self.environment)

    def keyboard(self, number: int, name: str, usb: str, keys: str = KEYS_OF_A_KEYBOARD) -> None:
        about = f"sys/class/input/event{number}/device"
        vendor, _, product = usb.partition(":")
        self.write(f"{about}/name", name)
        self.write(f"{about}/id/vendor", vendor)
        self.write(f"{about}/id/product", product)
        self.write(f"{about}/capabilities/key", keys)
        self.write(f"dev/input/event{number}")

    def mark_scanner(self, number: int) -> None:
        """As our udev rule does."""
        link = self.root / "dev/library/scanner"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(f"../input/event{number}")

    def usb(self, port: str, usb: str, name: str, interface: str) -> Path:
        """A device with one interface of a class; the interface's folder."""
        vendor, _, product = usb.partition(":")
        device = f"sys/devices/pci/{port}"
        self.write(f"{device}/idVendor", vendor)
        self.write(f"{device}/idProduct", product)
        self.write(f"{device}/product", name)
        self.write(f"{device}/serial", "SERIAL-OF-THIS-ONE")
        self.write(f"{device}/{port}:1.0/bInterfaceClass", interface)
        link = self.root / "sys/bus/usb/devices" / f"{port}:1.0"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(self.root / device / f"{port}:1.0")
        return link

    def belongs(self, node: str, room: str, interface: Path) -> None:
        """A node in /dev that is an interface's: room is `tty` or `usbmisc`."""
        self.write(node)
        folder = self.root / "sys/class" / room / Path(node).name
        folder.mkdir(parents=True)
        (folder / "device").symlink_to(interface)

    def write(self, path: str, text: str = "") -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _may_use(self, path: Path) -> bool:
        return str(path.relative_to(self.root)) not in self.forbidden

    def _grab(self, path: Path) -> Grab:
        return Grab.HELD if str(path.relative_to(self.root)) in self.held else Grab.FREE
