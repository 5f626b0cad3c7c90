"""Reservations as they are told, besides how long they take."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.reservations import Reservation


def told(reservations: Iterable[Reservation]) -> tuple[Reservation, ...]:
    """How long it takes is counted anew whenever somebody looks, and not told in every answer."""
    return tuple(replace(each, waiting=None) for each in reservations)
