"""The catalogues of one language: every area's .po file, merged, as gettext reads them."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kiosk.domain.looks import Language

LOCALE = {Language.JAPANESE: "ja", Language.EASY_JAPANESE: "ja"}  # whose plural rules hold


class Catalogues:
    """Reads a language when it is first spoken, and keeps it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Language, NullTranslations] = {}

    def of(self, language: Language) -> NullTranslations:
        if language not in self._read:
            self._read[language] = read_language(self._folder, language)
        return self._read[language]


def read_language(folder: Path, language: Language) -> NullTranslations:
    """English is the source and has no catalogue.

    Raises:
        FileNotFoundError: there is no area file of this language.
    """
    if language is Language.ENGLISH:
        return NullTranslations()
    merged = Catalog(locale=LOCALE[language], fuzzy=False)
    for area in area_files(folder, language):
        for message in read_area(area, language):
            if message.id and not message.fuzzy:
                merged[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)


def area_files(folder: Path, language: Language) -> list[Path]:
    files = sorted((folder / language.value).glob("*.po"))
    if not files:
        raise FileNotFoundError(folder / language.value / "*.po")
    return files


def read_area(file: Path, language: Language) -> Catalog:
    with file.open("rb") as po:
        return read_po(po, locale=LOCALE[language], abort_invalid=True)
