"""The printer without a cable: its paper ends, and somebody takes the slip."""

import pytest

from kiosk.domain.devices import Condition
from kiosk.domain.errors import DeviceGone, PaperOut
from kiosk.domain.slips import Slip
from kiosk.hardware.slip_printer.simulated import SimulatedSlipPrinter

SLIP = Slip(b"picture", b"qr", "text")


def test_a_slip_hangs_out_until_it_is_taken() -> None:
    printer = SimulatedSlipPrinter()
    printer.print(SLIP)
    assert printer.slip == SLIP
    assert printer.take_paper() == SLIP
    assert printer.take_paper() is None


def test_paper_runs_low_and_out_and_is_filled_again() -> None:
    printer = SimulatedSlipPrinter(paper=11)
    assert printer.health().condition is Condition.READY
    printer.print(SLIP)
    assert printer.health().why == "paper_low"
    printer.run_out()
    assert printer.health().why == "paper_out"
    with pytest.raises(PaperOut):
        printer.print(SLIP)
    printer.fill()
    printer.print(SLIP)


def test_a_printer_without_its_plug_is_gone() -> None:
    printer = SimulatedSlipPrinter()
    printer.unplug()
    assert printer.health().condition is Condition.GONE
    with pytest.raises(DeviceGone):
        printer.print(SLIP)
    printer.plug_in()
    printer.print(SLIP)
