"""How wrong passwords of staff are counted: as a patron's are, by the same rules."""

from kiosk.domain.patrons import CardNumber
from kiosk.domain.staff import StaffNumber


def counted_as(number: StaffNumber) -> CardNumber:
    """A card that no patron has."""
    return CardNumber(f"staff {number}")
