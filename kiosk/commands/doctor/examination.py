"""All that the doctor looks at, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.commands.doctor.card_readers import examine_readers
from kiosk.commands.doctor.finding import Finding
from kiosk.commands.doctor.fitting_settings import examine_settings
from kiosk.commands.doctor.inputs import examine_keyboards
from kiosk.commands.doctor.machine import Machine
from kiosk.commands.doctor.printers import examine_printers
from kiosk.commands.doctor.serial_ports import examine_serial_ports
from kiosk.commands.doctor.surroundings import (
    examine_fonts,
    examine_line,
    examine_screen,
    examine_time,
)
from kiosk.settings import Make, Settings


@dataclass(frozen=True, slots=True)
class Questions:
    """What only a running program can answer."""

    count_readers: Callable[[], int | None]  # None where pcscd gives no answer
    is_reachable: Callable[[], bool]  # the service


def examine(machine: Machine, settings: Settings, ask: Questions) -> list[Finding]:
    """The card reader only where one is wanted: a desk without one needs no pcscd."""
    wants_reader = settings.devices.card_reader is Make.PCSC
    return [
        *(examine_readers(machine, ask.count_readers) if wants_reader else ()),
        *examine_keyboards(machine),
        *examine_serial_ports(machine),
        *examine_printers(machine),
        *examine_settings(machine, settings),
        examine_line(settings, ask.is_reachable),
        examine_fonts(machine),
        examine_time(machine, settings),
        examine_screen(machine),
    ]
