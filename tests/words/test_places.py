"""Branches, floors and shelves, told to those who read Japanese and to those who do not."""

import pytest

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.words.places import (
    branch_name,
    floor_name,
    library_name,
    room_name,
    shelf_in_room,
    shelf_name,
)
from kiosk.words.words import Words

MAIN = Branch(BranchId("main"), "本館", "Main Library")
NAMELESS = Branch(BranchId("west"), "西分館")
HERE = Standpoint("みなと市立図書館", "港", MAIN, latin_library="Minato City Library")


def test_a_branch_has_a_name_in_the_letters_of_the_patron(words: Words, english: Words) -> None:
    expected = "Main Library" if words.language is english.language else "本館"
    assert branch_name(words, MAIN) == expected
    assert branch_name(words, NAMELESS) == "西分館"


def test_the_library_has_too(japanese: Words, easy: Words, english: Words) -> None:
    assert library_name(english, HERE) == "Minato City Library"
    assert library_name(japanese, HERE) == library_name(easy, HERE) == "みなと市立図書館"
    assert library_name(english, Standpoint("町の図書館", "町", MAIN)) == "町の図書館"


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        ("2階", "Floor 2"),
        ("２階", "Floor 2"),
        ("12F", "Floor 12"),
        ("地下1階", "Basement 1"),
        ("B1", "Basement 1"),
        ("屋上", "Roof"),
        ("1階 児童", "Floor 1, Children’s books"),
        ("2階　一般", "Floor 2, General"),
        ("児童", "Children’s books"),
        ("3階 やぐら", "Floor 3, やぐら"),
        ("別棟", "別棟"),
        ("", ""),
    ],
)
def test_floors_are_told_in_english(english: Words, signed: str, said: str) -> None:
    assert floor_name(english, signed) == said


@pytest.mark.parametrize(
    "signed", ["2階", "地下1階", "1階 児童", "2階 一般", "屋上", "3階 郷土", "中2階", "別棟", ""]
)
def test_in_japanese_a_floor_is_said_as_it_is_signed(
    japanese: Words, easy: Words, signed: str
) -> None:
    assert floor_name(japanese, signed) == floor_name(easy, signed) == signed


def test_a_shelf_is_told_by_its_number_or_its_word(japanese: Words, english: Words) -> None:
    assert shelf_name(japanese, "24") == "24番の棚"
    assert shelf_name(japanese, "郷土") == "「郷土」の棚"
    assert shelf_name(english, "24") == "Shelf 24"
    assert shelf_name(english, "C-11") == "Shelf C-11"
    assert shelf_name(english, "新着") == "Shelf “New titles”"
    assert shelf_name(english, "緑の本") == "Shelf “緑の本”"


def test_the_way_leads_from_the_large_to_the_small(japanese: Words, english: Words) -> None:
    assert room_name(japanese, MAIN, "2階") == "本館 2階"
    assert room_name(english, MAIN, "2階") == "Main Library, Floor 2"
    assert room_name(english, MAIN, "") == "Main Library"
    assert shelf_in_room(japanese, MAIN, "2階", "24", is_here=True) == "本館 2階　24番の棚"
    assert shelf_in_room(japanese, MAIN, "2階", "", is_here=True) == "本館 2階"
    assert shelf_in_room(english, MAIN, "2階", "24", is_here=False) == (
        "Main Library, Floor 2, Shelf 24"
    )


def test_in_latin_letters_the_branch_where_one_stands_is_not_named(english: Words) -> None:
    assert shelf_in_room(english, MAIN, "2階", "24", is_here=True) == "Floor 2, Shelf 24"
    assert shelf_in_room(english, MAIN, "", "24", is_here=True) == "Main Library, Shelf 24"
