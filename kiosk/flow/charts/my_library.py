"""Where patrons see what is theirs, renew, change, cancel, and take it back."""

from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    LineLost,
    LoanUnknown,
    NoticeNotPossible,
    NotRenewable,
    PickupNotPossible,
    ReservationUnknown,
    SlipNotYours,
    TooLateToChange,
)
from kiosk.events import (
    CancelAsked,
    ChangeConfirmed,
    ChangesFound,
    EyeTouched,
    Failed,
    LoanRenewed,
    MyLibraryFound,
    NoticeChosen,
    PickupChosen,
    RenewAsked,
    ReservationCancelled,
    ReservationChanged,
    ReservationOpened,
    ReservationRestored,
    ReserveAgainAsked,
    ScreenName,
    TabChosen,
    UndoAsked,
)
from kiosk.flow import jobs
from kiosk.flow.conditions import (
    can_be_changed,
    can_undo,
    has_chosen_otherwise,
    is_lent,
    is_listed,
    is_open_still,
    wants_slip,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

# Nothing is left to take back, or another one came in its place since.
NOT_UNDONE = (TooLateToChange, ReservationUnknown, LimitReached, AlreadyReserved, AlreadyOnLoan)

UNDO = Go(on=UndoAsked, to="undoing", when=can_undo)


LISTS = (
    Place(
        "finding_my_library",
        shows=ScreenName.WAIT,
        does=jobs.find_my_library,
        ways=(
            Go(on=MyLibraryFound, to="opening_slip", when=wants_slip),
            Go(on=MyLibraryFound, to="my_library"),
            Go(on=Failed, because=LineLost, to="my_library"),
            UNDO,
        ),
    ),
    Place(
        "opening_slip",
        shows=ScreenName.WAIT,
        does=jobs.open_slip,
        ways=(
            Go(on=ReservationOpened, to="asking_changes", when=can_be_changed),
            Go(on=ReservationOpened, to="reservation", when=is_listed),
            Go(on=Failed, because=SlipNotYours, to="my_library"),
        ),
    ),
    Place(
        "my_library",
        shows=ScreenName.MY_LIBRARY,
        is_stop=True,
        ways=(
            UNDO,
            Go(on=TabChosen),
            Go(on=RenewAsked, to="renewing", when=is_lent),
            Go(on=ReservationOpened, to="asking_changes", when=can_be_changed),
            Go(on=ReservationOpened, to="reservation", when=is_listed),
            Go(on=ReserveAgainAsked, to="asking_options"),
        ),
    ),
    Place(
        "renewing",
        shows=ScreenName.MY_LIBRARY,
        does=jobs.renew,
        settles=True,
        ways=(
            Go(on=LoanRenewed, to="my_library"),
            Go(on=Failed, because=(NotRenewable, LineLost), to="my_library"),
            Go(on=Failed, because=LoanUnknown, to="finding_my_library"),
        ),
    ),
    Place(
        "undoing",
        shows=ScreenName.WAIT,
        does=jobs.undo,
        settles=True,
        ways=(
            Go(on=ReservationCancelled, to="finding_my_library"),
            Go(on=ReservationRestored, to="finding_my_library"),
            Go(on=Failed, because=(*NOT_UNDONE, LineLost), to="finding_my_library"),
        ),
    ),
)


_PLACES = (
    Place(
        "asking_changes",
        shows=ScreenName.WAIT,
        does=jobs.find_changes,
        ways=(
            Go(on=ChangesFound, to="reservation"),
            Go(on=Failed, because=LineLost, to="reservation"),
        ),
    ),
    Place(
        "reservation",
        shows=ScreenName.RESERVATION,
        ways=(
            Go(on=PickupChosen),
            Go(on=NoticeChosen),
            Go(on=ChangeConfirmed, to="changing", when=has_chosen_otherwise),
            Go(on=CancelAsked, to="cancelling"),
            Go(on=ReservationOpened, to="asking_changes", when=can_be_changed),
        ),
    ),
    Place(
        "changing",
        shows=ScreenName.RESERVATION,
        does=jobs.change_reservation,
        settles=True,
        ways=(
            Go(on=ReservationChanged, to="reservation"),
            Go(
                on=Failed,
                because=(PickupNotPossible, NoticeNotPossible, LineLost),
                to="reservation",
            ),
        ),
    ),
    Place(
        "cancelling",
        shows=ScreenName.RESERVATION,
        does=jobs.cancel_reservation,
        settles=True,
        ways=(
            Go(on=ReservationCancelled, to="finding_my_library"),
            Go(on=Failed, because=LineLost, to="reservation"),
        ),
    ),
    # It went on its way while the patron looked: how it stands now, and whom to phone.
    Place(
        "reading_anew",
        shows=ScreenName.RESERVATION,
        does=jobs.find_my_library,
        ways=(
            Go(on=MyLibraryFound, to="reservation", when=is_open_still),
            Go(on=MyLibraryFound, to="my_library"),
            Go(on=Failed, because=LineLost, to="reservation"),
        ),
    ),
)


ONE_RESERVATION = Group(
    "one_reservation",
    ways=(
        Go(on=Failed, because=TooLateToChange, to="reading_anew"),
        Go(on=Failed, because=ReservationUnknown, to="finding_my_library"),
    ),
    places=_PLACES,
)


MY_LIBRARY = Group(
    "my_library",
    ways=(Go(on=EyeTouched),),
    places=(*LISTS, ONE_RESERVATION),
)
