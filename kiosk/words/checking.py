"""Whether every sentence of the program is said in every offered language, and well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from kiosk.domain.looks import Language
from kiosk.words.catalogues import area_files, read_area
from kiosk.words.extracting import extract, find_unreadable
from kiosk.words.proofreading import find_faults
from kiosk.words.words import Words


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be mended before the words are complete."""

    kind: str  # "missing", "fuzzy", "unused", "duplicated", "placeholders", "furigana", …
    language: str
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.language or 'source'}: {self.kind}: {self.text!r} ({self.where})"


def check(source: Path, folder: Path) -> tuple[Finding, ...]:
    """Compare what is said under `source` with the catalogues under `folder`."""
    said = extract(source)
    findings = [Finding("not plain text", "", *found) for found in find_unreadable(source)]
    for language in Words.offered:
        if language is not Language.ENGLISH:
            findings += _check_language(said, folder, language)
    return tuple(findings)


def _check_language(said: Catalog, folder: Path, language: Language) -> Iterator[Finding]:
    areas = {file.stem: read_area(file, language) for file in area_files(folder, language)}
    known: dict[str, str] = {}  # the sentence, and the area where it stands
    for area, catalogue in areas.items():
        for message in catalogue:
            if not message.id:
                continue
            where, text = f"{area}.po", _text_of(message)
            if text in known:
                where = f"{where}, {known[text]}"
                yield Finding("duplicated", language, where, text)
            known[text] = f"{area}.po"
            for kind in _check_message(said, message, language):
                yield Finding(kind, language, where, text)
        for message in catalogue.obsolete.values():
            yield Finding("unused", language, f"{area}.po", _text_of(message))
    yield from _check_missing(said, known, language)


def _check_missing(said: Catalog, known: dict[str, str], language: Language) -> Iterator[Finding]:
    for message in said:
        if message.id and _text_of(message) not in known:
            file, line = message.locations[0]
            yield Finding("missing", language, f"{file}:{line}", _text_of(message))


def _check_message(said: Catalog, message: Message, language: Language) -> Iterator[str]:
    """The kinds of faults of one entry."""
    source = said.get(_text_of(message))
    if source is None:
        yield "unused"
    elif source.pluralizable != message.pluralizable or (
        source.pluralizable and source.id != message.id
    ):
        yield "plural differs"
    if message.fuzzy:
        yield "fuzzy"
    if not all(_strings_of(message)):
        yield "missing"
    for translation in filter(None, _strings_of(message)):
        yield from find_faults(_plural_of(message), translation, language)


def _text_of(message: Message) -> str:
    """The sentence itself; of a plural its first form."""
    return _forms_of(message.id)[0]


def _plural_of(message: Message) -> str:
    return _forms_of(message.id)[-1]


def _strings_of(message: Message) -> tuple[str, ...]:
    return _forms_of(message.string or "")


def _forms_of(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
