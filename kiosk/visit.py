"""What is remembered of one visit: small values, replaced whole, thrown away together."""

from dataclasses import dataclass, field, replace

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import PinWrong, SessionEnded
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.patrons import Card, Session
from kiosk.domain.reservations import Options, Reservation
from kiosk.domain.searching import Found, Query, Suggestions
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events import (
    BackAsked,
    CardPresented,
    ClosedFound,
    ClosingAsked,
    Event,
    Failed,
    HealthChanged,
    HomeAsked,
    IdleElapsed,
    LanguageChosen,
    LineCameBack,
    LineWentDown,
    LogoutAsked,
    MyLibraryAsked,
    MyNumberCardPresented,
    MyReservationsFound,
    NewTitlesFound,
    NoticeChosen,
    OpeningAsked,
    OptionsFound,
    PasswordChosen,
    PickupChosen,
    QueryTyped,
    ReservationCancelled,
    ReserveAsked,
    Reserved,
    SchemeChosen,
    ScopeChosen,
    SearchAsked,
    SearchOpened,
    SignedIn,
    SignInAsked,
    SignInGivenUp,
    SlipPrinted,
    StaffCardPresented,
    StaffLeft,
    SuggestionsFound,
    TextSizeChosen,
    TitleChosen,
    TitleOpened,
    TitlesFound,
    TriesRead,
)
from kiosk.premises import Premises


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen speaks and looks; forgotten with the visit."""

    language: Language = Language.JAPANESE
    size: TextSize = TextSize.STANDARD
    scheme: Scheme = Scheme.LIGHT

    def after(self, event: Event) -> "Look":
        match event:
            case LanguageChosen(language):
                return replace(self, language=language)
            case TextSizeChosen(size):
                return replace(self, size=size)
            case SchemeChosen(scheme):
                return replace(self, scheme=scheme)
        return self


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for and what was found; told nobody after the visit."""

    query: Query = field(default_factory=Query)
    suggestions: Suggestions = field(default_factory=Suggestions)
    found: Found | None = None
    chosen: FoundTitle | None = None
    wanted: TitleId | None = None  # asked for, not yet opened

    def after(self, event: Event) -> "Search":
        match event:
            case HomeAsked():
                return Search()
            case SearchOpened():
                return replace(self, chosen=None, wanted=None)
            case QueryTyped(text):
                return replace(self, query=replace(self.query, text=text, first=0), found=None)
            case ScopeChosen(scope):
                return replace(self, query=replace(self.query, scope=scope, first=0), found=None)
            case SuggestionsFound(suggestions):
                return replace(self, suggestions=suggestions)
            case SearchAsked(query):
                return replace(self, query=query)
            case TitlesFound(found):
                return replace(self, query=found.query, found=found)
            case TitleChosen(title):
                return replace(self, wanted=title)
            case TitleOpened(title):
                return replace(self, chosen=title, wanted=None)
        return self


@dataclass(frozen=True, slots=True)
class Signed:
    """Personal: the patron's session and what belongs to it."""

    session: Session
    options: Options | None = None
    pickup: BranchId | None = None
    notice: NoticeMethod | None = None
    last_reservation: Reservation | None = None
    slip: Slip | None = None
    can_undo: bool = False
    reservations: tuple[Reservation, ...] | None = None

    def after(self, event: Event) -> "Signed":
        match event:
            case PasswordChosen():
                return replace(self, session=replace(self.session, must_choose_password=False))
            case OptionsFound(options):
                here = next((p.branch.id for p in options.pickups if p.is_here), None)
                possible = {p.branch.id for p in options.pickups if p.why_not is None}
                chosen = here if here in possible else None
                return replace(self, options=options, pickup=chosen, notice=None)
            case PickupChosen(branch):
                return replace(self, pickup=branch)
            case NoticeChosen(method):
                return replace(self, notice=method)
            case Reserved(reservation, slip):
                return replace(
                    self,
                    last_reservation=reservation,
                    slip=slip,
                    can_undo=not reservation.is_kept,
                    options=None,
                    pickup=None,
                    notice=None,
                )
            case ReservationCancelled():
                return replace(self, last_reservation=None, slip=None, can_undo=False)
            case HomeAsked():
                return Signed(self.session)
            case MyReservationsFound(reservations):
                return replace(self, reservations=reservations)
        return self


