"""Volumes and issues know their set, where the record says so clearly."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pymarc import Record

from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.parts import rank_of, set_of
from kiosk.domain.titles import Title
from tests.central.importing.marc.records import control, data, record, with_status

PART = with_status("19=b")


def test_a_volume_has_its_part_in_the_name_and_its_rank(
    becomes: Callable[[Record], Title],
) -> None:
    heading = data("245", ("6", "880-01"), ("a", "細い道."), ("n", "下巻,"), ("p", "冬 /"))
    kana = data("880", ("6", "245-01/$1"), ("a", "ホソイ ミチ."), ("n", "ゲカン,"), ("p", "フユ"))
    title = becomes(record("2", heading, kana, data("773", ("w", "1"))))
    assert (title.name, title.reading) == ("細い道 下巻 冬", "ほそい みち げかん ふゆ")
    assert (title.set_id, title.part, title.part_rank) == ("1", "下巻 冬", 3)


@pytest.mark.parametrize(
    ("part", "rank"),
    [
        ("", 0),
        ("1", 1),
        ("第2巻", 2),
        ("第十二巻", 12),
        ("二十三", 23),
        ("二〇", 20),
        ("上", 1),
        ("中巻", 2),
        ("下巻", 3),
        ("2026年11月号", 2026011),
        ("別冊", 0),
        ("999999 999999", 999999 * 1000 + 999999),
    ],
)
def test_parts_have_their_order(part: str, rank: int) -> None:
    assert rank_of(part) == rank


def test_parts_stay_in_order_whatever_stands_in_them() -> None:
    assert rank_of("9" * 6 + " " + "9" * 6) < 2**31


def test_numbers_of_other_catalogues_are_none_of_ours(mapping: MarcMapping) -> None:
    own = control("003", "JTNDL")
    ours, theirs = data("773", ("w", "(JTNDL)0012")), data("773", ("w", "(OCoLC)77"))
    assert set_of(record("1", own, ours), mapping) == "0012"
    assert set_of(record("1", own, theirs), mapping) is None
    assert set_of(record("1", own, theirs, ours), mapping) == "0012"
    assert set_of(record("1", ours), mapping) is None
    assert set_of(record("1", data("773", ("t", "港の本"))), mapping) is None


def test_a_series_is_a_set_only_for_a_part_of_it(mapping: MarcMapping) -> None:
    series = data("830", ("a", "港の本"), ("w", "99"))
    assert set_of(record("1", series), mapping) is None
    assert set_of(record("1", series, leader=PART), mapping) == "99"


def test_a_set_has_the_prefix_of_its_catalogue(mapping: MarcMapping) -> None:
    prefixed = replace(mapping, id_prefix="ndl-")
    assert set_of(record("1", data("773", ("w", "7"))), prefixed) == "ndl-7"
