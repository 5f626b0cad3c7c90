"""How the kiosk itself is: what is known of the house, and of nobody in it."""

from dataclasses import dataclass, field, replace

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.calls import CallState, LibrarianCall
from kiosk.domain.devices import Device, Health
from kiosk.domain.titles import FoundTitle
from kiosk.events import (
    CallFailed,
    CallHeard,
    CallTakenBack,
    ClosedFound,
    ClosingAsked,
    Event,
    HealthChanged,
    HomeAsked,
    IdleElapsed,
    KioskLetIn,
    KioskShutOut,
    LibrarianCalled,
    LineCameBack,
    LineWentDown,
    LogoutAsked,
    NewTitlesFound,
    OpeningAsked,
)

NOWHERE = Standpoint("", "", Branch(BranchId(""), ""))


@dataclass(frozen=True, slots=True)
class Calling:
    """Whether a librarian was called to this kiosk, and comes; never by whom."""

    call: LibrarianCall | None = None  # None once somebody was there
    is_asked: bool = False  # not answered by the service yet
    is_lost: bool = False  # what was asked last did not reach the service

    def after(self, event: Event) -> "Calling":
        match event:
            case LibrarianCalled() | CallTakenBack():
                return replace(self, is_asked=True, is_lost=False)
            case CallHeard(call):
                return Calling(None if call.state is CallState.DONE else call)
            case CallFailed():
                return replace(self, is_asked=False, is_lost=True)
            case LineCameBack() | HomeAsked() | LogoutAsked() | IdleElapsed():
                return replace(self, is_lost=False)  # told to who asked, and to nobody after
        return self


@dataclass(frozen=True, slots=True)
class Premises:
    """How the kiosk itself is: outlives every visit, says nothing of a patron."""

    here: Standpoint = NOWHERE
    new_titles: tuple[FoundTitle, ...] = ()
    is_closed: bool = False  # the sign "out of service" hangs
    is_line_down: bool = False
    is_shut_out: bool = False  # the service knows this kiosk no more
    devices: tuple[Health, ...] = ()
    idle_signed_in_s: int = 60  # after which the curtain falls; told when signing in
    mixes_pin_digits: bool = False  # the pad for a PIN begins mixed; a touch puts it in order
    calling: Calling = field(default_factory=Calling)

    def after(self, event: Event) -> "Premises":
        calling = self.calling.after(event)
        return replace(self._after_changes(event), calling=calling)

    def works(self, device: Device) -> bool:
        """Whether a patron can be told to use it; of what said nothing yet, nothing bad is said."""
        return all(health.works for health in self.devices if health.device is device)

    def _after_changes(self, event: Event) -> "Premises":
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
            case KioskShutOut():
                return replace(self, is_shut_out=True)
            case KioskLetIn():
                return replace(self, is_shut_out=False)
            case HealthChanged(health):
                others = tuple(known for known in self.devices if known.device != health.device)
                return replace(self, devices=(*others, health))
        return self
