"""Of a field and its other scripts one is shown, and the one in kana is its reading."""

from collections.abc import Callable

import pytest
from pymarc import Record

from kiosk.central.importing.marc.written import clean, is_latin
from kiosk.domain.titles import Creator, Title
from tests.central.importing.marc.records import control, data, record

Becomes = Callable[[Record], Title]


def test_an_american_record_shows_its_japanese_script(becomes: Becomes) -> None:
    made = record(
        "1",
        control("003", "DLC"),
        data("100", ("6", "880-01"), ("a", "Natsume, Sōseki,"), ("d", "1867-1916.")),
        data("245", ("6", "880-02"), ("a", "Wagahai wa neko de aru /"), ("c", "Natsume Sōseki.")),
        data("260", ("6", "880-03"), ("a", "Tōkyō :"), ("b", "Iwanami Shoten,"), ("c", "2016.")),
        data("880", ("6", "100-01/$1"), ("a", "夏目漱石,"), ("d", "1867-1916."), indicators="1 "),
        data("880", ("6", "245-02/$1"), ("a", "吾輩は猫である /"), ("c", "夏目漱石.")),
        data("880", ("6", "260-03/$1"), ("a", "東京 :"), ("b", "岩波書店,"), ("c", "2016.")),
    )
    title = becomes(made)
    assert (title.name, title.reading) == ("吾輩は猫である", None)
    assert title.creators == (Creator("夏目漱石"),)
    assert (title.publisher, title.year) == ("岩波書店", 2016)


@pytest.mark.parametrize("script", ["한국의 고양이", "港口的猫", "Кошка"])
def test_other_scripts_are_shown_too(becomes: Becomes, script: str) -> None:
    heading = data("245", ("6", "880-01"), ("a", "Romanised"))
    made = record("1", heading, data("880", ("6", "245-01"), ("a", script)))
    assert becomes(made).name == script


def test_a_latin_title_keeps_its_name_where_kana_is_its_reading(becomes: Becomes) -> None:
    heading = data("245", ("6", "880-01"), ("a", "ONE CAT"))
    kana = data("880", ("6", "245-01/$1"), ("a", "ワン キャット"))
    latin = data("880", ("6", "245-01/(B"), ("a", "Wan kyatto"))
    for made in (
        record("1", control("003", "JTNDL"), heading, kana),
        record("1", heading, kana, latin),
    ):
        title = becomes(made)
        assert (title.name, title.reading) == ("ONE CAT", "わん きゃっと")


def test_a_romanised_title_that_is_written_in_kana_is_shown_in_kana(becomes: Becomes) -> None:
    heading = data("245", ("6", "880-01"), ("a", "Sutā"))
    title = becomes(record("1", heading, data("880", ("6", "245-01/$1"), ("a", "スター"))))
    assert (title.name, title.reading) == ("スター", None)


def test_links_lead_to_their_own_field_only(becomes: Becomes) -> None:
    made = record(
        "1",
        data("245", ("6", "880-01"), ("a", "港")),
        data("100", ("6", "880-02"), ("a", "丘")),
        data("880", ("6", "100-01/$1"), ("a", "チガウ")),
        data("880", ("6", "245-02/$1"), ("a", "チガウ")),
        data("880", ("6", "245-00/$1"), ("a", "チガウ")),
        data("880", ("a", "チガウ")),
    )
    assert becomes(made).reading is None
    assert becomes(made).creators == (Creator("丘"),)


@pytest.mark.parametrize("link", ["", "880", "880-00", "xxx-01", "880-01/"])
def test_a_link_that_is_none_leads_nowhere(becomes: Becomes, link: str) -> None:
    heading = data("245", ("6", link), ("a", "港"))
    title = becomes(record("1", heading, data("880", ("6", link), ("a", "ミナト"))))
    assert (title.name, title.reading) == ("港", None)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("港の猫 /", "港の猫"),
        ("港の猫 : ", "港の猫"),
        ("Ter-Pogossian, Michel M.", "Ter-Pogossian, Michel M."),
        ("Libraries.", "Libraries"),
        ("the workshop ... /", "the workshop ..."),
        ("\x98The\x9c cats", "The cats"),
        ("か\u3099", "が"),
        (" /", ""),
    ],
)
def test_the_marks_between_subfields_are_no_part_of_them(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "latin"),
    [("Sōseki, 1867-", True), ("ha’in ʻulamāʾ", True), ("漱石", False), ("A面", False), ("", True)],
)
def test_romanised_text_is_latin(text: str, *, latin: bool) -> None:
    assert is_latin(text) is latin
