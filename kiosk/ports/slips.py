"""What goes on paper."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.domain.looks import Language
from kiosk.domain.reservations import (
    Reservation,
)
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle


class Slips(Protocol):
    """Lays out what goes on paper."""

    def reservation(self, reservation: Reservation, language: Language) -> Slip:
        """Title, call number, branch, notice, number; never a name, address or card."""
        ...

    def location(self, found: FoundTitle, language: Language) -> Slip:
        """Title, call number, where it stands and what to do next; of the patron nothing."""
        ...

    def titles(self, titles: Sequence[FoundTitle], language: Language) -> tuple[Slip, ...]:
        """Several titles in the order in which one walks; of the patron nothing.

        One slip as far as one QR code says them all, else as few as can be.
        """
        ...
