"""A kiosk without a slip printer."""

import pytest

from kiosk.domain.devices import Condition
from kiosk.domain.errors import DeviceGone
from kiosk.domain.slips import Slip
from kiosk.hardware.slip_printer.absent import NoSlipPrinter
from kiosk.hardware.slip_printer.escpos import EscposSlipPrinter
from kiosk.hardware.slip_printer.setup import PrinterSetup
from kiosk.hardware.slip_printer.simulated import SimulatedSlipPrinter
from kiosk.makes import desk_of
from kiosk.settings import Devices, Make, Settings


def test_it_says_that_there_is_none_and_prints_nothing() -> None:
    health = NoSlipPrinter().health()
    assert (health.condition, health.why) == (Condition.GONE, "none_here")
    with pytest.raises(DeviceGone):
        NoSlipPrinter().print(Slip(b"", b"", ""))


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (Make.ESCPOS, EscposSlipPrinter),
        (Make.SIMULATED, SimulatedSlipPrinter),
        (Make.NONE, NoSlipPrinter),
    ],
)
def test_the_settings_choose_the_make(make: Make, kind: type) -> None:
    devices = Devices(card_reader=Make.SIMULATED, printer=make)
    desk = desk_of(Settings(devices=devices, printer=PrinterSetup("file:/dev/null")))
    assert isinstance(desk.printer, kind)
