"""What is no act of the patron's: how the page looks, what is answered, how the house is."""

from kiosk.events import (
    CallFailed,
    CallHeard,
    CallTakenBack,
    ChangesFound,
    ConditionsCounted,
    ConditionsOpened,
    Event,
    EyeTouched,
    HealthChanged,
    KioskLetIn,
    KioskShutOut,
    LanguageChosen,
    LibrarianCalled,
    LineCameBack,
    LineWentDown,
    ListFound,
    ListSlipPrinted,
    LocationFound,
    LocationSlipPrinted,
    MyLibraryFound,
    NewTitlesFound,
    OptionsFound,
    SchemeChosen,
    SlipPrinted,
    SuggestionsFound,
    TextSizeChosen,
    TriesRead,
    WaitingFound,
    WaitingUnknown,
)

_LOOKS = (EyeTouched, LanguageChosen, SchemeChosen, TextSizeChosen)
_ANSWERS = (
    ChangesFound,
    ConditionsCounted,
    ConditionsOpened,
    ListFound,
    ListSlipPrinted,
    LocationFound,
    LocationSlipPrinted,
    MyLibraryFound,
    NewTitlesFound,
    OptionsFound,
    SlipPrinted,
    SuggestionsFound,
    TriesRead,
    WaitingFound,
    WaitingUnknown,
)
_CALLS = (CallFailed, CallHeard, CallTakenBack, LibrarianCalled)
_OF_THE_HOUSE = (HealthChanged, KioskLetIn, KioskShutOut, LineCameBack, LineWentDown)
_NO_ACTS = frozenset((*_LOOKS, *_ANSWERS, *_CALLS, *_OF_THE_HOUSE))


def is_act(event: Event) -> bool:
    """Whether the patron goes on: what was explained or offered before is over."""
    return type(event) not in _NO_ACTS
