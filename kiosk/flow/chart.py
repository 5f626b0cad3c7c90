"""Where a patron may go: the whole kiosk as data."""

from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    CardGone,
    CardOrPasswordWrong,
    CertificateNotAccepted,
    CertificateNotBound,
    DeviceGone,
    LastTryKept,
    LimitReached,
    LineLost,
    MyNumberNotOffered,
    NoticeNotPossible,
    NotMyNumberCard,
    NotReservable,
    PaperOut,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    PermitEnded,
    PickupNotPossible,
    PinLocked,
    PinNotFourDigits,
    PinWrong,
    ReservationUnknown,
    SessionEnded,
    StaffDoorClosed,
    TitleUnknown,
    TooLateToChange,
    TriedTooOften,
    TwoCards,
)
from kiosk.events import (
    BackAsked,
    CardPresented,
    CatalogueChanged,
    ClosedFound,
    ClosingAsked,
    Confirmed,
    Failed,
    HealthChanged,
    HomeAsked,
    IcCardRemoved,
    IdleElapsed,
    IsbnScanned,
    LanguageChosen,
    LineCameBack,
    LineWentDown,
    LogoutAsked,
    MyLibraryAsked,
    MyNumberCardPresented,
    MyReservationsFound,
    NewPasswordEntered,
    NewTitlesFound,
    NoticeChosen,
    OpeningAsked,
    OptionsFound,
    PasswordChosen,
    PasswordEntered,
    PickupChosen,
    PinEntered,
    QueryTyped,
    ReservationCancelled,
    ReserveAsked,
    Reserved,
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
    TextSizeChosen,
    TitleChosen,
    TitleOpened,
    TitlesFound,
    TriesRead,
    UndoAsked,
    UnknownCodeScanned,
)
from kiosk.flow import jobs
from kiosk.flow.conditions import (
    can_undo,
    has_chosen_all,
    is_closed,
    is_signed,
    is_stranger,
    must_choose_password,
    wants_to_reserve,
)
from kiosk.flow.step import Chart, Go, Group, Place

CANNOT_BE_RESERVED = (LimitReached, AlreadyReserved, AlreadyOnLoan, NotReservable, TitleUnknown)
CARD_TROUBLE = (CardGone, NotMyNumberCard, TwoCards, DeviceGone)
NOT_PROVED = (CertificateNotAccepted, CertificateNotBound, MyNumberNotOffered)
PIN_TROUBLE = (PinWrong, PinLocked, LastTryKept, PinNotFourDigits)

ALWAYS = tuple(
    Go(on=event)
    for event in (
        LanguageChosen,
        TextSizeChosen,
        SchemeChosen,
        LineWentDown,
        LineCameBack,
        HealthChanged,
        NewTitlesFound,
    )
)

ENDS = (
    Go(on=IdleElapsed, to="out_of_service", when=is_closed),
    Go(on=IdleElapsed, to="home", does=jobs.sign_out),
    Go(on=LogoutAsked, to="home", when=is_signed, does=jobs.sign_out),
)

READING_ROOM = Group(
    "reading_room",
    places=(
        Place(
            "home",
            shows=ScreenName.HOME,
            does=jobs.find_new_titles,
            ways=(Go(on=CatalogueChanged, does=jobs.find_new_titles), Go(on=Failed)),
        ),
        Place(
            "search",
            shows=ScreenName.SEARCH,
            is_stop=True,
            ways=(
                Go(on=QueryTyped, does=jobs.suggest),
                Go(on=ScopeChosen, does=jobs.suggest),
                Go(on=SuggestionsFound),
                Go(on=SearchAsked, does=jobs.search),
                Go(on=TitlesFound, to="results"),
            ),
        ),
        Place(
            "results",
            shows=ScreenName.RESULTS,
            is_stop=True,
            ways=(Go(on=SearchAsked, does=jobs.search), Go(on=TitlesFound)),
        ),
        Place(
            "title",
            shows=ScreenName.TITLE,
            is_stop=True,
            ways=(
                Go(on=ReserveAsked, to="asking_options", when=is_signed),
                Go(on=ReserveAsked, to="sign_in"),
                Go(on=SearchAsked, to="searching"),
            ),
        ),
        Place(
            "searching",
            shows=ScreenName.WAIT,
            does=jobs.search,
            ways=(Go(on=TitlesFound, to="results"),),
        ),
    ),
)

