"""Titles in a CSV file become titles by a mapping."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.central.importing.csv_form import Encoding
from kiosk.central.importing.files import ImportKind, Order
from kiosk.central.importing.report import Report
from kiosk.central.storage.database import Database
from kiosk.domain.errors import SettingWrong
from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId
from tests.central.importing.csv_files import WriteCsv
from tests.central.importing.importing import (
    CARDS,
    SHIPPED,
    Heard,
    changes_in,
    import_kind,
    import_order,
    titles_in,
)
from tests.central.importing.stock import TITLE_COLUMNS as COLUMNS

CAT = {"id": "b1", "name": "港の猫"}
DOG = {"id": "b2", "name": "港の犬"}
BIRD = {"id": "b3", "name": "港の鳥"}


def take(database: Database, *files: Path) -> Heard:
    return import_kind(database, ImportKind.TITLES, *files)


def test_a_row_becomes_a_title(database: Database, as_csv: WriteCsv) -> None:
    row = {
        "id": "b1",
        "name": "細い道 下巻",
        "reading": "ホソイ ミチ ゲカン",
        "creators": "丘 みどり; 岬 千里",
        "creator_readings": "オカ ミドリ;ミサキ チサト",
        "creator_roles": ";訳",
        "publisher": "みなと文庫",
        "year": "2018",
        "material": "絵本",
        "ndc": "913.6",
        "mark": "オカ",
        "volume": "下",
        "language": "jpn",
        "isbn": "978-4-10-101001-4",
        "is_for_children": "はい",
        "summary": "冬の道。",
        "subjects": "道;冬;",
        "series": "みなと叢書",
        "extent": "388p",
        "added_on": "2026-04-01",
        "set_id": "b0",
        "part": "下巻",
        "part_rank": "2",
        "work": "hosoi-michi",
        "withdrawn": "0",
    }
    assert take(database, as_csv(COLUMNS, row)).report == Report(changed=1)
    assert titles_in(database)["b1"] == Title(
        id=TitleId("b1"),
        name="細い道 下巻",
        reading="ほそい みち げかん",
        creators=(
            Creator("丘 みどり", "おか みどり"),
            Creator("岬 千里", "みさき ちさと", "訳"),
        ),
        publisher="みなと文庫",
        year=2018,
        material=Material.PICTURE_BOOK,
        call_number=CallNumber("913.6", "オカ", "下"),
        isbn="9784101010014",
        is_for_children=True,
        summary="冬の道。",
        subjects=("道", "冬"),
        series="みなと叢書",
        extent="388p",
        added_on=date(2026, 4, 1),
        set_id=TitleId("b0"),
        part="下巻",
        part_rank=2,
        work="hosoi-michi",
    )


def test_empty_cells_are_what_nobody_knows(database: Database, as_csv: WriteCsv) -> None:
    take(database, as_csv(COLUMNS, CAT))
    assert titles_in(database)["b1"] == Title(id=TitleId("b1"), name="港の猫")


def test_a_second_file_corrects_one_and_withdraws_another_and_touches_no_third(
    database: Database, as_csv: WriteCsv
) -> None:
    take(database, as_csv(COLUMNS, CAT, DOG, BIRD))
    second = as_csv(
        COLUMNS, {**CAT, "name": "港の猫たち"}, {"id": "b2", "withdrawn": "1"}, name="second.csv"
    )
    assert take(database, second).report == Report(changed=1, withdrawn=1)
    assert changes_in(database, after=3) == ["b1", "b2"]
    assert {key: title.name for key, title in titles_in(database).items()} == {
        "b1": "港の猫たち",
        "b3": "港の鳥",
    }
    assert take(database, second).report == Report(unchanged=2)
    assert changes_in(database, after=5) == []


def test_a_withdrawn_title_may_come_back(database: Database, as_csv: WriteCsv) -> None:
    take(database, as_csv(COLUMNS, CAT))
    take(database, as_csv(COLUMNS, {**CAT, "withdrawn": "yes"}))
    assert titles_in(database) == {}
    assert take(database, as_csv(COLUMNS, CAT)).report == Report(changed=1)
    assert list(titles_in(database)) == ["b1"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"id": ""}, "id is empty."),
        ({"id": "港"}, "The title's number is none of 1 to 64 letters and digits."),
        ({"name": " "}, "name is empty."),
        ({"year": "昭和62"}, "year is no number from 0 to 9999."),
        ({"year": "10000"}, "year is no number from 0 to 9999."),
        ({"year": "-1"}, "year is no number from 0 to 9999."),
        ({"material": "巻物"}, "material is nothing that the mapping knows."),
        ({"is_for_children": "maybe"}, "is_for_children is neither yes nor no"),
        ({"added_on": "2026/04/01"}, "added_on is no date of the form %Y-%m-%d."),
        ({"added_on": "2026-02-30"}, "added_on is no date of the form %Y-%m-%d."),
        ({"creators": "丘", "creator_roles": ";訳"}, "There are more readings or roles"),
        ({"withdrawn": "?"}, "withdrawn is neither yes nor no"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_the_others_come(
    database: Database, as_csv: WriteCsv, cells: dict[str, str], reason: str
) -> None:
    heard = take(database, as_csv(COLUMNS, DOG, {**CAT, **cells}, BIRD))
    [(row, said)] = heard.reasons
    assert row == 3
    assert said.startswith(reason)
    assert sorted(titles_in(database)) == ["b2", "b3"]


def test_a_wrong_isbn_is_left_out_and_said(database: Database, as_csv: WriteCsv) -> None:
    heard = take(database, as_csv(COLUMNS, {**CAT, "isbn": "9784101010015", "language": "ain"}))
    assert heard.report == Report(changed=1, troubles=2)
    assert [row for row, _ in heard.reasons] == [2, 2]
    assert titles_in(database)["b1"].isbn is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_comes_with_a_mark_or_without(
    database: Database, as_csv: WriteCsv, encoding: str
) -> None:
    take(database, as_csv(COLUMNS, CAT, encoding=encoding))
    assert titles_in(database)["b1"].name == "港の猫"


def test_cp932_is_read_where_it_is_asked_for(database: Database, as_csv: WriteCsv) -> None:
    file = as_csv(COLUMNS, {**CAT, "name": "表計算ソフト①"}, encoding="cp932")
    heard = take(database, file)
    assert heard.reasons == [(2, "The row holds bytes that are none of the file's encoding.")]
    order = Order(ImportKind.TITLES, [file], SHIPPED, CARDS, encoding=Encoding.CP932)
    assert import_order(database, order).report == Report(changed=1)
    assert titles_in(database)["b1"].name == "表計算ソフト①"


def test_another_systems_columns_are_read_by_another_mapping(
    database: Database, tmp_path: Path, as_csv: WriteCsv
) -> None:
    mapping = tmp_path / "ours.toml"
    shipped = (SHIPPED / "titles.toml").read_text(encoding="utf-8")
    form = shipped[shipped.index("[form]") :].replace('"%Y-%m-%d"', '"%Y/%m/%d"')
    mapping.write_text(
        '[columns]\nid = "書誌番号"\nname = "書名"\nadded_on = "受入日"\nmaterial = "資料種別"\n'
        f'withdrawn = "削除"\n[materials]\n"03" = "cd"\n{form}',
        encoding="utf-8",
    )
    columns = ["書誌番号", "書名", "受入日", "資料種別", "削除", "備考"]
    row = {"書誌番号": "77", "書名": "港の歌", "受入日": "2026/04/01", "資料種別": "03"}
    order = Order(ImportKind.TITLES, [as_csv(columns, row)], SHIPPED, CARDS, mapping=mapping)
    assert import_order(database, order).report == Report(changed=1)
    expected = Title(TitleId("77"), "港の歌", material=Material.CD, added_on=date(2026, 4, 1))
    assert titles_in(database) == {"77": expected}


def test_a_mapping_with_a_wrong_key_names_it_and_nothing_is_read(
    database: Database, tmp_path: Path, as_csv: WriteCsv
) -> None:
    mapping = tmp_path / "ours.toml"
    mapping.write_text('[columns]\nid = "id"\nnmae = "name"\n', encoding="utf-8")
    order = Order(ImportKind.TITLES, [as_csv(COLUMNS, CAT)], SHIPPED, CARDS, mapping=mapping)
    with pytest.raises(SettingWrong) as wrong:
        import_order(database, order)
    assert str(wrong.value).startswith(f"{mapping}")
    assert titles_in(database) == {}


def test_a_file_that_lacks_columns_names_them(database: Database, as_csv: WriteCsv) -> None:
    heard = take(database, as_csv(["id", "reading"], {"id": "b1"}))
    [(row, reason)] = heard.reasons
    assert row is None
    assert reason.startswith("The file lacks the columns name, creators, ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"id,name\0\n", "The file is no text: it holds zero bytes."),
        (b"\xff\xfei\n", "The file's header is not in the encoding utf-8."),
        (",".join([*COLUMNS, "id"]).encode(), "The file has the column id twice."),
        (b'"id,name', "The file is no CSV: unexpected end of data."),
    ],
)
def test_a_file_that_is_no_csv_is_refused(
    database: Database, tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "strange.csv"
    file.write_bytes(content)
    order = Order(ImportKind.ITEMS, [file], SHIPPED, CARDS)
    heard = take(database, file) if b"\0" not in content else import_order(database, order)
    assert heard.reasons == [(None, reason)]


def test_broken_rows_cost_themselves_only(database: Database, as_csv: WriteCsv) -> None:
    file = as_csv(COLUMNS, CAT, DOG)
    text = file.read_bytes()
    commas = b"," * (len(COLUMNS) - 2)
    file.write_bytes(text + b"b3\r\n\r\nb4,a\0b" + commas + b"\r\nb5," + b"x" * 200_000 + commas)
    heard = take(database, file)
    assert [row for row, _ in heard.reasons] == [4, 6, 7]
    assert sorted(titles_in(database)) == ["b1", "b2"]
