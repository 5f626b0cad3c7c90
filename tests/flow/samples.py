"""One or more examples of every event, and a stand-in for the outside that answers at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.domain import errors
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.circulation import Read
from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.patrons import CardNumber, Session, SessionToken
from kiosk.domain.reservations import (
    Changes,
    Options,
    Permit,
    PickupOption,
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.searching import Found, Query, Scope, SearchChoices, Suggestions
from kiosk.domain.slips import Slip
from kiosk.domain.titles import CallNumber, FoundTitle, Material, Title, TitleId
from kiosk.events import (
    AdvancedOpened,
    BackAsked,
    CallFailed,
    CallHeard,
    CallTakenBack,
    CancelAsked,
    CardPresented,
    CatalogueChanged,
    ChangeConfirmed,
    ChangesFound,
    ClosedFound,
    ClosingAsked,
    ConditionsChanged,
    ConditionsCounted,
    ConditionsOpened,
    Confirmed,
    ContactChosen,
    ContactEntered,
    ContactRemoved,
    DetailsAsked,
    DetailsFound,
    EmailCodeAsked,
    EmailCodeEntered,
    Event,
    EyeTouched,
    Failed,
    ForgottenAsked,
    HealthChanged,
    HistoryAsked,
    HistoryFound,
    HistoryWished,
    HomeAsked,
    IcCardRemoved,
    IdleElapsed,
    IsbnScanned,
    LanguageChosen,
    LibrarianCalled,
    LibraryTab,
    LineCameBack,
    LineWentDown,
    LoanRenewed,
    LogoutAsked,
    MyLibraryAsked,
    MyLibraryFound,
    MyNumberCardPresented,
    NewPasswordEntered,
    NewTitlesFound,
    NoticeChosen,
    OpeningAsked,
    OptionsFound,
    PasswordChangeAsked,
    PasswordChanged,
    PasswordChangeEntered,
    PasswordChosen,
    PasswordEntered,
    PasswordReset,
    PickupChosen,
    PinEntered,
    QueryTyped,
    RenewAsked,
    ReservationCancelled,
    ReservationChanged,
    ReservationOpened,
    ReservationRestored,
    ReserveAgainAsked,
    ReserveAsked,
    Reserved,
    ResetCodeAsked,
    ResetCodeSent,
    ResetEntered,
    SchemeChosen,
    ScopeChosen,
    ScreenName,
    SearchAsked,
    SearchOpened,
    SignedIn,
    SignInAsked,
    SignInGivenUp,
    SlipAsked,
    SlipPrinted,
    StaffCardPresented,
    StaffDoorOpened,
    StaffLeft,
    StaffPinEntered,
    SuggestionsFound,
    TabChosen,
    TextSizeChosen,
    TitleChosen,
    TitleOpened,
    TitlesFound,
    TrialEmailAsked,
    TrialEmailSent,
    TriesRead,
    UndoAsked,
    UnknownCodeScanned,
)

MAIN = Branch(BranchId("main"), "本館")
EAST = Branch(BranchId("east"), "東分館")
BOTCHAN = FoundTitle(Title(TitleId("t1"), "坊っちゃん", "ぼっちゃん"))
KOKORO = FoundTitle(Title(TitleId("t2"), "こころ", "こころ"))
OPTIONS = Options(
    BOTCHAN.title.id,
    Permit("sealed"),
    (PickupOption(MAIN, is_here=True), PickupOption(EAST)),
    (NoticeOption(NoticeMethod.MISSED_CALL, "090-••••-5678"), NoticeOption(NoticeMethod.NONE)),
)
RESERVATION = Reservation(
    ReservationId("r1"),
    ReservationNumber("0010000017"),
    BOTCHAN.title.id,
    "坊っちゃん",
    "夏目 漱石",
    CallNumber("913.6", "ナツ"),
    MAIN,
    NoticeMethod.MISSED_CALL,
    ReservationState.QUEUED,
    datetime(2026, 11, 20, 5, 32, tzinfo=UTC),
    position=1,
    can_change=True,
)
ON_ITS_WAY = replace(
    RESERVATION, id=ReservationId("r2"), state=ReservationState.IN_TRANSIT, can_change=False
)
CANCELLED = replace(
    RESERVATION, id=ReservationId("r3"), state=ReservationState.CANCELLED, can_change=False
)
CHANGES = Changes(RESERVATION.id, OPTIONS.pickups, OPTIONS.notices)
TODAY = date(2026, 11, 20)
LOAN = Loan(
    LoanId("l1"),
    KOKORO.title.id,
    "こころ",
    "夏目 漱石",
    CallNumber("913.6", "ナツ"),
    Material.BOOK,
    TODAY,
    renewable_from=TODAY,
    renewed_until=date(2026, 12, 4),
)
DETAILS = PatronDetails("ha•••@example.jp", "me•••@example.jp", "090-••••-5678")
READ = Read("坊っちゃん", "夏目 漱石", date(2026, 10, 2), date(2026, 10, 14))
SLIP = Slip(b"", b"", "")
SESSION = Session(SessionToken("t"))
FIRST_SESSION = Session(SessionToken("t"), must_choose_password=True)

CALL = CallId("9a4c1c1e-0000-4000-8000-000000000001")

ERRORS: tuple[Exception, ...] = (
    errors.LineLost(),
    errors.CardOrPasswordWrong(),
    errors.TriedTooOften(60),
    errors.SessionEnded(),
    errors.PasswordMustBeChosen(),
    errors.PasswordNotAllowed("length"),
    errors.PinWrong(2),
    errors.LastTryKept(),
    errors.CardGone(),
    errors.CertificateNotBound(),
    errors.LimitReached(10),
    errors.PermitEnded(),
    errors.NoticeNotPossible(),
    errors.PaperOut(),
    errors.TitleUnknown(),
    errors.TooLateToChange(),
    errors.ReservationUnknown(),
    errors.LoanUnknown(),
    errors.NotRenewable("reserved_by_others"),
    errors.ContactNotUnderstood(ContactKind.EMAIL),
    errors.ContactMissing(),
    errors.CodeWrong(),
    errors.StaffDoorClosed(),
    RuntimeError("unforeseen"),
)

# What a finger, a card, a scanner, a clock or the line can say, at any moment.
FROM_OUTSIDE: tuple[Event, ...] = (
    HomeAsked(),
    BackAsked(),
    SignInAsked(),
    SignInGivenUp(),
    LogoutAsked(),
    LanguageChosen(Language.ENGLISH),
    TextSizeChosen(TextSize.LARGEST),
    SchemeChosen(Scheme.DARK),
    SearchOpened(),
    QueryTyped("ねこ"),
    AdvancedOpened(),
    ConditionsChanged(Query(language="en")),
    SearchAsked(Query("ねこ")),
    ScopeChosen(Scope.HERE),
    TitleChosen(BOTCHAN.title.id),
    TitleChosen(KOKORO.title.id),
    CardPresented(CardNumber("01234567")),
    MyNumberCardPresented(),
    IcCardRemoved(),
    PinEntered("1234"),
    PasswordEntered("sakura2026"),
    NewPasswordEntered("sakura2026"),
    IsbnScanned("9784003101018"),
    UnknownCodeScanned(),
    ReserveAsked(),
    PickupChosen(EAST.id),
    NoticeChosen(NoticeMethod.MISSED_CALL),
    Confirmed(),
    UndoAsked(),
    SlipAsked(),
    MyLibraryAsked(),
    *(TabChosen(tab) for tab in LibraryTab),
    EyeTouched(),
    ReservationOpened(RESERVATION.id),
    ReservationOpened(ON_ITS_WAY.id),
    ReservationOpened(CANCELLED.id),
    ChangeConfirmed(),
    CancelAsked(RESERVATION.id),
    ReserveAgainAsked(CANCELLED.title),
    RenewAsked(LOAN.id),
    DetailsAsked(),
    *(ContactChosen(kind) for kind in (ContactKind.EMAIL, ContactKind.FAX)),
    *(ContactEntered(kind, "") for kind in (ContactKind.EMAIL, ContactKind.FAX)),
    ContactRemoved(ContactKind.EMAIL),
    EmailCodeAsked(),
    EmailCodeEntered("123456"),
    TrialEmailAsked(),
    PasswordChangeAsked(),
    PasswordChangeEntered("sakura2026", "ume2026"),
    HistoryWished(keeps=True),
    HistoryAsked(),
    ForgottenAsked(),
    ResetCodeAsked(),
    ResetEntered("123456", "ume2026"),
    IdleElapsed(),
    LineWentDown(),
    LineCameBack(),
    HealthChanged(Health(Device.PRINTER, Condition.DEGRADED, "paper_low")),
    CatalogueChanged(),
    StaffCardPresented("99990001"),
    StaffPinEntered("4711"),
    StaffLeft(),
    ClosingAsked(),
    OpeningAsked(),
    ClosedFound(),
    LibrarianCalled(ScreenName.TITLE),
    *(CallHeard(LibrarianCall(CALL, state)) for state in CallState),
    CallFailed(errors.LineLost()),
    CallTakenBack(),
)

# What each job may answer; Failed comes on top of these.
ANSWERS: dict[str, tuple[Event, ...]] = {
    "find_new_titles": (NewTitlesFound((BOTCHAN,)),),
    "open_conditions": (ConditionsOpened(SearchChoices((MAIN,), ("ja",)), Found()),),
    "count_hits": (ConditionsCounted(Found(Query("ねこ"), 3)),),
    "suggest": (SuggestionsFound(Suggestions("ねこ")),),
    "search": (TitlesFound(Found(Query("ねこ"), 1, (BOTCHAN,))),),
    "open_title": (TitleOpened(BOTCHAN), TitleOpened(KOKORO)),
    "open_by_isbn": (TitleOpened(BOTCHAN),),
    "sign_in": (SignedIn(SESSION), SignedIn(FIRST_SESSION)),
    "read_tries": (TriesRead(3),),
    "prove": (SignedIn(SESSION),),
    "choose_password": (PasswordChosen(),),
    "find_options": (OptionsFound(OPTIONS),),
    "reserve": (Reserved(RESERVATION, SLIP),),
    "print_slip": (SlipPrinted(),),
    "find_my_library": (
        MyLibraryFound((RESERVATION, ON_ITS_WAY), (LOAN,), (CANCELLED,), TODAY),
        MyLibraryFound((), (), (), TODAY),
    ),
    "renew": (LoanRenewed(replace(LOAN, due_on=date(2026, 12, 4), is_renewed=True)),),
    "find_changes": (ChangesFound(CHANGES),),
    "change_reservation": (ReservationChanged(replace(RESERVATION, pickup=EAST)),),
    "cancel_reservation": (ReservationCancelled(RESERVATION.id),),
    "undo": (ReservationCancelled(RESERVATION.id), ReservationRestored(RESERVATION)),
    "find_details": (DetailsFound(DETAILS),),
    "set_contact": (DetailsFound(DETAILS),),
    "confirm_email": (DetailsFound(DETAILS),),
    "remove_contact": (DetailsFound(DETAILS),),
    "send_test_email": (TrialEmailSent(),),
    "change_password": (PasswordChanged(),),
    "keep_history": (DetailsFound(DETAILS),),
    "find_history": (HistoryFound((READ,)), HistoryFound(())),
    "send_reset_code": (ResetCodeSent(),),
    "reset_password": (PasswordReset(),),
    "open_staff_door": (StaffDoorOpened(),),
    "call_librarian": (CallHeard(LibrarianCall(CALL)),),
    "take_back_call": (CallHeard(LibrarianCall(CALL, CallState.DONE)),),
    "sign_out": (),
    "hang_out_the_sign": (),
    "take_down_the_sign": (),
}


def answers_of(job: Callable[..., Event]) -> tuple[Event, ...]:
    """All that a job can come back with."""
    return ANSWERS[job.__name__] + tuple(Failed(error) for error in ERRORS)
