"""Where a signed-in patron joins a My Number card to the library card."""

from kiosk.domain.errors import (
    CertificateBoundToAnother,
    CertificateNotAccepted,
    CertificateNotChecked,
    LineLost,
    MyNumberNotOffered,
    TriedTooOften,
)
from kiosk.events import (
    Failed,
    IcCardRemoved,
    MyNumberBindAsked,
    MyNumberBound,
    MyNumberCardPresented,
    PinEntered,
    ScreenName,
    TriesRead,
)
from kiosk.flow import jobs
from kiosk.flow.charts.scanning import FINISH_FIRST
from kiosk.flow.charts.signing_in import CARD_TROUBLE, PIN_TROUBLE
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

NOT_BOUND = (
    CertificateNotAccepted,
    CertificateNotChecked,
    CertificateBoundToAnother,
    MyNumberNotOffered,
)

BINDING = Group(
    "binding",
    ways=(
        *FINISH_FIRST,
        Go(on=Failed, because=PIN_TROUBLE, to="binding_pin"),
        Go(
            on=Failed,
            because=(*CARD_TROUBLE, *NOT_BOUND, LineLost, TriedTooOften),
            to="binding_card",
        ),
    ),
    places=(
        Place(
            "binding_card",
            shows=ScreenName.BIND_CARD,
            ways=(
                Go(on=MyNumberBindAsked, to="binding_tries"),
                Go(on=MyNumberCardPresented, to="binding_tries"),
            ),
        ),
        Place(
            "binding_tries",
            shows=ScreenName.BIND_PIN,
            does=jobs.read_tries,
            ways=(Go(on=TriesRead, to="binding_pin"),),
        ),
        Place(
            "binding_pin",
            shows=ScreenName.BIND_PIN,
            ways=(
                Go(on=PinEntered, to="binding"),
                Go(on=IcCardRemoved, to="binding_card"),
            ),
        ),
        Place(
            "binding",
            shows=ScreenName.BIND_PIN,
            does=jobs.bind_my_number,
            settles=True,
            ways=(Go(on=MyNumberBound, to="card_bound"),),
        ),
        Place("card_bound", shows=ScreenName.BIND_CARD),
    ),
)
