"""How the kiosk itself is: what is known of the house, and of nobody in it."""

from dataclasses import dataclass, replace

from kiosk.domain.devices import Health
from kiosk.domain.titles import FoundTitle
from kiosk.events import (
    ClosedFound,
    ClosingAsked,
    Event,
    HealthChanged,
    LineCameBack,
    LineWentDown,
    NewTitlesFound,
    OpeningAsked,
)


@dataclass(frozen=True, slots=True)
class Premises:
    """How the kiosk itself is: outlives every visit, says nothing of a patron."""

    new_titles: tuple[FoundTitle, ...] = ()
    is_closed: bool = False  # the sign "out of service" hangs
    is_line_down: bool = False
    devices: tuple[Health, ...] = ()
    idle_signed_in_s: int = 60  # after which the curtain falls; told when signing in

    def after(self, event: Event) -> "Premises":
        match event:
            case NewTitlesFound(titles):
                return replace(self, new_titles=titles)
            case ClosingAsked() | ClosedFound():
                return replace(self, is_closed=True)
            case OpeningAsked():
                return replace(self, is_closed=False)
            case LineWentDown():
                return replace(self, is_line_down=True)
            case LineCameBack():
                return replace(self, is_line_down=False)
            case HealthChanged(health):
                others = tuple(known for known in self.devices if known.device != health.device)
                return replace(self, devices=(*others, health))
        return self
