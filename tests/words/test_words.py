"""Words are said in the language of the moment."""

from pathlib import Path

import pytest

from kiosk.domain.looks import Language
from kiosk.words.words import Words
from tests.words.conftest import FOLDER, WriteArea


def test_japanese_is_said_in_japanese(japanese: Words) -> None:
    assert japanese("On loan") == "貸出中"


def test_english_is_the_source_and_needs_no_catalogue(english: Words) -> None:
    assert english("On loan") == "On loan"


def test_the_language_changes_while_the_kiosk_runs(japanese: Words) -> None:
    japanese.switch(Language.EASY_JAPANESE)
    assert japanese.language is Language.EASY_JAPANESE
    assert japanese("Book") == "{本|ほん}"


def test_a_slip_speaks_its_own_language_beside_the_screen(japanese: Words) -> None:
    english = japanese.speaking(Language.ENGLISH)
    assert english("On loan") == "On loan"
    assert japanese("On loan") == "貸出中"


@pytest.mark.parametrize(("num", "said"), [(0, "books"), (1, "1 book or"), (2, "books")])
def test_english_counts_one_and_many(english: Words, num: int, said: str) -> None:
    text = english.count(
        "%(num)d book or magazine can be reserved at a time.",
        "%(num)d books and magazines together can be reserved at a time.",
        num,
    )
    assert said in text


def test_japanese_has_one_form_for_every_number(japanese: Words) -> None:
    assert "1冊" in japanese.count(
        "%(num)d book or magazine can be reserved at a time.",
        "%(num)d books and magazines together can be reserved at a time.",
        1,
    )


def test_nothing_said_is_nothing(words: Words) -> None:
    assert words("") == ""


def test_a_percent_sign_without_values_stays(english: Words) -> None:
    assert english("100 %") == "100 %"


def test_an_unfinished_language_is_refused(japanese: Words) -> None:
    with pytest.raises(ValueError, match="ko"):
        japanese.switch(Language.KOREAN)
    assert japanese.language is Language.JAPANESE


def test_a_language_without_a_catalogue_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Words.load(tmp_path, Language.JAPANESE)


def test_areas_of_a_language_are_merged(tmp_path: Path, write_area: WriteArea) -> None:
    write_area("ja", "home", 'msgid "Home"\nmsgstr "最初へ"\n')
    write_area("ja", "staff", 'msgid "Staff"\nmsgstr "職員"\n')
    words = Words.load(tmp_path / "words", Language.JAPANESE)
    assert (words("Home"), words("Staff")) == ("最初へ", "職員")


def test_a_fuzzy_translation_is_not_said(tmp_path: Path, write_area: WriteArea) -> None:
    write_area("ja", "home", '#, fuzzy\nmsgid "Home"\nmsgstr "いえ"\n')
    assert Words.load(tmp_path / "words", Language.JAPANESE)("Home") == "Home"


def test_another_language_is_read_only_when_it_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "ja").mkdir()
    (tmp_path / "ja" / "home.po").write_bytes((FOLDER / "ja" / "common.po").read_bytes())
    words = Words.load(tmp_path, Language.JAPANESE)
    with pytest.raises(FileNotFoundError):
        words.switch(Language.EASY_JAPANESE)


def test_the_pseudo_language_is_longer_and_keeps_its_values() -> None:
    text = "Please wait %(num)d minutes"
    said = Words.pseudo().count("Please wait %(num)d minute", text, 5)
    assert "5" in said
    assert said.startswith("[")
    assert len(said) >= len(text) * 1.5


def test_the_pseudo_language_leaves_furigana_whole() -> None:
    assert "{本|ほん}" in Words.pseudo()("{本|ほん}")


def test_the_pseudo_language_leaves_a_clock_as_it_is() -> None:
    assert Words.pseudo()("%(hour)d:%(minute)02d", hour=14, minute=5) == "14:05"
