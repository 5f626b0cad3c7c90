"""Ends the reservations that nobody fetched in time."""

from kiosk.central.service import Service


def expire_reservations(service: Service) -> int:
    """End them, soon after midnight where the library is; how many there were."""
    return service.circulation.expire()