SIGNING_IN = Group(
    "signing_in",
    ways=(
        Go(on=SignInGivenUp, is_back=True),
        Go(on=SignedIn, to="choose_password", when=must_choose_password),
        Go(on=SignedIn, to="asking_options", when=wants_to_reserve),
        Go(on=SignedIn, to="finding_reservations"),
        Go(on=Failed, because=PIN_TROUBLE, to="pin"),
        Go(on=Failed, because=(*NOT_PROVED, *CARD_TROUBLE), to="sign_in"),
        Go(on=Failed, because=(LineLost, TriedTooOften, SessionEnded), to="sign_in"),
    ),
    places=(
        Place("sign_in", shows=ScreenName.SIGN_IN),
        Place(
            "password",
            shows=ScreenName.SIGN_IN,
            ways=(Go(on=PasswordEntered, to="checking_password"),),
        ),
        Place(
            "checking_password",
            shows=ScreenName.SIGN_IN,
            does=jobs.sign_in,
            ways=(Go(on=Failed, because=(CardOrPasswordWrong, TriedTooOften), to="password"),),
        ),
        Place(
            "reading_tries",
            shows=ScreenName.PIN,
            does=jobs.read_tries,
            ways=(Go(on=TriesRead, to="pin"),),
        ),
        Place(
            "pin",
            shows=ScreenName.PIN,
            ways=(Go(on=PinEntered, to="proving"), Go(on=IcCardRemoved, to="sign_in")),
        ),
        Place("proving", shows=ScreenName.PIN, does=jobs.prove, settles=True),
    ),
)

# Nothing else opens before a password is set (rule L3): not part of OPEN.
FIRST_PASSWORD = Group(
    "first_password",
    ways=(
        Go(on=HomeAsked, to="home", does=jobs.sign_out),
        Go(on=BackAsked, to="home", does=jobs.sign_out),
        Go(on=SignInGivenUp, to="home", does=jobs.sign_out),
        Go(on=Failed, because=SessionEnded, to="sign_in"),
        Go(on=Failed, to="password_apology"),
    ),
    places=(
        Place("password_apology", shows=ScreenName.APOLOGY),
        Place(
            "choose_password",
            shows=ScreenName.CHOOSE_PASSWORD,
            ways=(Go(on=NewPasswordEntered, to="setting_password"),),
        ),
        Place(
            "setting_password",
            shows=ScreenName.CHOOSE_PASSWORD,
            does=jobs.choose_password,
            settles=True,
            ways=(
                Go(on=PasswordChosen, to="asking_options", when=wants_to_reserve),
                Go(on=PasswordChosen, to="finding_reservations"),
                Go(on=Failed, because=(PasswordNotAllowed, LineLost), to="choose_password"),
            ),
        ),
    ),
)

