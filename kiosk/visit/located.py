"""What a patron takes along of where a title stands."""

from dataclasses import dataclass, replace

from kiosk.domain.changing import changed
from kiosk.domain.slips import Slip
from kiosk.events import Event, LocationFound, LocationSlipPrinted
from kiosk.visit.acts import is_act


@dataclass(frozen=True, slots=True)
class Located:
    """Until the patron's next act."""

    slip: Slip | None = None  # for a phone's camera
    is_printed: bool = False

    def after(self, event: Event) -> "Located":
        match event:
            case LocationFound(slip):
                return replace(self, slip=slip)
            case LocationSlipPrinted():
                return replace(self, is_printed=True)
        return changed(self, slip=None, is_printed=False) if is_act(event) else self
