"""Where a patron reserves and sees what is reserved."""

from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    DeviceGone,
    LimitReached,
    LineLost,
    NoticeNotPossible,
    NotReservable,
    PaperOut,
    PasswordMustBeChosen,
    PermitEnded,
    PickupNotPossible,
    ReservationUnknown,
    SessionEnded,
    TitleUnknown,
    TooLateToChange,
)
from kiosk.events import (
    Confirmed,
    Failed,
    MyReservationsFound,
    NoticeChosen,
    OptionsFound,
    PickupChosen,
    ReservationCancelled,
    Reserved,
    ScreenName,
    SlipAsked,
    SlipPrinted,
    UndoAsked,
)
from kiosk.flow import jobs
from kiosk.flow.conditions import (
    can_undo,
    has_chosen_all,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

CANNOT_BE_RESERVED = (LimitReached, AlreadyReserved, AlreadyOnLoan, NotReservable, TitleUnknown)


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