ACCOUNT = Group(
    "account",
    only_signed=True,
    ways=(
        Go(on=Failed, because=SessionEnded, to="sign_in"),
        Go(on=Failed, because=PasswordMustBeChosen, to="choose_password"),
    ),
    places=(
        Place(
            "asking_options",
            shows=ScreenName.WAIT,
            does=jobs.find_options,
            ways=(
                Go(on=OptionsFound, to="reserve"),
                Go(on=Failed, because=(*CANNOT_BE_RESERVED, LineLost), to="title"),
            ),
        ),
        Place(
            "reserve",
            shows=ScreenName.RESERVE,
            ways=(
                Go(on=PickupChosen),
                Go(on=NoticeChosen),
                Go(on=Confirmed, to="reserving", when=has_chosen_all),
            ),
        ),
        Place(
            "reserving",
            shows=ScreenName.RESERVE,
            does=jobs.reserve,
            settles=True,
            ways=(
                Go(on=Reserved, to="confirmed"),
                Go(on=Failed, because=PermitEnded, to="asking_options"),
                Go(on=Failed, because=(PickupNotPossible, NoticeNotPossible), to="reserve"),
                Go(on=Failed, because=(*CANNOT_BE_RESERVED, LineLost), to="title"),
            ),
        ),
        Place(
            "confirmed",
            shows=ScreenName.CONFIRMATION,
            does=jobs.print_slip,
            ways=(
                Go(on=SlipPrinted),
                Go(on=SlipAsked, does=jobs.print_slip),
                Go(on=Failed, because=(PaperOut, DeviceGone)),
                Go(on=UndoAsked, to="undoing", when=can_undo),
            ),
        ),
        Place(
            "undoing",
            shows=ScreenName.WAIT,
            does=jobs.undo_reservation,
            settles=True,
            ways=(
                Go(on=ReservationCancelled, to="finding_reservations"),
                Go(
                    on=Failed,
                    because=(LineLost, TooLateToChange, ReservationUnknown),
                    to="finding_reservations",
                ),
            ),
        ),
        Place(
            "finding_reservations",
            shows=ScreenName.WAIT,
            does=jobs.find_my_reservations,
            ways=(
                Go(on=MyReservationsFound, to="my_reservations"),
                Go(on=Failed, because=LineLost, to="my_reservations"),
            ),
        ),
        Place("my_reservations", shows=ScreenName.MY_RESERVATIONS, is_stop=True),
    ),
)

APOLOGIES = Group(
    "apologies", places=(Place("apology", shows=ScreenName.APOLOGY),), ways=(Go(on=Failed),)
)

OPEN = Group(
    "open",
    places=(READING_ROOM, SIGNING_IN, ACCOUNT, APOLOGIES),
    ways=(
        Go(on=HomeAsked, to="home"),
        Go(on=BackAsked, is_back=True),
        Go(on=SearchOpened, to="search"),
        Go(on=TitleChosen, does=jobs.open_title),
        Go(on=IsbnScanned, does=jobs.open_by_isbn),
        Go(on=TitleOpened, to="title"),
        Go(on=Failed, because=TitleUnknown),
        Go(on=UnknownCodeScanned),
        Go(on=SignInAsked, to="sign_in", when=is_stranger),
        Go(on=MyLibraryAsked, to="finding_reservations", when=is_signed),
        Go(on=MyLibraryAsked, to="sign_in"),
        Go(on=CardPresented, to="password", when=is_stranger),
        Go(on=MyNumberCardPresented, to="reading_tries", when=is_stranger),
        Go(on=StaffCardPresented, to="staff_door", when=is_stranger),
        Go(on=ClosedFound, to="out_of_service"),
        Go(on=Failed, to="apology"),
    ),
)

STAFF_DOOR = Group(
    "staff_door",
    places=(
        Place(
            "staff_door",
            shows=ScreenName.STAFF_DOOR,
            ways=(Go(on=StaffPinEntered, to="opening_staff_door"),),
        ),
        Place(
            "opening_staff_door",
            shows=ScreenName.STAFF_DOOR,
            does=jobs.open_staff_door,
            ways=(
                Go(on=StaffDoorOpened, to="staff"),
                Go(on=Failed, because=(StaffDoorClosed, TriedTooOften), to="staff_door"),
                Go(on=Failed, to="staff_door"),
            ),
        ),
    ),
    ways=(
        Go(on=SignInGivenUp, to="out_of_service", when=is_closed),
        Go(on=SignInGivenUp, to="home"),
    ),
)

STAFF = Group(
    "staff",
    places=(Place("staff", shows=ScreenName.STAFF),),
    ways=(
        Go(on=ClosingAsked, to="out_of_service", does=jobs.hang_out_the_sign),
        Go(on=OpeningAsked, to="home", does=jobs.take_down_the_sign),
        Go(on=StaffLeft, to="out_of_service", when=is_closed),
        Go(on=StaffLeft, to="home"),
    ),
)

CLOSED = Group(
    "closed",
    places=(Place("out_of_service", shows=ScreenName.OUT_OF_SERVICE),),
    ways=(Go(on=StaffCardPresented, to="staff_door"),),
)

KIOSK = Chart(
    Group("kiosk", places=(OPEN, FIRST_PASSWORD, STAFF_DOOR, STAFF, CLOSED), ways=(*ENDS, *ALWAYS)),
    start="home",
)
