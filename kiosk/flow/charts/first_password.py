"""Where a first-timer chooses a password, before anything else opens."""

from kiosk.domain.errors import (
    LineLost,
    PasswordNotAllowed,
    SessionEnded,
)
from kiosk.events import (
    BackAsked,
    Failed,
    HomeAsked,
    NewPasswordEntered,
    PasswordChosen,
    ScreenName,
    SignInGivenUp,
)
from kiosk.flow import jobs
from kiosk.flow.charts.calling import CALLING
from kiosk.flow.charts.scanning import CARDS_WAIT, FINISH_FIRST
from kiosk.flow.conditions import (
    wants_to_bind,
    wants_to_reserve,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

# Nothing else opens before a password is set (rule L3): not part of OPEN.
FIRST_PASSWORD = Group(
    "first_password",
    ways=(
        *CALLING,
        *FINISH_FIRST,
        *CARDS_WAIT,
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
                Go(on=PasswordChosen, to="binding_card", when=wants_to_bind),
                Go(on=PasswordChosen, to="finding_my_library"),
                Go(on=Failed, because=(PasswordNotAllowed, LineLost), to="choose_password"),
            ),
        ),
    ),
)
