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
    Job,
    Place,
)


def _changing(name: str, does: Job, *refusals: type[Exception]) -> Place:
    """Where a detail is changed at a touch; the page tells what came of it, or why not."""
    return Place(
        name,
        shows=ScreenName.DETAILS,
        does=does,
        settles=True,
        ways=(
            Go(on=DetailsFound, to="details"),
            Go(on=Failed, because=(*refusals, LineLost), to="details"),
        ),
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
    _changing("removing_contact", jobs.remove_contact),
    _changing("letting_card_go", jobs.let_my_number_go),
    _changing(
        "binding_ic_card", jobs.bind_ic_card, IcCardBoundToAnother, IcCardNotOffered, TriedTooOften
    ),
    _changing("letting_ic_card_go", jobs.let_ic_card_go),
    _changing("keeping_history", jobs.keep_history),
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
