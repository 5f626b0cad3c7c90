"""Where books are found: home, search, results, title."""

from kiosk.domain.errors import DeviceGone, PaperOut
from kiosk.events import (
    AdvancedOpened,
    CatalogueChanged,
    ConditionsChanged,
    ConditionsCounted,
    ConditionsOpened,
    Failed,
    LineCameBack,
    LocationAsked,
    LocationFound,
    LocationSlipAsked,
    LocationSlipPrinted,
    QueryTyped,
    ReserveAsked,
    ScopeChosen,
    ScreenName,
    SearchAsked,
    SuggestionsFound,
    TitlesFound,
    WaitingUnknown,
)
from kiosk.flow import jobs
from kiosk.flow.conditions import (
    found_nothing,
    has_items,
    has_typed,
    is_set,
    is_signed,
    is_stranger_shut_out,
    others_wait_here,
)
from kiosk.flow.step import (
    Go,
    Group,
    Place,
)

READING_ROOM = Group(
    "reading_room",
    places=(
        Place(
            "home",
            shows=ScreenName.HOME,
            does=jobs.find_new_titles,
            ways=(Go(on=CatalogueChanged, does=jobs.find_new_titles), Go(on=Failed)),
        ),
        Place(
            "search",
            shows=ScreenName.SEARCH,
            is_stop=True,
            ways=(
                Go(on=QueryTyped, does=jobs.suggest),
                Go(on=ScopeChosen, does=jobs.suggest),
                Go(on=SuggestionsFound),
                Go(on=SearchAsked, does=jobs.search),
                Go(on=TitlesFound, to="results"),
                Go(on=CatalogueChanged, when=has_typed, does=jobs.suggest),
            ),
        ),
        Place(
            "advanced",
            shows=ScreenName.ADVANCED,
            does=jobs.open_conditions,
            is_stop=True,
            ways=(
                Go(on=AdvancedOpened),
                Go(on=ConditionsOpened),
                Go(on=ConditionsChanged, does=jobs.count_hits),
                Go(on=ConditionsCounted),
                Go(on=SearchAsked, does=jobs.search),
                Go(on=TitlesFound, to="results"),
                Go(on=CatalogueChanged, does=jobs.count_hits),
            ),
        ),
        Place(
            "results",
            shows=ScreenName.RESULTS,
            is_stop=True,
            ways=(
                Go(on=SearchAsked, does=jobs.search),
                Go(on=TitlesFound),
                Go(on=CatalogueChanged, when=found_nothing, does=jobs.search),
            ),
        ),
        Place(
            "title",
            shows=ScreenName.TITLE,
            is_stop=True,
            ways=(
                Go(on=ReserveAsked, when=is_set),  # each of its volumes is reserved by itself
                Go(on=ReserveAsked, to="asking_options", when=is_signed),
                Go(on=ReserveAsked, to="apology", when=is_stranger_shut_out),
                Go(on=ReserveAsked, to="sign_in"),
                Go(on=SearchAsked, to="searching"),
                Go(on=LocationAsked, when=has_items, does=jobs.find_location),
                Go(on=LocationFound),
                Go(on=LocationSlipAsked, when=has_items, does=jobs.print_location_slip),
                Go(on=LocationSlipPrinted),
                Go(on=Failed, because=(PaperOut, DeviceGone)),
                Go(
                    on=LineCameBack,
                    when=others_wait_here,
                    does=jobs.find_waiting,
                    aside=WaitingUnknown,
                    only_asks=True,
                ),
            ),
        ),
        Place(
            "searching",
            shows=ScreenName.WAIT,
            does=jobs.search,
            ways=(Go(on=TitlesFound, to="results"),),
        ),
    ),
    ways=(Go(on=AdvancedOpened, to="advanced"),),
)
