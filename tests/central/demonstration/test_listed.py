"""The lists of titles are read as they are written, and a wrong line is named."""

from pathlib import Path

import pytest

from kiosk.central.demonstration.barcodes import barcode, is_numbered
from kiosk.central.demonstration.listed import COLUMNS, DescribedTitle, read_titles
from kiosk.domain.check_digits import is_right
from kiosk.domain.errors import SettingWrong
from kiosk.domain.policy import CheckScheme
from kiosk.domain.titles import Creator, Material, TitleId

HENSHIN = {
    "id": "demo-031",
    "name": "変身",
    "reading": "へんしん",
    "creators": "カフカ フランツ|かふか ふらんつ;原田 義人|はらだ よしと|訳",
    "publisher": "みなと文庫",
    "year": "2017",
    "material": "book",
    "ndc": "943.7",
    "mark": "カフ",
    "language": "ja",
    "summary": "ある朝目ざめると、虫になっていた。",
    "subjects": "家族;虫",
    "extent": "148p",
    "days_in_library": "477",
    "items": "main:27:2階 main:27:2階 chidori:2:",
}


def write(folder: Path, *lines: dict[str, str], name: str = "novels.csv") -> Path:
    rows = [",".join(COLUMNS)]
    rows += [",".join(line.get(column, "") for column in COLUMNS) for line in lines]
    file = folder / name
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def read_one(folder: Path, **cells: str) -> DescribedTitle:
    write(folder, HENSHIN | cells)
    [title] = read_titles(folder)
    return title


def refused(folder: Path) -> SettingWrong:
    with pytest.raises(SettingWrong) as wrong:
        read_titles(folder)
    return wrong.value


def test_a_line_is_a_title_with_its_items(tmp_path: Path) -> None:
    title = read_one(tmp_path)
    assert (title.id, title.name, title.material) == ("demo-031", "変身", Material.BOOK)
    assert title.creators == (
        Creator("カフカ フランツ", "かふか ふらんつ"),
        Creator("原田 義人", "はらだ よしと", "訳"),
    )
    assert title.subjects == ("家族", "虫")
    assert [(item.branch, item.shelf, item.floor) for item in title.items] == [
        ("main", "27", "2階"),
        ("main", "27", "2階"),
        ("chidori", "2", ""),
    ]


def test_empty_cells_say_nothing(tmp_path: Path) -> None:
    title = read_one(tmp_path, reading="", creators="", subjects="", items="", language="")
    assert (title.reading, title.creators, title.subjects, title.items) == (None, (), (), ())
    assert (title.series, title.set_id, title.part, title.part_rank) == (None, None, "", 0)
    assert (title.is_for_children, title.is_reference, title.work) == (False, False, "")
    assert title.language == "ja"


def test_a_volume_names_its_set(tmp_path: Path) -> None:
    title = read_one(tmp_path, set="demo-300", part="上巻", part_rank="1", work="henshin")
    assert (title.set_id, title.part, title.part_rank) == ("demo-300", "上巻", 1)
    assert title.work == "henshin"


def test_a_one_is_a_yes(tmp_path: Path) -> None:
    title = read_one(tmp_path, is_for_children="1", is_reference="1")
    assert (title.is_for_children, title.is_reference) == (True, True)


def test_lists_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, HENSHIN | {"id": "demo-002"}, HENSHIN | {"id": "demo-001"}, name="b.csv")
    write(tmp_path, HENSHIN | {"id": "demo-003"}, name="a.csv")
    (tmp_path / "notes.txt").write_text("no list", encoding="utf-8")
    assert [title.id for title in read_titles(tmp_path)] == ["demo-003", "demo-002", "demo-001"]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", "tokyo-031"),
        ("id", "demo-31"),
        ("id", "demo-00031"),
        ("name", ""),
        ("publisher", ""),
        ("year", "MMXVII"),
        ("year", "２０１７"),
        ("material", "novel"),
        ("ndc", ""),
        ("is_for_children", "yes"),
        ("is_reference", "0"),
        ("summary", ""),
        ("extent", ""),
        ("days_in_library", ""),
        ("days_in_library", "-3"),
        ("part_rank", "first"),
        ("subjects", "家族;;虫"),
        ("creators", "|かふか ふらんつ"),
        ("creators", "カフカ|かふか|訳|編"),
        ("items", "main"),
        ("items", "main::2階"),
        ("items", ":27:2階"),
        ("items", "main:27:2階:3"),
    ],
)
def test_a_wrong_cell_is_named_with_its_file_and_line(
    tmp_path: Path, column: str, cell: str
) -> None:
    file = write(tmp_path, HENSHIN, HENSHIN | {"id": "demo-032"} | {column: cell})
    wrong = refused(tmp_path)
    assert (wrong.file, wrong.line, wrong.key) == (str(file), 3, column)
    assert wrong.found == (cell or "nothing")


def test_a_line_with_a_cell_too_many_is_named(tmp_path: Path) -> None:
    file = write(tmp_path, HENSHIN, HENSHIN | {"summary": "一つ,二つ。"})
    wrong = refused(tmp_path)
    assert (wrong.file, wrong.line, wrong.found) == (str(file), 3, str(len(COLUMNS) + 1))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / "novels.csv").write_text("id,name\ndemo-001,こころ\n", encoding="utf-8")
    assert (refused(tmp_path).line, refused(tmp_path).key) == (1, "(header)")


@pytest.mark.parametrize("content", ["こころ".encode("shift_jis"), b""])
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "novels.csv").write_bytes(content)
    assert refused(tmp_path).file == str(tmp_path / "novels.csv")


def test_a_quote_that_never_ends_is_refused(tmp_path: Path) -> None:
    write(tmp_path, HENSHIN | {"summary": '"ある朝'})
    assert refused(tmp_path).key == "(file)"


@pytest.mark.parametrize(
    ("title", "nth", "expected"),
    [("demo-001", 1, "30001015"), ("demo-008", 2, "30008021"), ("demo-1234", 12, "31234122")],
)
def test_a_barcode_is_made_of_title_and_item(title: str, nth: int, expected: str) -> None:
    made = barcode(TitleId(title), nth)
    assert made == expected
    assert is_right(made, CheckScheme.M10W31)


def test_items_of_one_title_have_barcodes_of_their_own(tmp_path: Path) -> None:
    title = read_one(tmp_path)
    assert len({item.barcode for item in title.items}) == 3


@pytest.mark.parametrize("title", ["demo-1", "demo-12345", "demo-１２３", "demo-", "x-123"])
def test_only_numbered_titles_are_listed(title: str) -> None:
    assert not is_numbered(TitleId(title))
