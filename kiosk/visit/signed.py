"""Personal: the patron's session and what belongs to it."""

from dataclasses import dataclass, field, replace

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.branches import BranchId
from kiosk.domain.changing import changed
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import SessionEnded
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import Options, Reservation
from kiosk.domain.slips import Slip
from kiosk.events import (
    ChangesFound,
    EditionChosen,
    Event,
    Failed,
    HomeAsked,
    MyNumberBindAsked,
    MyNumberBound,
    NoticeChosen,
    OptionsFound,
    PasswordChosen,
    PickupChosen,
    ReservationCancelled,
    Reserved,
    SignedIn,
)
from kiosk.visit.details import OwnDetails
from kiosk.visit.my_library import MyLibrary
from kiosk.visit.undo import undoable_after


@dataclass(frozen=True, slots=True)
class Signed:
    """Personal: the patron's session and what belongs to it."""

    session: Session
    options: Options | None = None
    pickup: BranchId | None = None
    notice: NoticeMethod | None = None
    any_edition: bool = False  # whichever edition of the work comes first will do
    last_reservation: Reservation | None = None
    slip: Slip | None = None
    undoable: Reservation | None = None  # placed or cancelled last: the next act ends it
    library: MyLibrary = field(default_factory=MyLibrary)
    details: OwnDetails = field(default_factory=OwnDetails)
    bound: BoundCard | None = None  # the My Number card that was joined a moment ago

    def after(self, event: Event) -> "Signed":
        if isinstance(event, HomeAsked):
            return Signed(self.session, library=MyLibrary(hides_titles=self.library.hides_titles))
        undoable = undoable_after(self.undoable, self.library, event)
        return changed(
            self._after_choosing(event),
            undoable=undoable,
            bound=_bound_after(self.bound, event),
            library=self.library.after(event),
            details=self.details.after(event),
        )

    def _after_choosing(self, event: Event) -> "Signed":
        match event:
            case PasswordChosen():
                return replace(self, session=replace(self.session, must_choose_password=False))
            case OptionsFound(options):
                return self._offered(options)
            case ChangesFound(changes):
                known = self.library.reservation(changes.reservation)
                if known is not None:
                    return replace(self, pickup=known.pickup.id, notice=known.notice)
            case PickupChosen(branch):
                return replace(self, pickup=branch)
            case NoticeChosen(method):
                return replace(self, notice=method)
            case EditionChosen(is_any):
                return replace(self, any_edition=is_any)
            case Reserved(reservation, slip):
                return replace(
                    self,
                    last_reservation=reservation,
                    slip=slip,
                    options=None,
                    pickup=None,
                    notice=None,
                    any_edition=False,
                )
            case ReservationCancelled():
                return replace(self, last_reservation=None, slip=None)
        return self

    def _offered(self, options: Options) -> "Signed":
        """Where the kiosk stands is chosen already, if it takes the title; a notice never is."""
        here = next((p.branch.id for p in options.pickups if p.is_here), None)
        possible = {p.branch.id for p in options.pickups if p.why_not is None}
        chosen = here if here in possible else None
        return replace(self, options=options, pickup=chosen, notice=None, any_edition=False)


def _bound_after(bound: BoundCard | None, event: Event) -> BoundCard | None:
    match event:
        case MyNumberBound(card):
            return card
        case MyNumberBindAsked():
            return None
    return bound


def signed_after(signed: Signed | None, event: Event) -> Signed | None:
    match event:
        case SignedIn(session):
            return Signed(session)
        case Failed(SessionEnded()):
            return None
    return signed.after(event) if signed is not None else None
