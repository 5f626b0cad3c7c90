"""Who made what is plugged in, from the folders that the kernel keeps of USB devices."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.commands.doctor.machine import read

_HIGHEST = 8  # folders above an interface or a device until the USB device itself


@dataclass(frozen=True, slots=True)
class Usb:
    vendor: str  # four hexadecimal digits
    product: str
    name: str  # what it calls itself; never its serial number

    @property
    def number(self) -> str:
        return f"{self.vendor}:{self.product}"

    @property
    def said(self) -> str:
        return f"{self.name} ({self.number})" if self.name else self.number


def usb_of(folder: Path) -> Usb | None:
    """The USB device that a folder in /sys is a part of; None for what is on no USB."""
    real = folder.resolve()
    for above in (real, *real.parents[:_HIGHEST]):
        if (above / "idVendor").is_file():
            names = (read(above / "manufacturer"), read(above / "product"))
            said = " ".join(name for name in names if name)
            return Usb(read(above / "idVendor"), read(above / "idProduct"), said)
    return None
