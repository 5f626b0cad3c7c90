"""Reads Aozora Bunko's public list of works, a CSV file with a row for each work and person.

Source: "list_person_all_extended", https://www.aozora.gr.jp/index_pages/person_all.html
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from kiosk.central.importing.report import Trouble
from kiosk.central.importing.text_files import FileRefused
from kiosk.domain.titles import CallNumber, Creator, Title, TitleId

_WANTED = (
    "作品ID",
    "作品名",
    "作品名読み",
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
)
_AUTHOR = "著者"
_CODES = re.compile(r"NDC( K?[0-9]{3}(\.[0-9]+)?)+")
_YEAR = re.compile(r"[12][0-9]{3}")
_KATAKANA = re.compile("[ァ-ヶ]")
_HIRAGANA = re.compile("[ぁ-ゖ]")
_KANA_APART = ord("ァ") - ord("ぁ")
_MARK_LETTERS = 2  # of the author's family name, on a spine label

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds."""

    titles: tuple[Title, ...]
    troubles: tuple[Trouble, ...]


def read_aozora(text: str, file: str) -> Read:
    """Take the list apart; file is what troubles name.

    Raises:
        FileRefused: it is not the list.
    """
    troubles: list[Trouble] = []
    works: dict[str, list[Row]] = {}
    for number, row in _rows(text):
        trouble = row if isinstance(row, str) else _missing(row)
        if trouble is not None:
            troubles.append(Trouble(file, number, trouble))
            continue
        assert isinstance(row, dict), "what is no row is a trouble"
        if row["分類番号"] and not _CODES.fullmatch(row["分類番号"]):
            reason = "The classification is not understood; the title has none."
            troubles.append(Trouble(file, number, reason))
        works.setdefault(row["作品ID"], []).append(row)
    return Read(tuple(_title(rows) for rows in works.values()), tuple(troubles))


def _rows(text: str) -> Iterator[tuple[int, Row | str]]:
    """Each row under its header, or what is wrong with it; rows are counted from 1."""
    reader = csv.reader(StringIO(text), strict=True)
    header = _header(reader)
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"The row is broken off or badly quoted ({error})."
            continue
        if not cells:
            continue
        if len(cells) == len(header):
            yield number, dict(zip(header, cells, strict=True))
        else:
            yield number, f"The row has {len(cells)} of {len(header)} columns; was the file cut?"


def _header(reader: Iterator[list[str]]) -> list[str]:
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise FileRefused(f"The file is no CSV: {error}.") from error
    lacking = [column for column in _WANTED if column not in header]
    if lacking:
        raise FileRefused(f"The file lacks the columns {', '.join(lacking)}.")
    return header


def _missing(row: Row) -> str | None:
    if not re.fullmatch("[0-9]{1,10}", row["作品ID"]):
        return "The 作品ID is no number."
    if not row["作品名"].strip():
        return "The 作品名 is empty."
    return None


def _title(rows: list[Row]) -> Title:
    first = rows[0]
    is_for_children, ndc = _class(first["分類番号"])
    author = next((row for row in rows if row["役割フラグ"] == _AUTHOR), first)
    year = _YEAR.search(first["底本初版発行年1"])
    return Title(
        id=TitleId(f"aozora-{first['作品ID']}"),
        name=_joined(first["作品名"], first["副題"]),
        reading=_reading(_joined(first["作品名読み"], first["副題読み"])),
        creators=tuple(dict.fromkeys(_creator(row) for row in rows)),
        publisher=first["底本出版社名1"].strip(),
        year=int(year[0]) if year else None,
        call_number=CallNumber(ndc, _mark(author["姓読み"]) if ndc else ""),
        is_for_children=is_for_children,
    )


def _class(cell: str) -> tuple[bool, str]:
    """Whether the work is for children, and its first code: "NDC K933", "NDC 913 914"."""
    if not _CODES.fullmatch(cell):
        return False, ""
    codes = cell.split()[1:]
    return any(code.startswith("K") for code in codes), codes[0].removeprefix("K")


def _creator(row: Row) -> Creator:
    role = row["役割フラグ"].strip()
    return Creator(
        name=_joined(row["姓"], row["名"]),
        reading=_reading(_joined(row["姓読み"], row["名読み"])),
        role=None if role == _AUTHOR else role or None,
    )


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _reading(text: str) -> str | None:
    """Hiragana; what is no letter divides words. None where the list has none."""
    kana = unicodedata.normalize("NFKC", text)
    kana = _KATAKANA.sub(lambda letter: chr(ord(letter[0]) - _KANA_APART), kana)
    words = re.findall(r"[\wー]+", kana)
    return " ".join(words) or None


def _mark(reading: str) -> str:
    """The author mark of a spine label: ナツ."""
    kana = (_reading(reading) or "")[:_MARK_LETTERS]
    return _HIRAGANA.sub(lambda letter: chr(ord(letter[0]) + _KANA_APART), kana)
