"""What is answered about how long a title takes, whenever the answer comes."""

from dataclasses import dataclass

from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Waiting
from kiosk.events.screens import Event


@dataclass(frozen=True, slots=True)
class WaitingFound(Event):
    title: TitleId
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class WaitingUnknown(Event):
    """It could not be asked; so nothing is told."""

    error: Exception
