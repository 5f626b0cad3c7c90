"""How the kiosk itself is: what is known of the house, and of nobody in it."""

from dataclasses import dataclass, field, replace

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.calls import CallState, LibrarianCall
from kiosk.domain.changing import changed
from kiosk.domain.devices import Device, Health
from kiosk.domain.enrolling import Authority, CityService
from kiosk.domain.titles import FoundTitle
from kiosk.events import (
    AuthorityConfirmed,
    AuthorityFound,
    CallFailed,
    CallHeard,
    CallTakenBack,
    CatalogueChanged,
    ClosedFound,
    ClosingAsked,
    Enrolled,
    EnrolmentCodeEntered,
    Event,
    Failed,
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
    SetUpAsked,
    SetUpNeeded,
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
                return changed(self, is_lost=False)  # told to who asked, and to nobody after
        return self


@dataclass(frozen=True, slots=True)
class SettingUp:
    """How far the kiosk is let in at a city's service; no secret and no code."""

    service: CityService | None = None  # None: the service stands beside the kiosk
    is_needed: bool = False  # nothing else can be done at this kiosk
    authority: Authority | None = None  # None: not found yet
    is_confirmed: bool = False  # somebody compared its fingerprint
    is_asking: bool = False  # the code was sent and not answered yet
    branch: BranchId | None = None  # where it was let in

    @property
    def may_enter_code(self) -> bool:
        return self.authority is not None and (self.authority.is_believed or self.is_confirmed)

    def after(self, event: Event) -> "SettingUp":
        match event:
            case SetUpNeeded():
                return SettingUp(self.service, is_needed=True)
            case SetUpAsked():
                return SettingUp(self.service, is_needed=self.is_needed)
            case AuthorityFound(authority):
                begun = SettingUp(self.service, is_needed=self.is_needed)
                return replace(begun, authority=authority)
            case AuthorityConfirmed():
                return replace(self, is_confirmed=True)
            case EnrolmentCodeEntered():
                return replace(self, is_asking=True)
            case Enrolled(branch):
                return replace(self, branch=branch, is_asking=False, is_needed=False)
            case KioskLetIn() | CatalogueChanged():
                return changed(self, is_needed=False)
            case Failed():
                return changed(self, is_asking=False)
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
    setting_up: SettingUp = field(default_factory=SettingUp)

    def after(self, event: Event) -> "Premises":
        calling, setting_up = self.calling.after(event), self.setting_up.after(event)
        return changed(self._after_changes(event), calling=calling, setting_up=setting_up)

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
            case KioskLetIn() | Enrolled():
                return replace(self, is_shut_out=False)
            case HealthChanged(health):
                others = tuple(known for known in self.devices if known.device != health.device)
                return replace(self, devices=(*others, health))
        return self
