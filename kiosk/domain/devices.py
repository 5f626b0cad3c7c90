"""The devices of a kiosk, and how they are."""

from dataclasses import dataclass
from enum import StrEnum


class Device(StrEnum):
    LINE = "line"  # to the central service
    CATALOGUE = "catalogue"  # the kiosk's copy
    CARD_READER = "card_reader"
    SCANNER = "scanner"
    PRINTER = "printer"


class Condition(StrEnum):
    READY = "ready"
    DEGRADED = "degraded"  # works, but somebody should look
    GONE = "gone"


# Somebody can mend it without a new device, and until then nothing comes of it.
_OF_NO_USE = frozenset({"no_permission", "held_by_another_program"})


@dataclass(frozen=True, slots=True)
class Health:
    device: Device
    condition: Condition
    why: str = ""  # a code for words and technicians: "paper_low", "not_plugged_in"

    @property
    def works(self) -> bool:
        """Whether a patron can be told to use it."""
        return self.condition is not Condition.GONE and self.why not in _OF_NO_USE
