"""Where a patron proves who they are: card, password, PIN."""

from kiosk.domain.errors import (
    CardClosed,
    CardGone,
    CardOrPasswordWrong,
    CardSilent,
    CertificateNotAccepted,
    CertificateNotBound,
    CertificateNotChecked,
    DeviceGone,
    IcCardNotBound,
    IcCardNotOffered,
    LastTryKept,
    LineLost,
    MyNumberNotOffered,
    NotMyNumberCard,
    PinLocked,
    PinNotFourDigits,
    PinWrong,
    SessionEnded,
    TriedTooOften,
    TwoCards,
)
from kiosk.events import (
    Failed,
    ForgottenAsked,
    IcCardRemoved,
    IcPasswordAsked,
    KioskShutOut,
    PasswordEntered,
    PinEntered,
    ScreenName,
    SignedIn,
    SignInGivenUp,
    TriesRead,
)
from kiosk.flow import jobs
from kiosk.flow.charts.forgotten import FORGOTTEN
from kiosk.flow.charts.scanning import WHILE_SIGNING_IN
from kiosk.flow.conditions import (
    knows_card_number,
    must_choose_password,
    wants_to_bind,
    wants_to_reserve,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

CARD_TROUBLE = (CardGone, CardSilent, NotMyNumberCard, TwoCards, DeviceGone)


NOT_PROVED = (
    CertificateNotAccepted,
    CertificateNotBound,
    CertificateNotChecked,
    MyNumberNotOffered,
)


PIN_TROUBLE = (PinWrong, PinLocked, LastTryKept, PinNotFourDigits)


SIGNING_IN = Group(
    "signing_in",
    ways=(
        *WHILE_SIGNING_IN,
        Go(on=SignInGivenUp, is_back=True),
        Go(on=KioskShutOut, to="apology"),
        Go(on=SignedIn, to="choose_password", when=must_choose_password),
        Go(on=SignedIn, to="asking_options", when=wants_to_reserve),
        Go(on=SignedIn, to="binding_card", when=wants_to_bind),
        Go(on=SignedIn, to="finding_my_library"),
        Go(on=Failed, because=PIN_TROUBLE, to="pin"),
        Go(on=Failed, because=(*NOT_PROVED, *CARD_TROUBLE), to="sign_in"),
        Go(on=Failed, because=(IcCardNotBound, IcCardNotOffered), to="sign_in"),
        Go(on=Failed, because=(LineLost, TriedTooOften, SessionEnded), to="sign_in"),
    ),
    places=(
        Place("sign_in", shows=ScreenName.SIGN_IN),
        Place(
            "taking_ic_card",
            shows=ScreenName.SIGN_IN,
            does=jobs.take_ic_card,
            ways=(Go(on=IcPasswordAsked, to="password"),),
        ),
        Place(
            "password",
            shows=ScreenName.SIGN_IN,
            ways=(
                Go(on=PasswordEntered, to="checking_password"),
                Go(on=ForgottenAsked, to="forgotten", when=knows_card_number),
            ),
        ),
        Place(
            "checking_password",
            shows=ScreenName.SIGN_IN,
            does=jobs.sign_in,
            ways=(
                Go(
                    on=Failed,
                    because=(CardClosed, CardOrPasswordWrong, TriedTooOften, LineLost),
                    to="password",
                ),
            ),
        ),
        Place(
            "reading_tries",
            shows=ScreenName.PIN,
            does=jobs.read_tries,
            ways=(Go(on=TriesRead, to="pin"),),
        ),
        Place(
            "pin",
            shows=ScreenName.PIN,
            ways=(Go(on=PinEntered, to="proving"), Go(on=IcCardRemoved, to="sign_in")),
        ),
        Place("proving", shows=ScreenName.PIN, does=jobs.prove, settles=True),
        *FORGOTTEN,
    ),
)
