"""Where a forgotten password is set anew by a code, or the way to the counter is told (L5)."""

from kiosk.domain.errors import (
    CardClosed,
    CodeWrong,
    LineLost,
    PasswordNotAllowed,
    TriedTooOften,
)
from kiosk.events import (
    Failed,
    PasswordReset,
    ResetCodeAsked,
    ResetCodeSent,
    ResetEntered,
    ScreenName,
)
from kiosk.flow import jobs
from kiosk.flow.step import (
    Go,
    Place,
)

FORGOTTEN = (
    Place(
        "forgotten",
        shows=ScreenName.FORGOTTEN,
        ways=(Go(on=ResetCodeAsked, to="sending_reset_code"),),
    ),
    Place(
        "sending_reset_code",
        shows=ScreenName.FORGOTTEN,
        does=jobs.send_reset_code,
        settles=True,
        ways=(
            Go(on=ResetCodeSent, to="reset"),
            Go(on=Failed, because=(TriedTooOften, LineLost), to="forgotten"),
        ),
    ),
    Place(
        "reset",
        shows=ScreenName.RESET,
        ways=(
            Go(on=ResetEntered, to="resetting"),
            Go(on=ResetCodeAsked, to="sending_another_reset_code"),
        ),
    ),
    # What was typed stays on the page meanwhile.
    Place(
        "sending_another_reset_code",
        shows=ScreenName.RESET,
        does=jobs.send_reset_code,
        settles=True,
        ways=(
            Go(on=ResetCodeSent, to="reset"),
            Go(on=Failed, because=(TriedTooOften, LineLost), to="reset"),
        ),
    ),
    Place(
        "resetting",
        shows=ScreenName.RESET,
        does=jobs.reset_password,
        settles=True,
        ways=(
            Go(on=PasswordReset, to="password"),
            Go(
                on=Failed,
                because=(CardClosed, CodeWrong, PasswordNotAllowed, TriedTooOften, LineLost),
                to="reset",
            ),
        ),
    ),
)
