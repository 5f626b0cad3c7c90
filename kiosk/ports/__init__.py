"""All that the kiosk asks of the outside, as the need is, not as the make is."""

from kiosk.ports.accounts import (
    Accounts,
)
from kiosk.ports.calls import (
    Calls,
)
from kiosk.ports.catalogue import (
    Catalogue,
)
from kiosk.ports.clock import (
    Clock,
)
from kiosk.ports.details import (
    Details,
)
from kiosk.ports.devices import (
    BarcodeScanner,
    CardReader,
    MyNumberCard,
    SlipPrinter,
)
from kiosk.ports.enrolment import (
    Enrolment,
)
from kiosk.ports.kit import (
    Kit,
)
from kiosk.ports.loans import (
    Loans,
)
from kiosk.ports.reservations import (
    Outbox,
    Reservations,
)
from kiosk.ports.slips import (
    Slips,
)
from kiosk.ports.staff import (
    Sign,
    StaffDoor,
)

__all__ = [
    "Accounts",
    "BarcodeScanner",
    "Calls",
    "CardReader",
    "Catalogue",
    "Clock",
    "Details",
    "Enrolment",
    "Kit",
    "Loans",
    "MyNumberCard",
    "Outbox",
    "Reservations",
    "Sign",
    "SlipPrinter",
    "Slips",
    "StaffDoor",
]
