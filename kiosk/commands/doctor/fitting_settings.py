"""Whether the settings name what is there."""

from collections.abc import Iterator

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.inputs import LINK, Keyboard, scanners
from kiosk.commands.doctor.machine import Machine
from kiosk.commands.doctor.printers import printers
from kiosk.commands.doctor.serial_ports import serial_ports
from kiosk.domain.policy import CardPolicy, CheckScheme
from kiosk.domain.reservation_numbers import SLIP_DIGITS
from kiosk.settings import Make, Settings

_SET = "In the settings: [devices] {} (README, Settings)."


def examine_settings(machine: Machine, settings: Settings) -> list[Finding]:
    return [
        *_simulated(settings),
        *_scanner(settings.devices.scanner, scanners(machine), serial_ports(machine)),
        *_named(machine, settings),
        *_printer(settings.devices.printer, has_printer=bool(printers(machine))),
        *_card_numbers(settings.card),
    ]


def _simulated(settings: Settings) -> Iterator[Finding]:
    """Nobody can hold a card to a simulated device."""
    devices = settings.devices
    named = (
        ("card_reader", devices.card_reader),
        ("scanner", devices.scanner),
        ("printer", devices.printer),
    )
    simulated = [name for name, make in named if make is Make.SIMULATED]
    if simulated and not settings.is_demonstration:
        says = f"simulated, in a kiosk that is no demonstration: {', '.join(simulated)}"
        step = _SET.format('names a make; or "none" where there is no such device')
        yield Finding("settings", State.ATTENTION, says, step)
    else:
        said = ", ".join(f"{name} {make}" for name, make in named)
        yield Finding("settings", State.OK, said)


def _scanner(make: Make, scanners: list[Keyboard], lines: list[str]) -> Iterator[Finding]:
    if make in {Make.EVDEV, Make.QT} and not scanners:
        says = f'scanner = "{make}", and no keyboard here looks like a scanner'
        step = "Plug it in; name it in 71-library-kiosk-local.rules if its maker is unknown."
        yield Finding("scanner", State.MISSING, says, step)
    if make is Make.SERIAL and not lines:
        says = f'scanner = "{make}", and no serial line is on USB'
        step = "Plug it in, and scan its manual's code for USB serial (CDC, COM port)."
        yield Finding("scanner", State.MISSING, says, step)
    if make in {Make.SIMULATED, Make.NONE} and scanners:
        says = f'{scanners[0].said} is here, and scanner = "{make}"'
        yield Finding("scanner", State.ATTENTION, says, _SET.format('scanner = "evdev"'))


def _card_numbers(card: CardPolicy) -> Iterator[Finding]:
    """A card goes before a slip: whoever signs in must not be sent away."""
    if card.digits != SLIP_DIGITS:
        return
    if card.check is CheckScheme.NONE:
        says = "[card] has ten digits and no check digit: a slip's barcode is taken for a card"
    else:
        says = "[card] has ten digits: some slips' barcodes are taken for a card"
    step = (
        "Set card.check if the cards have one; see that the scanner reads QR: the slip's QR "
        "code is always known."
    )
    yield Finding("codes", State.ATTENTION, says, step)


def _named(machine: Machine, settings: Settings) -> Iterator[Finding]:
    """The path that the settings name, or else the link of our udev rules."""
    if settings.devices.scanner not in {Make.EVDEV, Make.SERIAL}:
        return
    scanner, is_serial = settings.scanner, settings.devices.scanner is Make.SERIAL
    link = f"{LINK}-serial" if is_serial else LINK
    path = scanner.device or ("" if scanner.name.strip() else link)
    if path and not machine.at(path.lstrip("/")).exists():
        step = "Plug it in; packaging/devices has the rules that make /dev/library."
        yield Finding("scanner", State.MISSING, f"the settings mean {path}: not there", step)


def _printer(make: Make, *, has_printer: bool) -> Iterator[Finding]:
    if make in {Make.SIMULATED, Make.NONE} and has_printer:
        says = f'a printer is here, and printer = "{make}"'
        yield Finding("printer", State.ATTENTION, says, _SET.format('printer = "escpos"'))
