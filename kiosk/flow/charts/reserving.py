"""Where a title is reserved: options, choices, confirmation."""

from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    DeviceGone,
    LimitReached,
    LineLost,
    NoticeNotPossible,
    NotPrinted,
    NotReservable,
    PermitEnded,
    PickupNotPossible,
    TitleUnknown,
)
from kiosk.events import (
    Confirmed,
    EditionChosen,
    Failed,
    NoticeChosen,
    OptionsFound,
    PickupChosen,
    Reserved,
    ScreenName,
    SlipAsked,
    SlipPrinted,
    UndoAsked,
)
from kiosk.flow import jobs
from kiosk.flow.charts.scanning import FINISH_FIRST
from kiosk.flow.conditions import (
    can_undo,
    has_chosen_all,
    has_editions,
    wants_again,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

REFUSED = (LimitReached, AlreadyReserved, AlreadyOnLoan, NotReservable, TitleUnknown, LineLost)
# A refusal is explained where the wish was said: in the list of what was cancelled, or beside
# the title.
REFUSALS = (
    Go(on=Failed, because=REFUSED, to="my_library", when=wants_again),
    Go(on=Failed, because=REFUSED, to="title"),
)


RESERVING = Group(
    "reserving",
    places=(
        Place(
            "asking_options",
            shows=ScreenName.WAIT,
            does=jobs.find_options,
            ways=(
                Go(on=OptionsFound, to="reserve"),
                *REFUSALS,
            ),
        ),
        Place(
            "reserve",
            shows=ScreenName.RESERVE,
            ways=(
                *FINISH_FIRST,
                Go(on=PickupChosen),
                Go(on=NoticeChosen),
                Go(on=EditionChosen, when=has_editions),
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
                *REFUSALS,
            ),
        ),
        Place(
            "confirmed",
            shows=ScreenName.CONFIRMATION,
            does=jobs.print_slip,
            ways=(
                Go(on=SlipPrinted),
                Go(on=SlipAsked, does=jobs.print_slip),
                Go(on=Failed, because=(NotPrinted, DeviceGone)),
                Go(on=UndoAsked, to="undoing", when=can_undo),
            ),
        ),
    ),
)
