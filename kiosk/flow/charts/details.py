"""Where patrons change what the library knows of them (利用者情報設定)."""

from kiosk.domain.errors import (
    CardClosed,
    CardOrPasswordWrong,
    CodeWrong,
    ContactMissing,
    ContactNotUnderstood,
    IcCardBoundToAnother,
    IcCardNotOffered,
    LineLost,
    PasswordNotAllowed,
    TriedTooOften,
)
from kiosk.events import (
    ContactChosen,
    ContactEntered,
    ContactRemoved,
    DetailsFound,
    EmailCodeAsked,
    EmailCodeEntered,
    EyeTouched,
    Failed,
    HistoryAsked,
    HistoryFound,
    HistoryWished,
    IcCardBindAsked,
    IcCardLetGoAsked,
    IcCardPresented,
    IcCardRemoved,
    MyNumberBindAsked,
    MyNumberLetGoAsked,
    PasswordChangeAsked,
    PasswordChanged,
    PasswordChangeEntered,
    ScreenName,
    TrialEmailAsked,
    TrialEmailSent,
)
from kiosk.flow import jobs
from kiosk.flow.charts.scanning import FINISH_FIRST
from kiosk.flow.conditions import ic_card_lies_there, is_email, may_bind_ic_card
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

_PAGES = (
    Place(
        "finding_details",
        shows=ScreenName.WAIT,
        does=jobs.find_details,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=LineLost, to="details"),
        ),
    ),
    Place(
        "details",
        shows=ScreenName.DETAILS,
        is_stop=True,
        ways=(
            Go(on=ContactRemoved, to="removing_contact"),
            Go(on=TrialEmailAsked, to="sending_test_email"),
            Go(on=PasswordChangeAsked, to="new_password"),
            Go(on=HistoryAsked, to="finding_history"),
            Go(on=MyNumberBindAsked, to="binding_card"),
            Go(on=MyNumberLetGoAsked, to="letting_card_go"),
            Go(on=IcCardPresented, when=may_bind_ic_card),
            Go(on=IcCardBindAsked, to="binding_ic_card", when=ic_card_lies_there),
            Go(on=IcCardLetGoAsked, to="letting_ic_card_go"),
        ),
    ),
    Place(
        "removing_contact",
        shows=ScreenName.DETAILS,
        does=jobs.remove_contact,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=LineLost, to="details"),
        ),
    ),
    Place(
        "letting_card_go",
        shows=ScreenName.DETAILS,
        does=jobs.let_my_number_go,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=LineLost, to="details"),
        ),
    ),
    Place(
        "binding_ic_card",
        shows=ScreenName.DETAILS,
        does=jobs.bind_ic_card,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(
                on=Failed,
                because=(IcCardBoundToAnother, IcCardNotOffered, TriedTooOften, LineLost),
                to="details",
            ),
        ),
    ),
    Place(
        "letting_ic_card_go",
        shows=ScreenName.DETAILS,
        does=jobs.let_ic_card_go,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=LineLost, to="details"),
        ),
    ),
    Place(
        "keeping_history",
        shows=ScreenName.DETAILS,
        does=jobs.keep_history,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=LineLost, to="details"),
        ),
    ),
    Place(
        "sending_test_email",
        shows=ScreenName.DETAILS,
        does=jobs.send_test_email,
        settles=True,
        ways=(
            Go(on=TrialEmailSent, to="details"),
            Go(on=Failed, because=(ContactMissing, TriedTooOften, LineLost), to="details"),
        ),
    ),
    Place(
        "finding_history",
        shows=ScreenName.WAIT,
        does=jobs.find_history,
        ways=(
            Go(on=HistoryFound, to="history"),
            Go(on=Failed, because=LineLost, to="details"),
        ),
    ),
    Place("history", shows=ScreenName.HISTORY),
)


_EMAIL = (
    Place("email", shows=ScreenName.EMAIL, ways=(Go(on=ContactEntered, to="sending_code"),)),
    Place(
        "sending_code",
        shows=ScreenName.EMAIL,
        does=jobs.set_contact,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="email_code"),
            Go(on=Failed, because=(ContactNotUnderstood, TriedTooOften, LineLost), to="email"),
        ),
    ),
    Place(
        "email_code",
        shows=ScreenName.EMAIL,
        ways=(
            Go(on=EmailCodeEntered, to="confirming_email"),
            Go(on=ContactEntered, to="sending_another_code"),
        ),
    ),
    Place(
        "sending_another_code",
        shows=ScreenName.EMAIL,
        does=jobs.set_contact,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="email_code"),
            Go(on=Failed, because=(ContactNotUnderstood, TriedTooOften, LineLost), to="email_code"),
        ),
    ),
    Place(
        "confirming_email",
        shows=ScreenName.EMAIL,
        does=jobs.confirm_email,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=(CodeWrong, TriedTooOften, LineLost), to="email_code"),
        ),
    ),
)


_NUMBER_AND_PASSWORD = (
    Place("number", shows=ScreenName.NUMBER, ways=(Go(on=ContactEntered, to="setting_number"),)),
    Place(
        "setting_number",
        shows=ScreenName.NUMBER,
        does=jobs.set_contact,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=(ContactNotUnderstood, TriedTooOften, LineLost), to="number"),
        ),
    ),
    Place(
        "new_password",
        shows=ScreenName.CHANGE_PASSWORD,
        ways=(Go(on=PasswordChangeEntered, to="changing_password"),),
    ),
    Place(
        "changing_password",
        shows=ScreenName.CHANGE_PASSWORD,
        does=jobs.change_password,
        settles=True,
        ways=(
            Go(on=PasswordChanged, to="details"),
            Go(
                on=Failed,
                because=(
                    CardClosed,
                    CardOrPasswordWrong,
                    PasswordNotAllowed,
                    TriedTooOften,
                    LineLost,
                ),
                to="new_password",
            ),
        ),
    ),
)


DETAILS = Group(
    "details",
    ways=(
        Go(on=ContactChosen, to="email", when=is_email),
        Go(on=ContactChosen, to="number"),
        Go(on=EmailCodeAsked, to="email_code"),
        Go(on=HistoryWished, to="keeping_history"),
        Go(on=EyeTouched),
        Go(on=IcCardRemoved, when=ic_card_lies_there),
    ),
    places=(
        *_PAGES,
        Group("typed_details", ways=FINISH_FIRST, places=(*_EMAIL, *_NUMBER_AND_PASSWORD)),
    ),
)
