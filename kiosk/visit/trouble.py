"""What went wrong, for as long as the screen explains it."""

from kiosk.events import (
    ChangesFound,
    ConditionsCounted,
    ConditionsOpened,
    Event,
    EyeTouched,
    Failed,
    HealthChanged,
    LanguageChosen,
    LineCameBack,
    LineWentDown,
    MyLibraryFound,
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
        case LanguageChosen() | TextSizeChosen() | SchemeChosen() | EyeTouched():
            return trouble
        case NewTitlesFound() | HealthChanged() | LineWentDown() | LineCameBack() | SlipPrinted():
            return trouble
        case ConditionsCounted() | ConditionsOpened():
            return trouble
        case SuggestionsFound() | TriesRead() | OptionsFound():
            return trouble  # an answer, not the patron's next act
        case MyLibraryFound() | ChangesFound():
            return trouble
    return None
