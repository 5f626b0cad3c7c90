"""What happens while a title is taken along: on paper, or on a phone."""

from dataclasses import dataclass

from kiosk.domain.slips import Slip
from kiosk.events.screens import Event


class LocationAsked(Event):
    """For a phone's camera: where the title stands that is looked at."""


@dataclass(frozen=True, slots=True)
class LocationFound(Event):
    slip: Slip


class LocationSlipAsked(Event): ...


class LocationSlipPrinted(Event): ...
