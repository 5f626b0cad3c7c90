"""The form of a file of titles is seen in its first bytes."""

from pathlib import Path

import pytest

from kiosk.central.importing.files import ImportKind
from kiosk.central.importing.forms import TitleForm, guess_form
from kiosk.central.importing.report import Report
from kiosk.central.storage.database import Database
from tests.central.importing.importing import import_kind, titles_in
from tests.central.importing.marc.records import record, withdrawn, write
from tests.central.importing.stock import TITLE, Desk


@pytest.mark.parametrize(
    ("start", "form"),
    [
        (record("1").as_marc(), TitleForm.MARC),
        (b"\n" + record("1").as_marc(), TitleForm.MARC),
        (b"xxxxx" + record("1").as_marc(), TitleForm.MARC),
        (b'<?xml version="1.0"?><collection/>', TitleForm.MARCXML),
        (b"\xef\xbb\xbf\n <collection/>", TitleForm.MARCXML),
        ('"作品ID",作品名\n'.encode(), TitleForm.AOZORA),
        ("\ufeff作品ID,作品名\n".encode(), TitleForm.AOZORA),
        ("作品ID,作品名\n".encode("cp932"), TitleForm.AOZORA),
        (b"id,name\n", TitleForm.CSV),
        ("番号,書名\n1,作品ID\n".encode(), TitleForm.CSV),
        (b"", TitleForm.CSV),
    ],
)
def test_the_form_is_guessed(tmp_path: Path, start: bytes, form: TitleForm) -> None:
    file = tmp_path / "titles"
    file.write_bytes(start)
    assert guess_form(file) is form


def test_files_of_several_forms_are_read_together(desk: Desk, tmp_path: Path) -> None:
    marc = write(tmp_path / "one.mrc", record("m1"), record("m2"), withdrawn("m3"))
    rows = desk.file(ImportKind.TITLES, TITLE, {"id": "m2", "withdrawn": "1"})
    missing = tmp_path / "missing.mrc"
    heard = import_kind(desk.database, ImportKind.TITLES, missing, marc, rows)
    assert heard.report == Report(changed=2, unchanged=2, troubles=2)
    assert [str(trouble) for trouble in heard.troubles] == [
        "missing.mrc: The file cannot be read: No such file or directory.",
        "one.mrc, record 2: The same comes again further on; that one counts.",
    ]
    assert sorted(titles_in(desk.database)) == ["b1", "m1"]


def test_a_second_file_of_marc_records_corrects_one_and_withdraws_another(
    database: Database, tmp_path: Path
) -> None:
    first = write(tmp_path / "first.mrc", record("1"), record("2"), record("3"))
    second = write(tmp_path / "second.mrc", record("1", fixed=" " * 40), withdrawn("2"))
    import_kind(database, ImportKind.TITLES, first)
    before = titles_in(database)
    heard = import_kind(database, ImportKind.TITLES, second)
    assert heard.report == Report(changed=1, withdrawn=1)
    after = titles_in(database)
    assert after["1"] != before["1"]
    assert after == {"1": after["1"], "3": before["3"]}
    assert import_kind(database, ImportKind.TITLES, second).report == Report(unchanged=2)
