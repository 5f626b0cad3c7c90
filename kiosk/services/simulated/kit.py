"""Everything that jobs work with, in memory, ready to be told what shall go wrong."""

from dataclasses import replace
from typing import Any

from kiosk.ports import Kit
from kiosk.services.simulated.accounts import SimulatedAccounts
from kiosk.services.simulated.calls import SimulatedCalls
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.simulated.desk import PlainSlips, SimulatedPrinter
from kiosk.services.simulated.details import SimulatedDetails
from kiosk.services.simulated.enrolment import SimulatedEnrolment
from kiosk.services.simulated.loans import SimulatedLoans
from kiosk.services.simulated.my_number import SimulatedMyNumberCard
from kiosk.services.simulated.reservations import SimulatedReservations
from kiosk.services.simulated.staff import SimulatedSign, SimulatedStaffDoor


class SimulatedLibrary:
    """All simulated makes, joined: one clock, one catalogue, one table of patrons."""

    def __init__(self) -> None:
        self.clock = FixedClock()
        self.catalogue = SimulatedCatalogue()
        self.accounts = SimulatedAccounts()
        self.reservations = SimulatedReservations(self.accounts, self.catalogue, self.clock)
        self.loans = SimulatedLoans(self.accounts, self.reservations, self.clock)
        self.my_number = SimulatedMyNumberCard()
        self.printer = SimulatedPrinter()
        self.slips = PlainSlips()
        self.staff_door = SimulatedStaffDoor(self.clock)
        self.sign = SimulatedSign()
        self.calls = SimulatedCalls()
        self.details = SimulatedDetails(self.accounts)
        self.enrolment = SimulatedEnrolment()

    def kit(self) -> Kit:
        return Kit(
            clock=self.clock,
            catalogue=self.catalogue,
            accounts=self.accounts,
            reservations=self.reservations,
            loans=self.loans,
            my_number=self.my_number,
            printer=self.printer,
            slips=self.slips,
            staff_door=self.staff_door,
            sign=self.sign,
            calls=self.calls,
            details=self.details,
            enrolment=self.enrolment,
        )


def simulated_kit(**replacements: Any) -> Kit:
    """A whole kit; name the parts that shall be another make.

    Accounts and reservations know each other: replace both, or take them from one
    SimulatedLibrary.
    """
    return replace(SimulatedLibrary().kit(), **replacements)
