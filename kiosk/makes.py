"""Which make, or the simulated one, stands behind each device's port."""

from dataclasses import dataclass

from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.hardware.card_reader.simulated import SimulatedCardReader, SimulatedMyNumberCard
from kiosk.hardware.slip_printer.simulated import SimulatedSlipPrinter
from kiosk.ports import BarcodeScanner, CardReader, MyNumberCard, SlipPrinter
from kiosk.settings import Devices, Make


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the patron: the devices, real or simulated."""

    card_reader: CardReader
    my_number: MyNumberCard
    scanner: BarcodeScanner
    printer: SlipPrinter


def desk_of(devices: Devices) -> Desk:
    """The makes that are set; what needs a library of its own is imported only then."""
    reader, my_number = _card_reader(devices)
    return Desk(reader, my_number, _scanner(devices), _printer(devices))


def simulated_desk() -> Desk:
    reader = SimulatedCardReader()
    return Desk(
        reader,
        SimulatedMyNumberCard(reader),
        SimulatedBarcodeScanner(),
        SimulatedSlipPrinter(),
    )


def _card_reader(devices: Devices) -> tuple[CardReader, MyNumberCard]:
    if devices.card_reader is Make.PCSC:
        # Only here: a desk without a reader needs neither pyscard nor pcscd's library.
        from kiosk.hardware.card_reader import pcsc  # noqa: PLC0415

        return pcsc.PcscCardReader(), pcsc.PcscMyNumberCard()
    reader = SimulatedCardReader()
    return reader, SimulatedMyNumberCard(reader)


def _scanner(_devices: Devices) -> BarcodeScanner:
    return SimulatedBarcodeScanner()


def _printer(_devices: Devices) -> SlipPrinter:
    return SimulatedSlipPrinter()
