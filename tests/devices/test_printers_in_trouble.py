"""What befalls a printer in the middle of a slip, and lines that answer late or never."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import CoverOpen, DeviceGone, PaperOut, PrinterStuck
from kiosk.hardware.slip_printer.escpos import EscposSlipPrinter
from kiosk.hardware.slip_printer.setup import PrinterSetup
from tests.devices.printer_desks import JOINTS, VirtualPrinterDesk
from tests.devices.scanner_desks import wait_until
from tests.devices.slips import SLIP, top_of
from tests.devices.virtual_printer.joints import TcpJoint
from tests.devices.virtual_printer.machine import BUFFER, VirtualPrinter
from tests.devices.virtual_printer.paper import png_of

SHORT = replace(SLIP, picture=top_of(SLIP.picture, 200))
MIDDLE = 500  # rows: in the midst of the slip
Desk = Callable[..., VirtualPrinterDesk]


@pytest.fixture(params=JOINTS)
def joined(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """Joins a virtual printer by each kind of line."""
    desks: list[VirtualPrinterDesk] = []

    def join(virtual: VirtualPrinter, **settings: object) -> VirtualPrinterDesk:
        joint = JOINTS[request.param](virtual, tmp_path)
        desks.append(VirtualPrinterDesk(virtual, joint, **settings))
        return desks[-1]

    yield join
    for desk in desks:
        desk.close()


@pytest.fixture
def tcp() -> Iterator[Desk]:
    desks: list[VirtualPrinterDesk] = []

    def join(virtual: VirtualPrinter, **settings: object) -> VirtualPrinterDesk:
        desks.append(VirtualPrinterDesk(virtual, TcpJoint(virtual), **settings))
        return desks[-1]

    yield join
    for desk in desks:
        desk.close()


def test_paper_that_ends_in_the_middle_is_told_and_the_rest_is_forgotten(joined: Desk) -> None:
    desk = joined(VirtualPrinter())
    desk.virtual.paper.left = MIDDLE
    with pytest.raises(PaperOut):
        desk.printer.print(SLIP)
    assert desk.slips == 0
    assert desk.printer.health().why == "paper_out"
    wait_until(lambda: desk.virtual.is_empty)  # the word to forget may still be on the line
    desk.mend()
    assert desk.virtual.paper.hanging == MIDDLE
    desk.printer.print(SLIP)
    broken_off, whole = desk.virtual.paper.pieces
    assert broken_off.height < whole.height


def test_a_cover_opened_in_the_middle_is_told(joined: Desk) -> None:
    desk = joined(VirtualPrinter())
    desk.virtual.at_row = (MIDDLE, desk.virtual.open_cover)
    with pytest.raises(CoverOpen):
        desk.printer.print(SLIP)
    assert desk.slips == 0


def test_a_slip_that_the_knife_did_not_cut_is_not_called_printed(joined: Desk) -> None:
    desk = joined(VirtualPrinter())
    desk.virtual.jams_at_cut = True
    with pytest.raises(PrinterStuck):
        desk.printer.print(SLIP)
    assert desk.printer.health().why == "cutter"


def test_a_printer_unplugged_in_the_middle_is_gone(joined: Desk) -> None:
    desk = joined(VirtualPrinter())
    desk.virtual.at_row = (MIDDLE, desk.unplug)
    with pytest.raises(DeviceGone):
        desk.printer.print(SLIP)
    assert desk.slips == 0
    assert desk.printer.health().condition is Condition.GONE


def test_a_small_buffer_is_never_given_more_than_it_holds(joined: Desk) -> None:
    desk = joined(VirtualPrinter())
    desk.virtual.paper.left = MIDDLE
    with pytest.raises(PaperOut):
        desk.printer.print(SLIP)
    assert 0 < desk.virtual.most_held <= BUFFER


def test_a_panel_that_leaves_lets_its_slip_come_out(joined: Desk) -> None:
    """Another process of the same kiosk does not speak with the printer meanwhile."""
    desk = joined(VirtualPrinter())
    asked: list[Health] = []
    other = EscposSlipPrinter(desk.setup)
    desk.virtual.at_row = (MIDDLE, lambda: asked.append(other.health()))
    printing = Thread(target=desk.printer.print, args=(SLIP,))
    printing.start()
    while not asked:
        sleep(0.01)
    desk.printer.finish(20)
    assert desk.slips == 1
    printing.join()
    assert asked == [Health(Device.PRINTER, Condition.READY)]


def test_paper_that_is_low_still_prints_and_is_told(joined: Desk) -> None:
    desk = joined(VirtualPrinter())
    desk.virtual.is_low = True
    health = desk.printer.health()
    assert (health.condition, health.why) == (Condition.DEGRADED, "paper_low")
    desk.printer.print(SLIP)
    assert desk.slips == 1


def test_what_a_printer_tells_unasked_is_understood_among_its_answers(tcp: Desk) -> None:
    desk = tcp(VirtualPrinter(tells_unasked=True))
    desk.virtual.at_row = (MIDDLE, desk.virtual.open_cover)
    with pytest.raises(CoverOpen):
        desk.printer.print(SLIP)
    desk.mend()
    desk.printer.print(SLIP)
    assert desk.printer.health().condition is Condition.READY


def test_a_simple_printer_that_does_not_tell_its_end_is_watched_instead(tcp: Desk) -> None:
    desk = tcp(VirtualPrinter(answers_in_turn=False))
    desk.printer.print(SHORT)
    assert desk.slips == 1
    desk.virtual.paper.left = 100
    with pytest.raises(PaperOut):
        desk.printer.print(SHORT)


def test_a_printer_that_hangs_in_the_network_is_offline_and_waited_for_no_longer(
    tcp: Desk,
) -> None:
    desk = tcp(VirtualPrinter())
    desk.virtual.is_deaf = True
    assert desk.printer.health().why == "offline"
    with pytest.raises(DeviceGone):
        desk.printer.print(SLIP)


def test_a_printer_that_is_well_and_does_not_go_on_is_stuck(tcp: Desk) -> None:
    desk = tcp(VirtualPrinter())
    desk.virtual.at_row = (MIDDLE, desk.virtual.rest)
    printer = EscposSlipPrinter(desk.setup, patience_s=1)
    with pytest.raises(PrinterStuck):
        printer.print(SLIP)
    assert desk.slips == 0


def test_a_line_that_is_open_and_never_read_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        setup = PrinterSetup(f"tcp:127.0.0.1:{silent.getsockname()[1]}")
        assert EscposSlipPrinter(setup).health().why == "offline"


def test_a_usb_printer_that_was_never_plugged_in_is_told_so() -> None:
    printer = EscposSlipPrinter(PrinterSetup("usb:/dev/usb/there-is-no-such-printer"))
    assert printer.health().why == "not_plugged_in"
    with pytest.raises(DeviceGone):
        printer.print(SLIP)


def test_a_line_that_nothing_comes_back_on_is_ready_as_far_as_known(joined: Desk) -> None:
    desk = joined(VirtualPrinter(), can_answer=False)
    health = desk.printer.health()
    assert (health.condition, health.why) == (Condition.READY, "tells_nothing")
    desk.printer.print(SLIP)
    wait_for_slips(desk, 1)


def test_a_file_keeps_what_a_printer_would_be_given(tmp_path: Path) -> None:
    file = tmp_path / "slips.bin"
    printer = EscposSlipPrinter(PrinterSetup(f"file:{file}"))
    assert printer.health().why == "tells_nothing"
    printer.print(SLIP)
    printer.print(SLIP)
    virtual = VirtualPrinter()
    virtual.hear(file.read_bytes())
    assert virtual.faults == []
    first, second = virtual.paper.pieces
    assert png_of(first) == png_of(second)


def test_a_file_that_cannot_be_written_is_gone(tmp_path: Path) -> None:
    printer = EscposSlipPrinter(PrinterSetup(f"file:{tmp_path}/no-folder/slips.bin"))
    assert printer.health().condition is Condition.GONE
    with pytest.raises(DeviceGone):
        printer.print(SLIP)


def wait_for_slips(desk: VirtualPrinterDesk, count: int) -> None:
    until = monotonic() + 20
    while desk.slips < count and monotonic() < until:
        sleep(0.01)
    assert desk.slips == count
