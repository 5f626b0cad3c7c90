"""Where a technician has the kiosk let in at a city's service."""

from kiosk.events import (
    AuthorityConfirmed,
    AuthorityFound,
    CatalogueChanged,
    ClosedFound,
    Enrolled,
    EnrolmentCodeEntered,
    Failed,
    KioskLetIn,
    LineCameBack,
    ScreenName,
    SetUpAsked,
    SetUpNeeded,
    StaffCardPresented,
    StaffLeft,
)
from kiosk.flow import jobs
from kiosk.flow.charts.scanning import IN_STAFF_MODE
from kiosk.flow.conditions import (
    has_confirmed,
    has_no_staff,
    is_believed,
    is_closed,
    needs_set_up,
    waits_without_staff,
)
from kiosk.flow.step import Go, Group, Place

SET_UP = Group(
    "setting_up",
    places=(
        Place(
            "set_up",
            shows=ScreenName.SET_UP,
            does=jobs.find_authority,
            ways=(
                Go(on=AuthorityFound, to="entering_code", when=is_believed),
                Go(on=AuthorityFound, to="comparing"),
                Go(on=LineCameBack, to="set_up"),
                Go(on=Failed),
            ),
        ),
        Place(
            "comparing",
            shows=ScreenName.SET_UP,
            ways=(Go(on=AuthorityConfirmed, to="entering_code"),),
        ),
        Place(
            "entering_code",
            shows=ScreenName.SET_UP,
            ways=(Go(on=EnrolmentCodeEntered, to="enrolling", when=has_confirmed),),
        ),
        Place(
            "enrolling",
            shows=ScreenName.SET_UP,
            does=jobs.enrol,
            settles=True,
            ways=(Go(on=Enrolled, to="let_in"), Go(on=Failed, to="entering_code")),
        ),
        # With staff before it the page stays until they leave it.
        Place(
            "let_in",
            shows=ScreenName.SET_UP,
            ways=(Go(on=CatalogueChanged, to="home", when=has_no_staff),),
        ),
    ),
    ways=(
        *IN_STAFF_MODE,
        Go(on=SetUpAsked, to="set_up"),
        Go(on=SetUpNeeded, to="out_of_service", when=is_closed),
        Go(on=SetUpNeeded, to="set_up"),
        # Somebody enrolled it from the command line.
        Go(on=KioskLetIn, to="home", when=waits_without_staff),
        Go(on=CatalogueChanged, to="home", when=waits_without_staff),
        Go(on=StaffCardPresented, to="staff_door", when=needs_set_up),
        Go(on=ClosedFound, to="out_of_service"),
        Go(on=StaffLeft, to="out_of_service", when=is_closed),
        Go(on=StaffLeft, to="set_up", when=needs_set_up),
        Go(on=StaffLeft, to="home"),
    ),
)
