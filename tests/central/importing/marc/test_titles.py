"""A MARC 21 record becomes a title as patrons read it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pymarc import Field, Record

from kiosk.central.importing.found import Found
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.titles import found_title
from kiosk.central.importing.refusals import RowRefused
from kiosk.central.importing.titles_csv import WRONG_ISBN
from kiosk.domain.titles import CallNumber, Creator, Material, Title
from tests.central.importing.marc.records import (
    FIXED,
    control,
    data,
    record,
    with_status,
    withdrawn,
)

Becomes = Callable[[Record], Title]


def test_a_japanese_record_becomes_a_title_with_its_readings(becomes: Becomes) -> None:
    title = becomes(
        record(
            "000012345",
            control("003", "JTNDL"),
            data("020", ("a", "978-4-10-101001-4"), ("c", "350円")),
            data("084", ("a", "913.6"), ("2", "njb/09")),
            data("084", ("a", "913.65"), ("2", "njb/10")),
            data("084", ("a", "KH426"), ("2", "kktb")),
            data(
                "245", ("6", "880-01"), ("a", "港の猫 :"), ("b", "小さな話 /"), ("c", "丘みどり 著")
            ),
            data("260", ("a", "東京 :"), ("b", "みなと文庫,"), ("c", "2026.4.")),
            data("300", ("a", "212p ;"), ("c", "19cm")),
            data("490", ("a", "みなと叢書 ;"), ("v", "12")),
            data("520", ("a", "港で暮らす猫の一年。")),
            data("650", ("6", "880-04"), ("a", "ねこ"), ("x", "物語"), indicators=" 7"),
            data("653", ("a", "港")),
            data("100", ("6", "880-02"), ("a", "丘, みどり,"), ("d", "1990-"), indicators="1 "),
            data("700", ("6", "880-03"), ("a", "岬, 千里"), ("e", "絵"), indicators="1 "),
            data("880", ("6", "245-01/$1"), ("a", "ミナト ノ ネコ :"), ("b", "チイサナ ハナシ")),
            data("880", ("6", "245-01/(B"), ("a", "Minato no neko :"), ("b", "chiisana hanashi")),
            data("880", ("6", "100-02/$1"), ("a", "オカ, ミドリ,"), ("d", "1990-")),
            data("880", ("6", "100-02/(B"), ("a", "Oka, Midori")),
            data("880", ("6", "700-03/$1"), ("a", "ミサキ, チサト")),
            data("880", ("6", "650-04/$1"), ("a", "ネコ")),
        )
    )
    assert title == Title(
        id=title.id,
        name="港の猫 小さな話",
        reading="みなと の ねこ ちいさな はなし",
        creators=(Creator("丘 みどり", "おか みどり"), Creator("岬 千里", "みさき ちさと", "絵")),
        publisher="みなと文庫",
        year=2026,
        call_number=CallNumber("913.65"),
        isbn="9784101010014",
        summary="港で暮らす猫の一年。",
        subjects=("ねこ--物語", "港"),
        series="みなと叢書 ; 12",
        extent="212p",
        added_on=date(2024, 4, 1),
    )
    assert title.id == "000012345"


def test_the_librarys_own_call_number_goes_before_the_class(becomes: Becomes) -> None:
    own = data("090", ("a", "913.6"), ("b", "オカ"), ("c", "1"))
    ndc = data("084", ("a", "910"), ("2", "njb/10"))
    assert becomes(record("1", own, ndc)).call_number == CallNumber("913.6", "オカ", "1")
    shelved = data("852", ("h", "388"), ("i", "ミサ"))
    assert becomes(record("1", shelved, ndc)).call_number == CallNumber("388", "ミサ")


def test_dewey_counts_only_where_the_mapping_says_so(
    becomes: Becomes, mapping: MarcMapping
) -> None:
    dewey = record("1", data("082", ("a", "895.6/35")))
    assert becomes(dewey).call_number == CallNumber("")
    asked = found_title(1, dewey, replace(mapping, other_ndc=("082a",))).record
    assert asked is not None
    assert asked.call_number == CallNumber("895.6/35")


def test_a_wrong_isbn_is_reported_and_the_title_comes(
    found: Callable[[Record], Found[Title]],
) -> None:
    one = found(record("1", data("020", ("a", "9784101010015"))))
    assert one.record is not None
    assert (one.record.isbn, one.remarks) == (None, (WRONG_ISBN,))
    right = data("020", ("a", "4-10-101001-X (文庫)"))
    assert found(record("1", right)).remarks == (WRONG_ISBN,)
    both = found(record("1", data("020", ("a", "x")), data("020", ("a", "4101010013 (pbk.)"))))
    assert both.record is not None
    assert (both.record.isbn, both.remarks) == ("9784101010014", (WRONG_ISBN,))


def test_a_cancelled_isbn_is_none(found: Callable[[Record], Found[Title]]) -> None:
    one = found(record("1", data("020", ("z", "9784101010015"), ("c", "350円"))))
    assert one.remarks == ()


def test_a_deleted_record_is_withdrawn(found: Callable[[Record], Found[Title]]) -> None:
    gone = found(withdrawn("0077"))
    assert (gone.key, gone.record) == ("0077", None)


@pytest.mark.parametrize(
    ("fields", "year", "publisher"),
    [
        ([data("260", ("b", "[港書房],"), ("c", "昭和62年 [1987]."))], 1987, "港書房"),
        ([data("264", ("b", "印刷所"), ("c", "1999"), indicators=" 3")], 2026, ""),
        (
            [
                data("264", ("b", "印刷所"), ("c", "1999"), indicators=" 3"),
                data("264", ("b", "港書房,"), ("c", "2020"), indicators=" 1"),
            ],
            2020,
            "港書房",
        ),
        ([data("260", ("c", "[出版年不明]"))], 2026, ""),
        ([], 2026, ""),
    ],
)
def test_publisher_and_year_are_those_of_publication(
    becomes: Becomes, fields: list[Field], year: int, publisher: str
) -> None:
    title = becomes(record("1", *fields))
    assert (title.year, title.publisher) == (year, publisher)


@pytest.mark.parametrize(
    ("fields", "coded", "language"),
    [
        ([], "jpn", "ja"),
        ([], "eng", "en"),
        ([data("041", ("a", "chi"), ("h", "jpn"))], "jpn", "zh"),
        ([data("041", ("a", "korjpn"))], "   ", "ko"),
        ([], "zxx", "ja"),
        ([], "|||", "ja"),
    ],
)
def test_the_language_has_two_letters(
    becomes: Becomes, fields: list[Field], coded: str, language: str
) -> None:
    fixed = FIXED[:35] + coded + FIXED[38:]
    assert becomes(record("1", *fields, fixed=fixed)).language == language


@pytest.mark.parametrize(
    ("audience", "call", "is_for_children", "ndc"),
    [
        ("j", "913.6", True, "913.6"),
        ("a", "913.6", True, "913.6"),
        ("d", "913.6", False, "913.6"),
        ("e", "913.6", False, "913.6"),
        (" ", "913.6", False, "913.6"),
        (" ", "K913", True, "913"),
        (" ", "E", True, ""),
    ],
)
def test_who_it_is_for_is_coded_or_stands_on_the_spine(
    becomes: Becomes, audience: str, call: str, ndc: str, *, is_for_children: bool
) -> None:
    fixed = FIXED[:22] + audience + FIXED[23:]
    title = becomes(record("1", data("090", ("a", call)), fixed=fixed))
    assert (title.is_for_children, title.call_number.ndc) == (is_for_children, ndc)


@pytest.mark.parametrize(
    ("status", "carrier", "material"),
    [
        ("6=a", "", Material.BOOK),
        ("6=as", "", Material.MAGAZINE),
        ("6=j", "sd fungnn", Material.CD),
        ("6=i", "", Material.CD),
        ("6=g", "vd cvaizq", Material.DVD),
        ("6=g", "vf cbahos", Material.VIDEO),
    ],
)
def test_the_form_follows_from_leader_and_007(
    becomes: Becomes, status: str, carrier: str, material: Material
) -> None:
    fields = [control("007", carrier)] if carrier else []
    assert becomes(record("1", *fields, leader=with_status(status))).material is material


@pytest.mark.parametrize(
    ("place", "sign", "ndc", "material"),
    [
        (23, "d", "913.6", Material.LARGE_PRINT),
        (24, "6", "", Material.COMIC),
        (0, "2", "726.1", Material.COMIC),
        (0, "2", "726.6", Material.PICTURE_BOOK),
        (0, "2", "726.5", Material.BOOK),
    ],
)
def test_some_books_are_told_apart(
    becomes: Becomes, place: int, sign: str, ndc: str, material: Material
) -> None:
    fixed = FIXED[:place] + sign + FIXED[place + 1 :]
    call = data("090", ("a", ndc))
    assert becomes(record("1", call, fixed=fixed)).material is material


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (record(" "), "no control number"),
        (record("/ /"), "The title's number is none of 1 to 64"),
        (record("1" * 65), "The title's number is none of 1 to 64"),
        (record("1", data("245", ("c", "誰か"))), "no title (245 $a)"),
        (record("1", data("245", ("a", " / "))), "no title (245 $a)"),
        (record("1", leader=with_status("6=r")), "Its form (leader/06 'r')"),
    ],
)
def test_what_no_title_can_be_made_of_is_refused(
    made: Record, reason: str, mapping: MarcMapping
) -> None:
    with pytest.raises(RowRefused, match=r".*") as refused:
        found_title(1, made, mapping)
    assert reason in refused.value.reason


def test_a_number_with_other_signs_becomes_an_id_that_may_stand_in_an_address(
    becomes: Becomes, mapping: MarcMapping
) -> None:
    assert becomes(record("   11224468 /AC")).id == "11224468-AC"
    prefixed = found_title(1, record("12"), replace(mapping, id_prefix="ndl:"))
    assert prefixed.key == "ndl:12"


@pytest.mark.parametrize(
    ("entered", "day"),
    [
        ("680101", date(1968, 1, 1)),
        ("991231", date(1999, 12, 31)),
        ("000229", date(2000, 2, 29)),
        ("671231", date(2067, 12, 31)),
        ("260230", None),
        ("      ", None),
    ],
)
def test_the_day_of_entry_is_when_it_came(becomes: Becomes, entered: str, day: date | None) -> None:
    assert becomes(record("1", fixed=entered + FIXED[6:])).added_on == day


def test_a_record_without_fixed_data_is_a_title_too(becomes: Becomes) -> None:
    title = becomes(record("1", control("008", "")))
    assert (title.year, title.language, title.added_on) == (None, "ja", None)


def test_people_have_roles_and_stand_once(becomes: Becomes) -> None:
    made = record(
        "1",
        data("100", ("a", "Collins, Jack,"), ("d", "1950-"), ("e", "author.")),
        data("700", ("a", "Collins, Jack."), ("4", "aut")),
        data("700", ("a", "Hill, Ann"), ("4", "trl")),
        data("700", ("a", "Hill, Bo"), ("e", "narrator")),
        data("700", ("a", "Other, Oli"), ("t", "A work inside")),
        data("710", ("a", "みなと市."), ("b", "図書館")),
    )
    assert becomes(made).creators == (
        Creator("Collins, Jack"),
        Creator("Hill, Ann", role="訳"),
        Creator("Hill, Bo", role="narrator"),
        Creator("みなと市 図書館"),
    )


def test_a_parallel_title_and_a_latin_subtitle_keep_their_marks(becomes: Becomes) -> None:
    parallel = data("245", ("a", "港の猫 ="), ("b", "Harbour cats /"))
    assert becomes(record("1", parallel)).name == "港の猫 = Harbour cats"
    latin = data("245", ("a", "Harbour cats :"), ("b", "a year /"))
    assert becomes(record("1", latin)).name == "Harbour cats : a year"
