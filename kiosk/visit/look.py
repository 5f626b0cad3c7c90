"""How the screen speaks and looks."""

from dataclasses import dataclass, replace

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.events import (
    Event,
    LanguageChosen,
    SchemeChosen,
    TextSizeChosen,
)


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen speaks and looks; forgotten with the visit."""

    language: Language = Language.JAPANESE
    size: TextSize = TextSize.STANDARD
    scheme: Scheme = Scheme.LIGHT

    def after(self, event: Event) -> "Look":
        match event:
            case LanguageChosen(language):
                return replace(self, language=language)
            case TextSizeChosen(size):
                return replace(self, size=size)
            case SchemeChosen(scheme):
                return replace(self, scheme=scheme)
        return self
