"""How a printer says that it is, in the bits of its answers."""

from dataclasses import dataclass

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import CoverOpen, NotPrinted, PaperOut, PrinterStuck


@dataclass(frozen=True, slots=True)
class PrinterState:
    is_offline: bool = False
    is_cover_open: bool = False
    is_paper_out: bool = False
    is_paper_low: bool = False
    is_cutter_stuck: bool = False

    @classmethod
    def of_answers(cls, printer: int, offline: int, error: int, paper: int) -> "PrinterState":
        """The four answers to DLE EOT 1 to 4; Epson's ESC/POS reference, "DLE EOT"."""
        return cls(
            is_offline=bool(printer & 0x08 or offline & 0x40 or error & 0x64),
            is_cover_open=bool(offline & 0x04),
            is_paper_out=bool(offline & 0x20 or paper & 0x60),
            is_paper_low=bool(paper & 0x0C),
            is_cutter_stuck=bool(error & 0x08),
        )

    @classmethod
    def of_own_accord(cls, printer: int, error: int, paper: int, _more: int) -> "PrinterState":
        """The four bytes that some printers send by themselves ("automatic status back")."""
        return cls(
            is_offline=bool(printer & 0x08 or error & 0x64),
            is_cover_open=bool(printer & 0x20),
            is_paper_out=bool(paper & 0x0C),
            is_paper_low=bool(paper & 0x03),
            is_cutter_stuck=bool(error & 0x08),
        )

    @property
    def trouble(self) -> NotPrinted | None:
        """Why it cannot print; None if it can. An open cover lifts the paper off its sensor."""
        if self.is_cover_open:
            return CoverOpen()
        if self.is_paper_out:
            return PaperOut()
        return PrinterStuck() if self.is_cutter_stuck or self.is_offline else None

    @property
    def health(self) -> Health:
        if self.trouble is None:
            if self.is_paper_low:
                return Health(Device.PRINTER, Condition.DEGRADED, "paper_low")
            return Health(Device.PRINTER, Condition.READY)
        return Health(Device.PRINTER, Condition.GONE, self._why)

    @property
    def _why(self) -> str:
        if self.is_cover_open:
            return "cover_open"
        if self.is_paper_out:
            return "paper_out"
        return "cutter" if self.is_cutter_stuck else "offline"