@dataclass(frozen=True, slots=True)
class Find:
    """The patron looks for something; nothing waits behind the sign-in."""


@dataclass(frozen=True, slots=True)
class ReserveThis:
    title: TitleId


@dataclass(frozen=True, slots=True)
class SeeMyLibrary:
    """My reservations wait behind the sign-in."""


Purpose = Find | ReserveThis | SeeMyLibrary


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way, and what it needs to be shown again."""

    place: str
    search: Search


@dataclass(frozen=True, slots=True)
class Visit:
    """All that is kept of anyone: one value, replaced whole."""

    look: Look = Look()
    search: Search = field(default_factory=Search)
    purpose: Purpose = Find()
    trail: tuple[Stop, ...] = ()
    card: Card | None = None  # personal
    signed: Signed | None = None  # personal
    staff_card: str | None = field(default=None, repr=False)  # personal
    trouble: Exception | None = None  # what the screen explains now
    premises: Premises = field(default_factory=Premises)  # of the kiosk, not of the patron

    @property
    def is_personal(self) -> bool:
        return any(part is not None for part in (self.card, self.signed, self.staff_card))

    def after(self, event: Event) -> "Visit":
        """The visit as this event leaves it; logout and idle leave a new one."""
        match event:
            case LogoutAsked() | IdleElapsed() | StaffLeft():
                return self.ended
            case ClosingAsked() | ClosedFound() | OpeningAsked():
                return Visit(premises=self.premises.after(event))
            case HomeAsked() | BackAsked() | SignInGivenUp() if self._owes_password:
                return self.ended
            case HomeAsked():
                return replace(self.ended, look=self.look, signed=_signed_after(self.signed, event))
        return Visit(
            look=self.look.after(event),
            search=self.search.after(event),
            purpose=_purpose_after(self, event),
            trail=self.trail,
            card=_card_after(self.card, event),
            signed=_signed_after(self.signed, event),
            staff_card=_staff_card_after(self.staff_card, event),
            trouble=_trouble_after(self.trouble, event),
            premises=self.premises.after(event),
        )

    @property
    def _owes_password(self) -> bool:
        return self.signed is not None and self.signed.session.must_choose_password

    @property
    def ended(self) -> "Visit":
        """A new visit: nothing stays but what belongs to the kiosk."""
        return Visit(premises=self.premises)


def _purpose_after(visit: Visit, event: Event) -> Purpose:
    match event:
        case ReserveAsked() if visit.search.chosen is not None:
            return ReserveThis(visit.search.chosen.title.id)
        case MyLibraryAsked():
            return SeeMyLibrary()
        case SignInAsked() | SignInGivenUp() | BackAsked() | Reserved():
            return Find()
        case SearchOpened() | TitlesFound() | TitleOpened():
            return Find()
    return visit.purpose


def _card_after(card: Card | None, event: Event) -> Card | None:
    match event:
        case CardPresented(number):
            return Card(number=number)
        case MyNumberCardPresented():
            return Card(is_my_number=True)
        case TriesRead(tries_left) if card is not None:
            return replace(card, tries_left=tries_left)
        case Failed(PinWrong(tries_left)) if card is not None:
            return replace(card, tries_left=tries_left)
        case SignedIn() | SignInGivenUp() | SignInAsked() | BackAsked():
            return None
    return card


def _signed_after(signed: Signed | None, event: Event) -> Signed | None:
    match event:
        case SignedIn(session):
            return Signed(session)
        case Failed(SessionEnded()):
            return None
    return signed.after(event) if signed is not None else None


def _staff_card_after(card: str | None, event: Event) -> str | None:
    match event:
        case StaffCardPresented(presented):
            return presented
        case SignInGivenUp():
            return None
    return card


def _trouble_after(trouble: Exception | None, event: Event) -> Exception | None:
    match event:
        case Failed(error):
            return error
        case LanguageChosen() | TextSizeChosen() | SchemeChosen():
            return trouble
        case NewTitlesFound() | HealthChanged() | LineWentDown() | LineCameBack() | SlipPrinted():
            return trouble
        case SuggestionsFound() | MyReservationsFound() | TriesRead() | OptionsFound():
            return trouble  # an answer, not the patron's next act
    return None
