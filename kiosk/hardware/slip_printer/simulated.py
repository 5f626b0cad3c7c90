"""A slip printer without a cable: it keeps the slip that hangs out of it."""

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import CoverOpen, DeviceGone, PaperOut, PrinterStuck
from kiosk.domain.slips import Slip
from kiosk.ports import SlipPrinter

FULL_ROLL = 200  # slips
LOW_ROLL = 10  # slips


class SimulatedSlipPrinter(SlipPrinter):
    """Counts its paper; can run out, be opened, jam, be unplugged, and be well again."""

    def __init__(self, paper: int = FULL_ROLL) -> None:
        self._paper = paper
        self._is_plugged_in = True
        self._is_cover_open = False
        self._is_jammed = False
        self._slip: Slip | None = None
        self.printed = 0  # slips, since it was made

    def print(self, slip: Slip) -> None:
        if not self._is_plugged_in:
            raise DeviceGone
        if self._is_cover_open:
            raise CoverOpen
        if self._is_jammed:
            raise PrinterStuck
        if self._paper == 0:
            raise PaperOut
        self._paper -= 1
        self.printed += 1
        self._slip = slip

    def finish(self, limit_s: float) -> None:
        """Its slips are out at once."""

    def health(self) -> Health:
        if not self._is_plugged_in:
            return Health(Device.PRINTER, Condition.GONE, "not_plugged_in")
        if self._is_cover_open:
            return Health(Device.PRINTER, Condition.GONE, "cover_open")
        if self._is_jammed:
            return Health(Device.PRINTER, Condition.GONE, "cutter")
        if self._paper == 0:
            return Health(Device.PRINTER, Condition.GONE, "paper_out")
        if self._paper <= LOW_ROLL:
            return Health(Device.PRINTER, Condition.DEGRADED, "paper_low")
        return Health(Device.PRINTER, Condition.READY)

    @property
    def slip(self) -> Slip | None:
        """What hangs out of the printer; None once it was taken."""
        return self._slip

    @property
    def paper(self) -> int:
        """Slips that the roll is still good for."""
        return self._paper

    def take_paper(self) -> Slip | None:
        """Take the slip that hangs out, as the patron does."""
        slip, self._slip = self._slip, None
        return slip

    def run_out(self) -> None:
        self._paper = 0

    def fill(self, paper: int = FULL_ROLL) -> None:
        self._paper = paper

    def unplug(self) -> None:
        self._is_plugged_in = False

    def plug_in(self) -> None:
        self._is_plugged_in = True

    def open_cover(self) -> None:
        self._is_cover_open = True

    def close_cover(self) -> None:
        self._is_cover_open = False

    def jam(self) -> None:
        self._is_jammed = True

    def clear_jam(self) -> None:
        self._is_jammed = False
