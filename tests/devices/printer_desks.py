"""Slip printers to be tried: the simulated one, and virtual ones at the end of a line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kiosk.hardware.slip_printer.escpos import EscposSlipPrinter
from kiosk.hardware.slip_printer.setup import Flow, PrinterSetup
from kiosk.hardware.slip_printer.simulated import SimulatedSlipPrinter
from kiosk.ports import SlipPrinter
from tests.devices.virtual_printer.joints import Joint, PtyJoint, TcpJoint
from tests.devices.virtual_printer.machine import VirtualPrinter


class PrinterDesk(Protocol):
    """A printer, and the hands of who looks after it."""

    printer: SlipPrinter

    @property
    def slips(self) -> int:
        """Whole ones that came out."""
        ...

    def run_out(self) -> None: ...

    def open_cover(self) -> None: ...

    def jam(self) -> None: ...

    def mend(self) -> None: ...

    def unplug(self) -> None: ...

    def plug_in(self) -> None: ...

    def close(self) -> None: ...


class SimulatedPrinterDesk:
    def __init__(self) -> None:
        self._printer = SimulatedSlipPrinter()
        self.printer: SlipPrinter = self._printer
        self.run_out, self.open_cover = self._printer.run_out, self._printer.open_cover
        self.jam, self.unplug = self._printer.jam, self._printer.unplug
        self.plug_in = self._printer.plug_in

    @property
    def slips(self) -> int:
        return self._printer.printed

    def mend(self) -> None:
        self._printer.fill()
        self._printer.close_cover()
        self._printer.clear_jam()

    def close(self) -> None:
        """Nothing is open."""


class VirtualPrinterDesk:
    def __init__(self, virtual: VirtualPrinter, joint: Joint, **settings: object) -> None:
        self.virtual, self.joint = virtual, joint
        setup = PrinterSetup(connection=joint.connection, flow=Flow.NONE)
        self.setup = replace(setup, **settings)  # type: ignore[arg-type]
        self.printer: SlipPrinter = EscposSlipPrinter(self.setup)
        self.run_out, self.open_cover, self.jam = virtual.run_out, virtual.open_cover, virtual.jam
        self.mend, self.unplug, self.plug_in = virtual.mend, joint.unplug, joint.plug_in

    @property
    def slips(self) -> int:
        return len(self.virtual.paper.pieces)

    def close(self) -> None:
        self.joint.close()
        assert self.virtual.faults == []


JOINTS: dict[str, Callable[[VirtualPrinter, Path], Joint]] = {
    "usb": lambda printer, folder: PtyJoint(printer, folder / "lp0", "usb"),
    "serial": lambda printer, folder: PtyJoint(printer, folder / "ttyUSB0", "serial"),
    "tcp": lambda printer, _: TcpJoint(printer),
}
