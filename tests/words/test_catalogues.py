"""The words of the kiosk are complete, and the check that says so can say otherwise."""

from pathlib import Path
from typing import Protocol

import pytest

from kiosk.words.checking import Finding, check
from tests.words.conftest import FOLDER, HOUSE, WriteArea

SAID = 'def greet(words):\n    return words("Home")\n'
COUNTED = 'def tell(words, n):\n    return words.count("%(num)d day", "%(num)d days", n)\n'
HOME = 'msgid "Home"\nmsgstr "{最初|さいしょ}へ"\n'


class Find(Protocol):
    """Finds (language, kind) of all that is wrong, in a house that says `source`."""

    def __call__(self, source: str = SAID) -> set[tuple[str, str]]: ...


def test_every_sentence_is_said_in_every_language() -> None:
    assert [str(finding) for finding in check(HOUSE / "kiosk", FOLDER)] == []


@pytest.fixture
def findings(tmp_path: Path, write_area: WriteArea) -> Find:
    """What the check says of a house with one sentence, complete but for what is planted."""
    write_area("ja", "home", HOME)
    write_area("easy", "home", HOME)

    def find(source: str = SAID) -> set[tuple[str, str]]:
        (tmp_path / "kiosk").mkdir()
        (tmp_path / "kiosk" / "page.py").write_text(source, encoding="utf-8")
        found: tuple[Finding, ...] = check(tmp_path / "kiosk", tmp_path / "words")
        return {(finding.language, finding.kind) for finding in found}

    return find


def test_a_complete_house_has_no_findings(findings: Find) -> None:
    assert findings() == set()


def test_a_missing_sentence_is_found(findings: Find) -> None:
    more = SAID + 'more = words("More")\n'
    assert findings(more) == {("ja", "missing"), ("easy", "missing")}


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ('msgid "Home"\nmsgstr ""\n', "missing"),
        ("#, fuzzy\n" + HOME, "fuzzy"),
        (HOME + 'msgid "Gone"\nmsgstr "さようなら"\n', "unused"),
        (HOME + '#~ msgid "Gone"\n#~ msgstr "さようなら"\n', "unused"),
        ('msgid "Home"\nmsgstr "%(place)sへ"\n', "placeholders"),
        ('msgid "Home"\nmsgstr "最初へ"\n', "kanji without furigana"),
        ('msgid "Home"\nmsgstr "{最初|さいしょへ"\n', "furigana"),
        ('msgid "Home"\nmsgstr "{最初|最初}へ"\n', "furigana"),
    ],
)
def test_a_planted_fault_is_found(
    findings: Find, write_area: WriteArea, entries: str, kind: str
) -> None:
    write_area("easy", "home", entries)
    assert ("easy", kind) in findings()


def test_kanji_of_standard_japanese_need_no_furigana(findings: Find, write_area: WriteArea) -> None:
    write_area("ja", "home", 'msgid "Home"\nmsgstr "最初へ"\n')
    assert findings() == set()


def test_a_sentence_in_two_areas_is_found(findings: Find, write_area: WriteArea) -> None:
    write_area("ja", "staff", HOME)
    assert findings() == {("ja", "duplicated")}


def test_a_plural_that_lacks_its_number_is_found(findings: Find, write_area: WriteArea) -> None:
    entry = 'msgid "%(num)d day"\nmsgid_plural "%(num)d days"\nmsgstr[0] "「なんにち」"\n'
    for language in ("ja", "easy"):
        write_area(language, "home", entry)
    assert findings(COUNTED) == {("ja", "placeholders"), ("easy", "placeholders")}


def test_a_plural_translated_as_one_sentence_is_found(
    findings: Find, write_area: WriteArea
) -> None:
    for language in ("ja", "easy"):
        write_area(language, "home", 'msgid "%(num)d day"\nmsgstr "%(num)dにち"\n')
    assert findings(COUNTED) == {("ja", "plural differs"), ("easy", "plural differs")}


@pytest.mark.parametrize(
    "call", ["words(name)", 'words(f"Home {name}")', 'words("a" if x else "b")']
)
def test_a_sentence_that_no_translator_can_see_is_found(findings: Find, call: str) -> None:
    assert ("", "not plain text") in findings(SAID + f"more = {call}\n")
