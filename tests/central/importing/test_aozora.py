"""Aozora Bunko's list becomes titles; what cannot be taken is said with its row."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

import pytest

from kiosk.central.importing.aozora import AozoraSource
from kiosk.central.importing.report import Report
from kiosk.central.importing.running import BATCH
from kiosk.central.records.feed import Feed
from kiosk.central.storage.database import Database
from kiosk.domain.titles import CallNumber, Creator, Title
from tests.central.importing.importing import Heard, import_titles

COLUMNS = [
    "作品ID",
    "作品名",
    "作品名読み",
    "ソート用読み",
    "副題",
    "副題読み",
    "分類番号",
    "姓",
    "名",
    "姓読み",
    "名読み",
    "役割フラグ",
    "底本出版社名1",
    "底本初版発行年1",
]
CAT = {
    "作品ID": "000789",
    "作品名": "吾輩は猫である",
    "作品名読み": "わがはいはねこである",
    "ソート用読み": "わかはいはねこてある",
    "分類番号": "NDC 913",
    "姓": "夏目",
    "名": "漱石",
    "姓読み": "なつめ",
    "名読み": "そうせき",
    "役割フラグ": "著者",
    "底本出版社名1": "ちくま文庫、筑摩書房",
    "底本初版発行年1": "1987（昭和62）年9月29日",
}
DOG = {
    **CAT,
    "作品ID": "057302",
    "作品名": "フランダースの犬",
    "作品名読み": "フランダースのいぬ",
    "分類番号": "NDC K933",
    "姓": "荒木",
    "名": "光二郎",
    "姓読み": "あらき",
    "名読み": "こうじろう",
    "役割フラグ": "翻訳者",
    "底本初版発行年1": "",
}


def as_csv(rows: Iterable[dict[str, str]]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def take(database: Database, file: Path, data: str | bytes) -> Heard:
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return import_titles(database, AozoraSource(file))


def titles(database: Database) -> dict[str, Title]:
    found = (change.to_title() for change in Feed(database).records(0, 2000).changes)
    return {title.id: title for title in found if title is not None}


def test_a_work_becomes_a_title(database: Database, file: Path) -> None:
    assert take(database, file, as_csv([CAT])).report == Report(changed=1)
    assert titles(database)["aozora-000789"] == Title(
        id=titles(database)["aozora-000789"].id,
        name="吾輩は猫である",
        reading="わがはいはねこである",
        creators=(Creator("夏目 漱石", "なつめ そうせき"),),
        publisher="ちくま文庫、筑摩書房",
        year=1987,
        call_number=CallNumber("913", "ナツ"),
    )


def test_a_work_in_several_rows_is_one_title_with_all_its_people(
    database: Database, file: Path
) -> None:
    translator = {**CAT, "姓": "荒木", "名": "", "姓読み": "アラキ", "名読み": ""}
    translator["役割フラグ"] = "翻訳者"
    assert take(database, file, as_csv([translator, DOG, CAT, CAT])).report.changed == 2
    [title] = [each for each in titles(database).values() if "猫" in each.name]
    assert title.creators == (
        Creator("荒木", "あらき", "翻訳者"),
        Creator("夏目 漱石", "なつめ そうせき"),
    )
    assert title.call_number.mark == "ナツ"


def test_a_childrens_class_is_for_children(database: Database, file: Path) -> None:
    take(database, file, as_csv([DOG]))
    [title] = titles(database).values()
    assert title.is_for_children
    assert str(title.call_number) == "933 アラ"
    assert (title.reading, title.year) == ("ふらんだーすのいぬ", None)


@pytest.mark.parametrize(
    ("cell", "ndc"), [("NDC 913 914", "913"), ("NDC 911.36", "911.36"), ("", "")]
)
def test_the_first_class_counts(database: Database, file: Path, cell: str, ndc: str) -> None:
    report = take(database, file, as_csv([{**CAT, "分類番号": cell}]))
    assert report.troubles == []
    assert titles(database)["aozora-000789"].call_number.ndc == ndc


def test_a_class_that_is_none_is_reported_and_the_title_taken(
    database: Database, file: Path
) -> None:
    report = take(database, file, as_csv([{**CAT, "分類番号": "NDC ABC"}]))
    assert report.report.changed == 1
    assert [trouble.row for trouble in report.troubles] == [2]


def test_a_subtitle_belongs_to_the_name(database: Database, file: Path) -> None:
    sub = {"副題": "長塚節著『土』序", "副題読み": "ながつかたかしちょ『つち』じょ"}
    take(database, file, as_csv([{**CAT, **sub}]))
    [title] = titles(database).values()
    assert title.name == "吾輩は猫である 長塚節著『土』序"
    assert title.reading == "わがはいはねこである ながつかたかしちょ つち じょ"


def test_twice_changes_nothing(database: Database, file: Path) -> None:
    take(database, file, as_csv([CAT, DOG]))
    before = Feed(database).records(0, 10)
    assert take(database, file, as_csv([CAT, DOG])).report == Report(unchanged=2)
    assert Feed(database).records(0, 10) == before


def test_a_corrected_work_is_changed_and_the_others_are_not(database: Database, file: Path) -> None:
    take(database, file, as_csv([CAT, DOG]))
    corrected = {**CAT, "作品名": "吾輩ハ猫デアル"}
    again = take(database, file, as_csv([corrected, DOG]))
    assert again.report == Report(changed=1, unchanged=1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_list_comes_in_any_usual_encoding(
    database: Database, file: Path, encoding: str
) -> None:
    take(database, file, as_csv([CAT]).encode(encoding))
    assert titles(database)["aozora-000789"].name == "吾輩は猫である"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({**CAT, "作品ID": "x"}, "The 作品ID is no number."),
        ({**CAT, "作品名": " "}, "The 作品名 is empty."),
    ],
)
def test_a_row_that_cannot_be_taken_is_named(
    database: Database, file: Path, row: dict[str, str], reason: str
) -> None:
    report = take(database, file, as_csv([DOG, row]))
    assert report.report == Report(changed=1, troubles=1)
    assert [str(trouble) for trouble in report.troubles] == [f"list.csv, row 3: {reason}"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("a,b,c\n1,2,3\n", "lacks the columns 作品ID"),
        ("", "lacks the columns"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no text"),
        (b"\xff\xfe\xfd\xfc", "neither UTF-8 (byte 1 is none) nor CP932"),
        (as_csv([CAT]).encode("euc-jp"), None),
    ],
)
def test_a_file_that_is_not_the_list_loses_nothing(
    database: Database, file: Path, data: str | bytes, reason: str | None
) -> None:
    take(database, file, as_csv([CAT]))
    before = titles(database)
    report = take(database, file, data)
    [trouble] = report.troubles
    assert (report.report.changed, trouble.row) == (0, None)
    if reason is not None:
        assert reason in trouble.reason
    assert titles(database) == before


def test_a_missing_file_is_reported_and_the_others_taken(database: Database, file: Path) -> None:
    file.write_text(as_csv([CAT]), encoding="utf-8")
    missing = file.with_name("missing.csv")
    report = import_titles(database, AozoraSource(missing), AozoraSource(file))
    assert report.report.changed == 1
    assert [str(trouble) for trouble in report.troubles] == [
        "missing.csv: The file cannot be read: No such file or directory."
    ]


@pytest.mark.parametrize("lost", [1, *range(3, 60)])  # 2 are the last cell, which is empty
def test_a_list_cut_in_the_middle_gives_what_is_whole(
    database: Database, file: Path, lost: int
) -> None:
    whole = as_csv([CAT, DOG]).encode()
    report = take(database, file, whole[:-2][:-lost])
    assert "aozora-000789" in titles(database)
    assert [trouble.row for trouble in report.troubles] == [3]


def test_progress_is_told_by_batches(database: Database, file: Path) -> None:
    many = [{**CAT, "作品ID": f"{number:06}"} for number in range(BATCH + 1)]
    file.write_text(as_csv(many), encoding="utf-8")
    heard = import_titles(database, AozoraSource(file))
    assert heard.progress == [(500, None), (500, 501), (501, 501)]
