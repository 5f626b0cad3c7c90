"""One suite for every slip printer: simulated, and virtual ones on each kind of line."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.domain.devices import Condition, Device
from kiosk.domain.errors import CoverOpen, DeviceGone, NotPrinted, PaperOut, PrinterStuck
from kiosk.domain.slips import Slip
from tests.devices.printer_desks import (
    JOINTS,
    PrinterDesk,
    SimulatedPrinterDesk,
    VirtualPrinterDesk,
)
from tests.devices.slips import SLIP
from tests.devices.virtual_printer.machine import VirtualPrinter


@pytest.fixture(params=["simulated", *JOINTS])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PrinterDesk]:
    if request.param == "simulated":
        yield SimulatedPrinterDesk()
        return
    virtual = VirtualPrinter()
    desk = VirtualPrinterDesk(virtual, JOINTS[request.param](virtual, tmp_path))
    yield desk
    desk.close()


@dataclass(frozen=True)
class Trouble:
    happens: Callable[[PrinterDesk], None]
    error: type[Exception]
    why: str


TROUBLES = {
    "paper out": Trouble(lambda desk: desk.run_out(), PaperOut, "paper_out"),
    "cover open": Trouble(lambda desk: desk.open_cover(), CoverOpen, "cover_open"),
    "knife jammed": Trouble(lambda desk: desk.jam(), PrinterStuck, "cutter"),
}


def test_a_printer_that_is_well_prints(desk: PrinterDesk) -> None:
    assert desk.printer.health().device is Device.PRINTER
    assert desk.printer.health().condition is Condition.READY
    desk.printer.print(SLIP)
    assert desk.slips == 1


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_a_trouble_is_known_before_and_nothing_is_called_printed(
    desk: PrinterDesk, trouble: Trouble
) -> None:
    trouble.happens(desk)
    health = desk.printer.health()
    assert (health.condition, health.why) == (Condition.GONE, trouble.why)
    with pytest.raises(trouble.error) as raised:
        desk.printer.print(SLIP)
    assert isinstance(raised.value, NotPrinted)
    assert desk.slips == 0


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_once_mended_it_prints_and_nothing_old_comes_out(
    desk: PrinterDesk, trouble: Trouble
) -> None:
    trouble.happens(desk)
    with pytest.raises(trouble.error):
        desk.printer.print(SLIP)
    desk.mend()
    assert desk.printer.health().condition is Condition.READY
    assert desk.slips == 0
    desk.printer.print(SLIP)
    assert desk.slips == 1


def test_unplugged_it_is_gone_and_plugged_in_again_it_prints(desk: PrinterDesk) -> None:
    desk.unplug()
    health = desk.printer.health()
    assert health.condition is Condition.GONE
    assert health.why in {"not_plugged_in", "offline"}
    with pytest.raises(DeviceGone):
        desk.printer.print(SLIP)
    desk.plug_in()
    assert desk.printer.health().condition is Condition.READY
    desk.printer.print(SLIP)
    assert desk.slips == 1


def test_two_slips_at_once_come_out_one_after_the_other(desk: PrinterDesk) -> None:
    failed: list[Exception] = []

    def print_one(slip: Slip) -> None:
        try:
            desk.printer.print(slip)
        except Exception as error:  # noqa: BLE001 - told to the test's own thread
            failed.append(error)

    both = [threading.Thread(target=print_one, args=(SLIP,)) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert not failed
    assert desk.slips == 2
