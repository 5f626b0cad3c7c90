"""The keyboards of this machine, as /sys tells of them: who may not open one still sees it."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.hardware.barcode_scanner.plugged_device import PluggedDevice

SYS = Path("/sys/class/input")
NODES = Path("/dev/input")

# Of the digits 1 to 0 and Enter: what a scanner's other faces (power, volume) have not.
_TYPES_CODES = sum(1 << key for key in (*range(2, 12), 28))


def plugged_keyboards(sys: Path = SYS) -> Iterator[PluggedDevice]:
    """Whatever types digits and Enter, the lowest number first."""
    for entry in sorted(sys.glob("event*"), key=_number):
        told = entry / "device"
        try:
            if _types_codes(told):
                yield PluggedDevice(
                    str(NODES / entry.name),
                    _text(told / "name"),
                    int(_text(told / "id" / "vendor"), 16),
                    int(_text(told / "id" / "product"), 16),
                )
        except (OSError, ValueError):
            continue  # pulled out while we looked


def _number(entry: Path) -> int:
    digits = entry.name.removeprefix("event")
    return int(digits) if digits.isdecimal() else 0


def _types_codes(told: Path) -> bool:
    """The last of the words in hexadecimal has the keys from 0."""
    words = _text(told / "capabilities" / "key").split()
    return bool(words) and int(words[-1], 16) & _TYPES_CODES == _TYPES_CODES


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").strip()
