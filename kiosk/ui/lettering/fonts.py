"""Which letters a language is set in, and in which line boxes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.domain.looks import Language

_JAPANESE = (Language.JAPANESE, Language.EASY_JAPANESE)
_HEADINGS = frozenset({"title", "head", "display"})


@dataclass(frozen=True, slots=True)
class Families:
    """The families of one kind of letters, the first that has a letter draws it."""

    names: tuple[str, ...]

    def font(self, px: int, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(list(self.names))
        font.setPixelSize(px)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


class Fonts:
    """The families and line factors of every language, out of the tokens."""

    def __init__(self, tokens: Mapping[str, Any]) -> None:
        self._tokens = tokens

    def families(
        self, language: Language, *, numbers: bool = False, literary: bool = False
    ) -> Families:
        spoken = tuple(self._tokens[language.value]["families"])
        if literary:
            script = "literary" if language in _JAPANESE else "literary_latin"
            return Families((*self._tokens[script]["families"], *spoken))
        if numbers:
            return Families((*self._tokens["numbers"]["families"], *spoken))
        return Families(spoken)

    def line_factor(self, language: Language, role: str) -> float:
        """The height of a line box in parts of the letter's size."""
        kind = "heading" if role in _HEADINGS else "key" if role == "key" else "text"
        return float(self._tokens[language.value]["line"][kind])

    def missing(self) -> tuple[str, ...]:
        """Families that this machine does not have; needs a running Qt application."""
        known = set(QFontDatabase.families())
        wanted = {
            name
            for entry in self._tokens.values()
            if isinstance(entry, dict)
            for name in entry.get("families", ())
        }
        return tuple(sorted(wanted - known))
