"""What is open to a signed-in patron only, and where an ended session leads."""

from kiosk.domain.errors import (
    PasswordMustBeChosen,
    SessionEnded,
)
from kiosk.events import (
    DetailsAsked,
    Failed,
)
from kiosk.flow.charts.binding import BINDING
from kiosk.flow.charts.details import DETAILS
from kiosk.flow.charts.my_library import MY_LIBRARY
from kiosk.flow.charts.reserving import RESERVING
from kiosk.flow.step import (
    Go,
    Group,
)

ACCOUNT = Group(
    "account",
    only_signed=True,
    ways=(
        Go(on=DetailsAsked, to="finding_details"),
        Go(on=Failed, because=SessionEnded, to="sign_in"),
        Go(on=Failed, because=PasswordMustBeChosen, to="choose_password"),
    ),
    places=(RESERVING, MY_LIBRARY, DETAILS, BINDING),
)
