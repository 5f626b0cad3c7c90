"""The machine as the doctor sees it: folders under a root, and what may be asked of a device."""

import fcntl
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

_EVIOCGRAB = 0x40044590  # linux/input.h: _IOW('E', 0x90, int)


class Grab(StrEnum):
    """Whether an input device can be had for the kiosk alone."""

    FREE = "free"
    HELD = "held"
    REFUSED = "refused"


def try_grab(device: Path) -> Grab:
    """Take it and let go of it at once; who types just then is not heard for that moment."""
    try:
        opened = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return Grab.REFUSED
    try:
        fcntl.ioctl(opened, _EVIOCGRAB, 1)
        fcntl.ioctl(opened, _EVIOCGRAB, 0)
    except OSError:
        return Grab.HELD
    finally:
        os.close(opened)
    return Grab.FREE


def may_use(path: Path) -> bool:
    """Whether this user may read and write there."""
    return os.access(path, os.R_OK | os.W_OK)


@dataclass(frozen=True, slots=True)
class Machine:
    """Tests make a tree of their own, and answer for its devices."""

    root: Path = Path("/")
    may_use: Callable[[Path], bool] = may_use
    grab: Callable[[Path], Grab] = try_grab
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def at(self, path: str) -> Path:
        """`sys/class/input`, say."""
        return self.root / path

    def list(self, folder: str, pattern: str = "*") -> list[Path]:
        """What lies there, in order; nothing where there is no such folder."""
        return sorted(self.at(folder).glob(pattern))


def read(file: Path) -> str:
    """The one line of a file in /sys; nothing where it is not there or cannot be read."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
