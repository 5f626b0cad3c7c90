"""Time that runs out, jobs that fail, lines and devices that come and go."""

from dataclasses import dataclass

from kiosk.domain.devices import Health
from kiosk.events.screens import Event


class IdleElapsed(Event):
    """The curtain's seconds ran out too; the visit ends."""


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """A job raised; what it raised says what to do."""

    error: Exception


class LineWentDown(Event): ...


class LineCameBack(Event): ...


class KioskShutOut(Event):
    """The service knows this kiosk no more: it was revoked, or has another's key."""


class KioskLetIn(Event):
    """The service knows this kiosk again."""


@dataclass(frozen=True, slots=True)
class HealthChanged(Event):
    health: Health
