"""What a technician says of a barcode scanner: which one it is, and how it ends a code."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from kiosk.domain.bounds import Between, Matches

SPEEDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)  # baud that scanners offer


class Layout(StrEnum):
    """The keyboard that a scanner says it is."""

    US = "us"
    JP = "jp"


class Ending(StrEnum):
    """What a scanner sends after each code."""

    ANY = "any"  # a new line or Tab
    NEW_LINE = "new_line"  # CR, LF or both; the Enter key
    TAB = "tab"
    PAUSE = "pause"  # nothing: silence ends a code

    @property
    def signs(self) -> str:
        """The characters that end a code; none where silence does."""
        return {self.ANY: "\r\n\t", self.NEW_LINE: "\r\n", self.TAB: "\t", self.PAUSE: ""}[self]


class Parity(StrEnum):
    NONE = "none"
    EVEN = "even"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """One scanner; `device` goes before `name`, which is looked for each time it is plugged in.

    Without either it is the one to which the udev rules of the package lead.
    """

    device: Annotated[str, Matches(r"(/\S+)?", 'a path like "/dev/ttyACM0", or nothing')] = ""
    name: str = ""  # a part of what it calls itself, or vendor and product: "05e0:1200"
    layout: Layout = Layout.US
    ending: Ending = Ending.ANY
    gap_ms: Annotated[int, Between(10, 200)] = 35  # the longest pause within one code
    baud: int = 9600
    data_bits: Annotated[int, Between(7, 8)] = 8
    parity: Parity = Parity.NONE
    stop_bits: Annotated[int, Between(1, 2)] = 1


def faults(scanner: ScannerSettings) -> Iterator[tuple[str, str, str]]:
    """What no scanner offers: key, what is allowed, what was found."""
    if scanner.baud not in SPEEDS:
        speeds = ", ".join(map(str, SPEEDS))
        yield "scanner.baud", f"one of {speeds}", str(scanner.baud)
