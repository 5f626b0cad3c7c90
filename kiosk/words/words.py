"""What is said, in one language at a time, switched while running."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path
from typing import ClassVar, Protocol

from kiosk.domain.looks import Language
from kiosk.words.catalogues import Catalogues
from kiosk.words.pseudo import PseudoCatalogues


class _Catalogues(Protocol):
    def of(self, language: Language) -> NullTranslations: ...


class Words:
    """Sentences for patrons and staff: `words("Reserve")`, `words.count("%(num)d day", …)`."""

    offered: ClassVar[tuple[Language, ...]] = (
        Language.JAPANESE,
        Language.EASY_JAPANESE,
        Language.ENGLISH,
    )

    def __init__(self, catalogues: _Catalogues, language: Language) -> None:
        self._catalogues = catalogues
        self.switch(language)

    @classmethod
    def load(cls, folder: Path, language: Language) -> Words:
        """Read one language of the folder; another one is read when first switched to."""
        return cls(Catalogues(folder), language)

    @classmethod
    def pseudo(cls) -> Words:
        """English made 60 % longer and bracketed: shows what overflows and what is untranslated."""
        return cls(PseudoCatalogues(), Language.ENGLISH)

    @property
    def language(self) -> Language:
        return self._language

    def switch(self, language: Language) -> None:
        """Raises ValueError for a language that is not finished."""
        if language not in self.offered:
            raise ValueError(language)
        self._translations = self._catalogues.of(language)
        self._language = language

    def speaking(self, language: Language) -> Words:
        """Other words beside these, from the same catalogues: for a slip, for the staff."""
        return Words(self._catalogues, language)

    def __call__(self, text: str, /, **values: object) -> str:
        said = self._translations.gettext(text) if text else ""
        return said % values if values else said

    def count(self, singular: str, plural: str, num: int, /, **values: object) -> str:
        """The form that fits the number, which stands in it as %(num)d."""
        return self._translations.ngettext(singular, plural, num) % {"num": num, **values}
