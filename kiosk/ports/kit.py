"""All of it together: what jobs work with."""

from dataclasses import dataclass

from kiosk.ports.accounts import Accounts
from kiosk.ports.calls import Calls
from kiosk.ports.catalogue import Catalogue
from kiosk.ports.clock import Clock
from kiosk.ports.details import Details
from kiosk.ports.devices import MyNumberCard, SlipPrinter
from kiosk.ports.enrolment import Enrolment
from kiosk.ports.loans import Loans
from kiosk.ports.reservations import Reservations
from kiosk.ports.slips import Slips
from kiosk.ports.staff import Sign, StaffDoor


@dataclass(frozen=True, slots=True)
class Kit:
    """What jobs work with."""

    clock: Clock
    catalogue: Catalogue
    accounts: Accounts
    reservations: Reservations
    loans: Loans
    my_number: MyNumberCard
    printer: SlipPrinter
    slips: Slips
    staff_door: StaffDoor
    sign: Sign
    calls: Calls
    details: Details
    enrolment: Enrolment | None = None  # None: the service stands beside the kiosk
