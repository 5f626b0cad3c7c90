"""Personal: what patrons see and change about themselves; never what they typed for it."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from kiosk.domain.changing import changed
from kiosk.domain.circulation import Read
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.errors import IcCardBoundToAnother, IcCardNotOffered
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.events import (
    ContactChosen,
    ContactEntered,
    ContactRemoved,
    DetailsAsked,
    DetailsFound,
    EmailCodeAsked,
    EmailCodeEntered,
    Event,
    Failed,
    HistoryFound,
    HistoryWished,
    IcCardBindAsked,
    IcCardLetGoAsked,
    IcCardPresented,
    IcCardRemoved,
    MyNumberLetGoAsked,
    PasswordChanged,
    PasswordChangeEntered,
    TrialEmailAsked,
    TrialEmailSent,
)
from kiosk.visit.acts import is_act


class Deed(Enum):
    """What was changed a moment ago, to be said where it was asked for."""

    CODE_SENT = auto()
    EMAIL_CONFIRMED = auto()
    NUMBER_SET = auto()
    REMOVED = auto()
    TEST_SENT = auto()
    PASSWORD_CHANGED = auto()
    HISTORY_BEGUN = auto()
    HISTORY_ERASED = auto()
    MY_NUMBER_LET_GO = auto()
    IC_CARD_BOUND = auto()
    IC_CARD_LET_GO = auto()


_ASKED_BY: dict[type[Event], Deed] = {
    EmailCodeEntered: Deed.EMAIL_CONFIRMED,
    TrialEmailAsked: Deed.TEST_SENT,
    PasswordChangeEntered: Deed.PASSWORD_CHANGED,
    MyNumberLetGoAsked: Deed.MY_NUMBER_LET_GO,
    IcCardBindAsked: Deed.IC_CARD_BOUND,
    IcCardLetGoAsked: Deed.IC_CARD_LET_GO,
}


@dataclass(frozen=True, slots=True)
class OwnDetails:
    """As they were last read, with every contact masked."""

    found: PatronDetails | None = None  # None: not read so far
    contact: ContactKind | None = None  # the one that is entered, or was changed last
    wants_code: bool = False  # the address is known; its code is to be typed
    asked: Deed | None = None  # not answered yet
    done: Deed | None = None
    lying: IcIdentifier | None = None  # an IC card that may be bound
    history: tuple[Read, ...] = field(default=(), repr=False)

    def after(self, event: Event) -> "OwnDetails":
        match event:
            case DetailsFound(details):
                is_sent = self.asked is Deed.CODE_SENT
                found = replace(self, found=details, lying=self._still_lying)
                return replace(found, done=self.asked, asked=None, wants_code=is_sent)
            case Failed(IcCardBoundToAnother() | IcCardNotOffered()):
                return replace(self, asked=None, lying=None)
            case HistoryFound(history):
                return replace(self, history=history, done=None)
            case TrialEmailSent() | PasswordChanged():
                return replace(self, done=self.asked, asked=None)
            case Failed():
                return changed(self, asked=None)
            case IcCardRemoved():
                return changed(self, lying=None)
        acted = changed(self, asked=None, done=None) if is_act(event) else self
        return acted.after_asking(event)

    @property
    def _still_lying(self) -> IcIdentifier | None:
        """What was bound or let go a moment ago is not offered again before it is laid anew."""
        is_settled = self.asked in {Deed.IC_CARD_BOUND, Deed.IC_CARD_LET_GO}
        return None if is_settled else self.lying

    def after_asking(self, event: Event) -> "OwnDetails":
        match event:
            case DetailsAsked():
                return replace(self, wants_code=False, lying=None)
            case ContactChosen(kind):
                return replace(self, contact=kind, wants_code=False)
            case ContactEntered(ContactKind.EMAIL):
                asked = Deed.CODE_SENT
                return replace(self, contact=ContactKind.EMAIL, asked=asked)
            case ContactEntered(kind):
                return replace(self, contact=kind, asked=Deed.NUMBER_SET)
            case ContactRemoved(kind):
                return replace(self, contact=kind, asked=Deed.REMOVED)
            case EmailCodeAsked():
                return replace(self, contact=ContactKind.EMAIL, wants_code=True)
            case HistoryWished(keeps):
                asked = Deed.HISTORY_BEGUN if keeps else Deed.HISTORY_ERASED
                return replace(self, asked=asked, history=())
            case IcCardPresented(identifier):
                return replace(self, lying=identifier)
        deed = _ASKED_BY.get(type(event))
        return replace(self, asked=deed) if deed is not None else self
