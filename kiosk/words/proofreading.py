"""What one translation must keep: its source's %(placeholders)s, and furigana well made."""

import re
from collections.abc import Iterator

from kiosk.domain.looks import Language
from kiosk.words.furigana import parse

_PLACEHOLDER = re.compile(r"%\((\w+)\)[-+ 0#\d.]*([a-z])")
_STRAY_PERCENT = re.compile(r"%(?!\(\w+\)[-+ 0#\d.]*[a-z]|%)")
_KANJI = re.compile(r"[々〆㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")


def find_faults(source: str, translation: str, language: Language) -> Iterator[str]:
    """The kinds of what is wrong: "placeholders", "furigana", "kanji without furigana"."""
    if not has_same_placeholders(source, translation):
        yield "placeholders"
    if not is_well_marked(translation):
        yield "furigana"
    if language is Language.EASY_JAPANESE and has_bare_kanji(translation):
        yield "kanji without furigana"


def has_same_placeholders(source: str, translation: str) -> bool:
    """Whether both take the same values in the same form, and no lone % spoils the filling in."""
    wanted = set(_PLACEHOLDER.findall(source))
    if wanted and _STRAY_PERCENT.search(translation):
        return False
    return wanted == set(_PLACEHOLDER.findall(translation))


def is_well_marked(text: str) -> bool:
    """Whether every brace and bar belongs to {漢字|かんじ}, with kana as the reading."""
    runs = parse(text)
    bare = "".join(run.base for run in runs if run.reading is None)
    readings = [run.reading for run in runs if run.reading is not None]
    return not set("{|}") & set(bare) and all(_KANA.fullmatch(reading) for reading in readings)


def has_bare_kanji(text: str) -> bool:
    return any(_KANJI.search(run.base) for run in parse(text) if run.reading is None)
