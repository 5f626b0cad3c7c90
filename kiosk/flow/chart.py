"""Where a patron may go: the whole kiosk as data."""

from kiosk.domain.errors import (
    TitleUnknown,
)
from kiosk.events import (
    BackAsked,
    CallFailed,
    CallHeard,
    CardPresented,
    ClosedFound,
    Failed,
    HealthChanged,
    HomeAsked,
    IcCardPresented,
    IdleElapsed,
    KioskLetIn,
    KioskShutOut,
    LanguageChosen,
    LineCameBack,
    LineWentDown,
    LogoutAsked,
    MyLibraryAsked,
    MyNumberCardPresented,
    NewTitlesFound,
    SchemeChosen,
    ScreenName,
    SearchOpened,
    SetUpNeeded,
    SignInAsked,
    SlipScanned,
    StaffCardPresented,
    TextSizeChosen,
    TitleChosen,
    TitleOpened,
    TitlesScanned,
    WaitingFound,
    WaitingUnknown,
)
from kiosk.flow import jobs
from kiosk.flow.charts.account import ACCOUNT
from kiosk.flow.charts.calling import CALLING
from kiosk.flow.charts.first_password import FIRST_PASSWORD
from kiosk.flow.charts.reading_room import READING_ROOM
from kiosk.flow.charts.scanning import BOOKS_OPEN, CARDS_WAIT, REMARKED, undisturbed
from kiosk.flow.charts.setting_up import SET_UP
from kiosk.flow.charts.signing_in import SIGNING_IN
from kiosk.flow.charts.staff import CLOSED, STAFF, STAFF_DOOR
from kiosk.flow.conditions import (
    is_closed,
    is_signed,
    is_stranger,
    is_stranger_shut_out,
    needs_set_up,
    others_wait_for_it,
)
from kiosk.flow.step import (
    Chart,
    Go,
    Group,
    Place,
)

ALWAYS = tuple(
    Go(on=event)
    for event in (
        LanguageChosen,
        TextSizeChosen,
        SchemeChosen,
        LineWentDown,
        LineCameBack,
        KioskShutOut,
        KioskLetIn,
        HealthChanged,
        NewTitlesFound,
        CallHeard,
        CallFailed,
    )
)


ENDS = (
    Go(on=IdleElapsed, to="out_of_service", when=is_closed),
    Go(on=IdleElapsed, to="set_up", when=needs_set_up),
    Go(on=IdleElapsed, to="home", does=jobs.sign_out),
    Go(on=LogoutAsked, to="home", when=is_signed, does=jobs.sign_out),
)


APOLOGIES = Group(
    "apologies", places=(Place("apology", shows=ScreenName.APOLOGY),), ways=(Go(on=Failed),)
)


# Searching needs no service; whoever would have to be known to it is told where else to go.
SHUT_OUT = tuple(
    Go(on=event, to="apology", when=is_stranger_shut_out)
    for event in (
        SignInAsked,
        MyLibraryAsked,
        CardPresented,
        MyNumberCardPresented,
        IcCardPresented,
        SlipScanned,
    )
)


OPEN = Group(
    "open",
    places=(READING_ROOM, SIGNING_IN, ACCOUNT, APOLOGIES),
    ways=(
        *CALLING,
        Go(on=HomeAsked, to="home"),
        Go(on=BackAsked, is_back=True),
        Go(on=SearchOpened, to="search"),
        Go(on=TitleChosen, does=jobs.open_title),
        *BOOKS_OPEN,
        Go(on=SlipScanned, to="finding_my_library", when=is_signed),
        Go(
            on=TitleOpened,
            to="title",
            when=others_wait_for_it,
            does=jobs.find_waiting,
            aside=WaitingUnknown,
            only_asks=True,
        ),
        Go(on=TitleOpened, to="title"),
        Go(on=WaitingFound),
        Go(on=WaitingUnknown),
        Go(on=Failed, because=TitleUnknown),
        Go(on=TitlesScanned, to="list"),
        *REMARKED,
        *SHUT_OUT,
        Go(on=SlipScanned, to="sign_in"),
        Go(on=SignInAsked, to="sign_in", when=is_stranger),
        Go(on=MyLibraryAsked, to="finding_my_library", when=is_signed),
        Go(on=MyLibraryAsked, to="sign_in"),
        Go(on=CardPresented, to="password", when=is_stranger),
        Go(on=MyNumberCardPresented, to="reading_tries", when=is_stranger),
        Go(on=IcCardPresented, to="taking_ic_card", when=is_stranger),
        Go(on=StaffCardPresented, to="staff_door", when=is_stranger),
        *CARDS_WAIT,
        Go(on=ClosedFound, to="out_of_service"),
        Go(on=SetUpNeeded, to="set_up", when=is_stranger),
        Go(on=Failed, to="apology"),
    ),
)


WHOLE = Group(
    "kiosk", places=(OPEN, FIRST_PASSWORD, STAFF_DOOR, STAFF, SET_UP, CLOSED), ways=(*ENDS, *ALWAYS)
)
KIOSK = Chart(undisturbed(WHOLE), start="home")
