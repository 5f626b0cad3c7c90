"""The visit: all that is kept of anyone."""

from dataclasses import dataclass, field, replace

from kiosk.domain.patrons import Card
from kiosk.events import (
    BackAsked,
    ClosedFound,
    ClosingAsked,
    Event,
    HomeAsked,
    IdleElapsed,
    LogoutAsked,
    OpeningAsked,
    SetUpNeeded,
    SignInGivenUp,
    StaffLeft,
)
from kiosk.premises import Premises
from kiosk.visit.card import card_after, staff_card_after
from kiosk.visit.listed import Listed
from kiosk.visit.look import Look
from kiosk.visit.purpose import Find, Purpose, purpose_after
from kiosk.visit.search import Search
from kiosk.visit.signed import Signed, signed_after
from kiosk.visit.times import Times
from kiosk.visit.told import Told, told_after
from kiosk.visit.trouble import trouble_after


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way, and what it needs to be shown again."""

    place: str
    search: Search


@dataclass(frozen=True, slots=True)
class Visit:
    """All that is kept of anyone: one value, replaced whole."""

    look: Look = field(default_factory=Look)
    search: Search = field(default_factory=Search)
    purpose: Purpose = field(default_factory=Find)
    times: Times = field(default_factory=Times)
    listed: Listed = field(default_factory=Listed)
    trail: tuple[Stop, ...] = ()
    card: Card | None = None  # personal
    signed: Signed | None = None  # personal
    staff_card: str | None = field(default=None, repr=False)  # personal
    trouble: Exception | None = None  # what the screen explains now
    told: Told | None = None  # of what was scanned, over any screen
    premises: Premises = field(default_factory=Premises)  # of the kiosk, not of the patron

    @property
    def is_personal(self) -> bool:
        return any(part is not None for part in (self.card, self.signed, self.staff_card))

    def after(self, event: Event) -> "Visit":
        """The visit as this event leaves it; logout and idle leave a new one."""
        match event:
            case LogoutAsked() | IdleElapsed() | StaffLeft():
                return self._ended_by(event)
            case ClosingAsked() | ClosedFound() | OpeningAsked() | SetUpNeeded():
                return self._ended_by(event)
            case HomeAsked() | BackAsked() | SignInGivenUp() if self._owes_password:
                return self._ended_by(event)
            case HomeAsked():
                signed = signed_after(self.signed, event)
                listed = self.listed if signed is not None else Listed()
                ended = self._ended_by(event)
                return replace(ended, look=self.look, signed=signed, listed=listed)
        return Visit(
            look=self.look.after(event),
            search=self.search.after(event),
            purpose=purpose_after(self.purpose, self.search, event),
            times=self.times.after(event, self.search),
            listed=self.listed.after(event),
            trail=self.trail,
            card=card_after(self.card, event, is_signed=self.signed is not None),
            signed=signed_after(self.signed, event),
            staff_card=staff_card_after(self.staff_card, event),
            trouble=trouble_after(self.trouble, event),
            told=told_after(self.told, event),
            premises=self.premises.after(event),
        )

    @property
    def _owes_password(self) -> bool:
        return self.signed is not None and self.signed.session.must_choose_password

    def _ended_by(self, event: Event) -> "Visit":
        return Visit(premises=self.premises.after(event))

    @property
    def ended(self) -> "Visit":
        """A new visit: nothing stays but what belongs to the kiosk."""
        return Visit(premises=self.premises)
