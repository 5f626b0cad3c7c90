"""What happens while a technician has the kiosk let in at a city's service."""

from dataclasses import dataclass, field

from kiosk.domain.branches import BranchId
from kiosk.domain.enrolling import Authority
from kiosk.events.screens import Event


class SetUpNeeded(Event):
    """Nobody let this kiosk in yet, or it was shut out and can't even be searched."""


class SetUpAsked(Event):
    """Begin to set up, or look once more who answers."""


@dataclass(frozen=True, slots=True)
class AuthorityFound(Event):
    authority: Authority


class AuthorityConfirmed(Event):
    """Somebody compared the whole fingerprint with what was printed at the service."""


@dataclass(frozen=True, slots=True)
class EnrolmentCodeEntered(Event):
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enrolled(Event):
    branch: BranchId
