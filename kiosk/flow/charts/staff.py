"""Where staff come in, close and open the kiosk."""

from kiosk.domain.errors import (
    StaffDoorClosed,
    TriedTooOften,
)
from kiosk.events import (
    ClosingAsked,
    Failed,
    OpeningAsked,
    ScreenName,
    SetUpAsked,
    SetUpNeeded,
    SignInGivenUp,
    StaffCardPresented,
    StaffDoorOpened,
    StaffLeft,
    StaffPinEntered,
)
from kiosk.flow import jobs
from kiosk.flow.charts.scanning import FINISH_FIRST, IN_STAFF_MODE
from kiosk.flow.conditions import (
    has_a_city,
    is_closed,
    needs_set_up,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

STAFF_DOOR = Group(
    "staff_door",
    places=(
        Place(
            "staff_door",
            shows=ScreenName.STAFF_DOOR,
            ways=(
                Go(on=StaffPinEntered, to="opening_staff_door"),
                Go(on=StaffCardPresented),  # another card, for the same PIN
            ),
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
        *FINISH_FIRST,
        Go(on=SignInGivenUp, to="out_of_service", when=is_closed),
        Go(on=SignInGivenUp, to="set_up", when=needs_set_up),
        Go(on=SignInGivenUp, to="home"),
    ),
)


STAFF = Group(
    "staff",
    places=(Place("staff", shows=ScreenName.STAFF),),
    ways=(
        *IN_STAFF_MODE,
        Go(on=ClosingAsked, to="out_of_service", does=jobs.hang_out_the_sign),
        Go(on=OpeningAsked, to="set_up", when=needs_set_up, does=jobs.take_down_the_sign),
        Go(on=OpeningAsked, to="home", does=jobs.take_down_the_sign),
        Go(on=SetUpAsked, to="set_up", when=has_a_city),
        Go(on=StaffLeft, to="out_of_service", when=is_closed),
        Go(on=StaffLeft, to="set_up", when=needs_set_up),
        Go(on=StaffLeft, to="home"),
    ),
)


CLOSED = Group(
    "closed",
    places=(Place("out_of_service", shows=ScreenName.OUT_OF_SERVICE),),
    ways=(Go(on=StaffCardPresented, to="staff_door"), Go(on=SetUpNeeded)),
)
