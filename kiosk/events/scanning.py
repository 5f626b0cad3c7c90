"""What the scanner read that is no card."""

from dataclasses import dataclass

from kiosk.events.screens import Event


@dataclass(frozen=True, slots=True)
class IsbnScanned(Event):
    isbn: str


class UnknownCodeScanned(Event): ...
