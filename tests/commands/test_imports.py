"""`kiosk central import`: what a technician sees of it."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from kiosk.central.importing.files import ImportKind
from kiosk.central.storage.database import Database
from kiosk.commands.central import prepare_library
from kiosk.commands.folder import prepare_folder
from kiosk.commands.import_progress import shown_progress
from kiosk.commands.importing import MOST_SAID
from kiosk.settings import Settings
from tests.central.importing.marc.records import record, write
from tests.central.importing.stock import ITEM, LOAN, PATRON, Desk

Call = Callable[..., Result]


@pytest.fixture
def call(settings_file: Path) -> Call:
    def run(kind: str, *words: str) -> Result:
        command = ["central", "import", kind, *words, "--settings", str(settings_file)]
        return CliRunner().invoke(app, command)

    return run


@pytest.fixture
def desk(settings: Settings, tmp_path: Path) -> Desk:
    """Writes files for a library that holds nothing."""
    prepare_folder(settings)
    prepare_library(settings)
    database = Database(f"sqlite:///{settings.folder / 'central.sqlite'}")
    database.close()
    return Desk(database, tmp_path)


def test_a_whole_library_moves_in(call: Call, desk: Desk, tmp_path: Path) -> None:
    titles = write(tmp_path / "titles.mrc", record("b1"))
    assert call("titles", str(titles)).exit_code == 0
    branch = {"id": "main", "name": "本館"}
    rows = {"branches": branch, "items": ITEM, "patrons": PATRON, "loans": LOAN}
    for kind, row in rows.items():
        result = call(kind, str(desk.file(ImportKind(kind), row)))
        said = f"1 {kind} new or changed, 0 withdrawn, 0 as before, 0 reported\n"
        assert (result.exit_code, result.stderr) == (0, said)


def test_what_was_refused_is_said_and_written_down(call: Call, desk: Desk, tmp_path: Path) -> None:
    titles = write(tmp_path / "港.mrc", record("b1"), b"broken\x1d", record(" "))
    report = tmp_path / "report.csv"
    result = call("titles", str(titles), "--report", str(report))
    assert result.exit_code == 2
    broken = "The record is broken: leader, directory and fields do not fit."
    assert result.stderr.splitlines() == [
        f"港.mrc, record 2: {broken}",
        "港.mrc, record 3: The record has no control number (001).",
        "1 titles new or changed, 0 withdrawn, 0 as before, 2 reported",
    ]
    rows = list(csv.reader(StringIO(report.read_text(encoding="utf-8-sig"))))
    assert rows == [
        ["file", "row", "reason"],
        ["港.mrc", "2", broken],
        ["港.mrc", "3", "The record has no control number (001)."],
    ]


def test_of_very_many_troubles_the_first_are_said_and_all_are_written(
    call: Call, desk: Desk, tmp_path: Path
) -> None:
    titles = write(tmp_path / "titles.mrc", *[b"broken\x1d"] * (MOST_SAID + 5))
    report = tmp_path / "report.csv"
    result = call("titles", str(titles), "--report", str(report))
    lines = result.stderr.splitlines()
    assert len(lines) == MOST_SAID + 2
    assert lines[-2] == "… and 5 more; --report FILE writes all of them down"
    assert len(report.read_text(encoding="utf-8-sig").splitlines()) == MOST_SAID + 6


def test_a_report_that_cannot_be_written_stops_before_anything_is_read(
    call: Call, desk: Desk, tmp_path: Path
) -> None:
    titles = write(tmp_path / "titles.mrc", record("b1"))
    result = call("titles", str(titles), "--report", str(tmp_path / "none" / "report.csv"))
    assert result.exit_code == 2
    assert "report.csv: No such file or directory" in result.stderr
    again = call("titles", str(titles))
    assert again.stderr.startswith("1 titles new")


def test_a_mapping_that_cannot_be_used_is_named(call: Call, desk: Desk, tmp_path: Path) -> None:
    mapping = tmp_path / "ours.toml"
    mapping.write_text("nonsense", encoding="utf-8")
    titles = write(tmp_path / "titles.mrc", record("b1"))
    result = call("titles", str(titles), "--mapping", str(mapping))
    assert result.exit_code == 2
    assert f"{mapping}, line 1: (syntax): allowed is TOML" in result.stderr


def test_nothing_of_a_patron_is_said(call: Call, desk: Desk) -> None:
    file = desk.file(ImportKind.PATRONS, {**PATRON, "birth_date": "1990"}, PATRON)
    result = call("patrons", str(file))
    assert result.exit_code == 2
    assert not any(cell in result.output for cell in (*PATRON.values(), "1990"))


def test_on_a_terminal_a_bar_is_drawn() -> None:
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=80)
    with shown_progress(console) as tell:
        tell(500, None)
        tell(500, 1000)
        tell(1000, 1000)
    assert "importing" in screen.getvalue()
    assert "1000/1000" in screen.getvalue()


def test_elsewhere_a_line_is_written_now_and_then() -> None:
    screen = StringIO()
    with shown_progress(Console(file=screen, width=80)) as tell:
        tell(10_000, None)
        tell(500, 20_000)
        tell(10_000, 20_000)
    assert screen.getvalue() == "10000 looked through\n10000 of 20000 imported\n"
