"""How the slip printer is joined, and what it can: a technician's settings."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from kiosk.domain.bounds import Matches, OneOf

_PORT = r"([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])"
CONNECTION = rf"(usb|serial|file):/\S+|tcp:([^\s:/\[\]]+|\[[0-9A-Fa-f:]+\]):{_PORT}"
CONNECTION_ALLOWED = (
    '"usb:/dev/usb/lp0", "serial:/dev/ttyUSB0", "tcp:192.0.2.1:9100" or "file:/path/to/a/file"'
)
DOTS = {58: 384, 80: 576}  # by the paper's width in mm: what 203 dpi heads can reach


class Mode(StrEnum):
    RASTER = "raster"  # the slip's picture, dot for dot: every letter is right
    TEXT = "text"  # Shift_JIS in the printer's own letters: quick on a slow line


class Flow(StrEnum):
    """How a serial printer says "wait"."""

    RTS_CTS = "rts_cts"  # a wire of its own; set the printer to "DTR/DSR" or "hardware"
    XON_XOFF = "xon_xoff"
    NONE = "none"


class Cut(StrEnum):
    PARTIAL = "partial"  # a corner holds the slip until it is taken
    FULL = "full"
    NONE = "none"  # fed beyond the edge at which it is torn off


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    connection: Annotated[str, Matches(CONNECTION, CONNECTION_ALLOWED)] = "usb:/dev/usb/lp0"
    width_mm: Annotated[int, OneOf(58, 80)] = 80  # of the paper
    mode: Mode = Mode.RASTER
    cut: Cut = Cut.PARTIAL
    can_answer: bool = True  # false: a line that nothing comes back on
    baud: Annotated[int, OneOf(9600, 19200, 38400, 57600, 115200)] = 19200  # serial only
    flow: Flow = Flow.RTS_CTS  # serial only

    @property
    def dots(self) -> int:
        """How wide it prints."""
        return DOTS[self.width_mm]

    @property
    def kind(self) -> str:
        """What stands before the colon: usb, serial, tcp or file."""
        return self.connection.partition(":")[0]

    @property
    def target(self) -> str:
        """The path, or host and port."""
        return self.connection.partition(":")[2]

    @property
    def is_read_back(self) -> bool:
        """Whether the printer is asked how it is; a file cannot be."""
        return self.can_answer and self.kind != "file"
