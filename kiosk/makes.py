"""Which make, or the simulated one, stands behind each device's port."""

from dataclasses import dataclass

from kiosk.hardware.barcode_scanner.absent import NoBarcodeScanner
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.hardware.card_reader.simulated import SimulatedCardReader, SimulatedMyNumberCard
from kiosk.hardware.slip_printer.absent import NoSlipPrinter
from kiosk.hardware.slip_printer.escpos import EscposSlipPrinter
from kiosk.hardware.slip_printer.simulated import SimulatedSlipPrinter
from kiosk.ports import BarcodeScanner, CardReader, MyNumberCard, SlipPrinter
from kiosk.settings import Devices, Make, Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the patron: the devices, real or simulated."""

    card_reader: CardReader
    my_number: MyNumberCard
    scanner: BarcodeScanner
    printer: SlipPrinter


def desk_of(settings: Settings) -> Desk:
    """The makes that are set; what needs a library of its own is imported only then."""
    reader, my_number = _card_reader(settings.devices)
    return Desk(reader, my_number, _scanner(settings), _printer(settings))


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
        from kiosk.hardware.card_reader import pcsc_desk  # noqa: PLC0415

        return pcsc_desk.pcsc_desk(devices.card_silent_s)
    reader = SimulatedCardReader()
    return reader, SimulatedMyNumberCard(reader)


def _scanner(settings: Settings) -> BarcodeScanner:
    """Each library is imported only where its make is set; Qt only by a panel."""
    match settings.devices.scanner:
        case Make.EVDEV:
            from kiosk.hardware.barcode_scanner import evdev  # noqa: PLC0415

            return evdev.EvdevBarcodeScanner(settings.scanner)
        case Make.SERIAL:
            from kiosk.hardware.barcode_scanner import serial_line  # noqa: PLC0415

            return serial_line.SerialBarcodeScanner(settings.scanner)
        case Make.QT:
            from kiosk.hardware.barcode_scanner import qt_wedge  # noqa: PLC0415

            return qt_wedge.QtBarcodeScanner(settings.scanner)
        case Make.NONE:
            return NoBarcodeScanner()
    return SimulatedBarcodeScanner()


def _printer(settings: Settings) -> SlipPrinter:
    match settings.devices.printer:
        case Make.ESCPOS:
            return EscposSlipPrinter(settings.printer)
        case Make.NONE:
            return NoSlipPrinter()
    return SimulatedSlipPrinter()
