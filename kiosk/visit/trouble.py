"""What went wrong, for as long as the screen explains it."""

from kiosk.events import (
    Event,
    Failed,
    HealthChanged,
    LanguageChosen,
    LineCameBack,
    LineWentDown,
    MyReservationsFound,
    NewTitlesFound,
    OptionsFound,
    SchemeChosen,
    SlipPrinted,
    SuggestionsFound,
    TextSizeChosen,
    TriesRead,
)


def trouble_after(trouble: Exception | None, event: Event) -> Exception | None:
    match event:
        case Failed(error):
            return error
        case LanguageChosen() | TextSizeChosen() | SchemeChosen():
            return trouble
        case NewTitlesFound() | HealthChanged() | LineWentDown() | LineCameBack() | SlipPrinted():
            return trouble
        case SuggestionsFound() | MyReservationsFound() | TriesRead() | OptionsFound():
            return trouble  # an answer, not the patron's next act
    return None
