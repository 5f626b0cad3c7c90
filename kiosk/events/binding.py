"""What happens where a patron joins a My Number card to the library card, and lets it go."""

from dataclasses import dataclass

from kiosk.domain.bound_card import BoundCard
from kiosk.events.screens import Event


class MyNumberBindAsked(Event):
    """Join the My Number card that lies on the reader, or will."""


@dataclass(frozen=True, slots=True)
class MyNumberBound(Event):
    """It signs the patron in from now on."""

    card: BoundCard


class MyNumberLetGoAsked(Event):
    """No My Number card shall sign the patron in any more."""
