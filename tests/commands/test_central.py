"""What a technician does with the central service: bad input changes nothing."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from kiosk.central.data_folder import holding
from kiosk.commands.central import preparation, prepare_library
from kiosk.commands.folder import prepare_folder
from kiosk.domain.errors import DataFolderHeld
from kiosk.settings import Settings

HEADER = (
    "作品ID,作品名,作品名読み,副題,副題読み,分類番号,姓,名,姓読み,名読み,役割フラグ,"
    "底本出版社名1,底本初版発行年1"
)
CAT = (
    "000789,吾輩は猫である,わがはいはねこである,,,NDC 913,夏目,漱石,なつめ,そうせき,著者,文庫,1987"
)
TOWN = "000790,猫町,ねこまち,,,NDC 913,萩原,朔太郎,はぎわら,さくたろう,著者,文庫,1935"


def rows(settings: Settings) -> list[str]:
    """All that the database holds."""
    with sqlite3.connect(settings.folder / "central.sqlite") as database:
        dump = list(database.iterdump())
    database.close()
    return dump


@pytest.fixture
def kiosk(settings_file: Path) -> Callable[..., Result]:
    def call(*words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--settings", str(settings_file)])

    return call


@pytest.fixture
def library(settings: Settings) -> Settings:
    """One that holds nothing yet."""
    prepare_folder(settings)
    prepare_library(settings)
    return settings


def write(folder: Path, content: str | bytes) -> Path:
    file = folder / "list.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x7fELF\0\0", "list.csv: The file is no text: it holds zero bytes."),
        (b"\x80\x81", "list.csv: The file is neither UTF-8 (byte 1 is none) nor CP932."),
        ("a,b\n1,2\n", "list.csv: The file lacks the columns 作品ID, 作品名, "),
        ("", "list.csv: The file lacks the columns 作品ID, "),
        (
            f"{HEADER}\n000789,吾輩",
            "list.csv, row 2: The row has 2 of 13 columns; was the file cut?",
        ),
        (f"{HEADER}\nabc{CAT[6:]}", "list.csv, row 2: The 作品ID is no number."),
        (f'{HEADER}\n"000789,吾輩', "list.csv, row 2: The row is broken off or badly quoted"),
    ],
    ids=["binary", "no text", "wrong columns", "empty", "cut", "no number", "open quote"],
)
def test_a_broken_import_file_is_named_and_changes_nothing(
    kiosk: Callable[..., Result], library: Settings, tmp_path: Path, content: str, says: str
) -> None:
    before = rows(library)
    result = kiosk("central", "import", "titles", "--form", "aozora", str(write(tmp_path, content)))
    assert result.exit_code == 2
    assert result.stderr.startswith(says)
    assert result.stderr.splitlines()[1:] == [
        "0 titles new or changed, 0 withdrawn, 0 as before, 1 reported"
    ]
    assert rows(library) == before


def test_a_file_that_is_not_there_is_named(kiosk: Callable[..., Result], library: Settings) -> None:
    before = rows(library)
    result = kiosk("central", "import", "titles", "--form", "aozora", "no-such.csv")
    assert result.exit_code == 2
    assert "no-such.csv: The file cannot be read: No such file or directory." in result.stderr
    assert rows(library) == before


def test_what_stands_before_the_cut_is_taken(
    kiosk: Callable[..., Result], library: Settings, tmp_path: Path
) -> None:
    file = write(tmp_path, f"{HEADER}\n{CAT}\n{TOWN[:30]}")
    result = kiosk("central", "import", "titles", "--form", "aozora", str(file))
    assert result.exit_code == 2
    assert "list.csv, row 3: The row has " in result.stderr
    assert "1 titles new or changed, 0 withdrawn, 0 as before, 1 reported" in result.stderr
    assert any("吾輩は猫である" in row for row in rows(library))


def test_beside_a_running_service_records_are_read_in(
    kiosk: Callable[..., Result], library: Settings, tmp_path: Path
) -> None:
    with holding(library.folder):
        file = write(tmp_path, f"{HEADER}\n{CAT}")
        assert kiosk("central", "import", "titles", "--form", "aozora", str(file)).exit_code == 0
    assert any("吾輩は猫である" in row for row in rows(library))


def test_beside_a_service_that_does_not_get_ready_nothing_is_written(settings: Settings) -> None:
    prepare_folder(settings)
    impatient = replace(preparation(settings), patience_s=0.2)
    with holding(settings.folder), pytest.raises(DataFolderHeld) as held:
        impatient.prepare_or_wait()
    assert str(settings.folder) in str(held.value)


def test_a_library_of_nobodys_invention_is_not_filled(
    kiosk: Callable[..., Result], settings_file: Path
) -> None:
    result = kiosk("central", "fill")
    assert result.exit_code == 2
    assert f"{settings_file}: is_demonstration: allowed is true" in result.stderr
    assert not (settings_file.parent / "data").exists()


def test_a_library_of_a_newer_version_is_left_alone(
    kiosk: Callable[..., Result], library: Settings, tmp_path: Path
) -> None:
    with sqlite3.connect(library.folder / "central.sqlite") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    before = rows(library)
    result = kiosk("central", "import", "titles", "--form", "aozora", str(write(tmp_path, HEADER)))
    assert result.exit_code == 2
    assert "central.sqlite: a newer version of this program wrote it" in result.stderr
    assert rows(library) == before


def test_data_that_are_no_database_are_left_alone(
    kiosk: Callable[..., Result], settings: Settings, tmp_path: Path
) -> None:
    prepare_folder(settings)
    data = settings.folder / "central.sqlite"
    data.write_bytes(b"no database at all" * 100)
    result = kiosk("central", "import", "titles", "--form", "aozora", str(write(tmp_path, HEADER)))
    assert result.exit_code == 2
    assert f"kiosk: {data}: The service's data cannot be opened" in result.stderr
    assert data.read_bytes() == b"no database at all" * 100


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "command line: --fd, --at: allowed is one of the two"),
        (["--fd", "977"], "command line: --fd: allowed is the descriptor of a listening socket"),
        (["--at", "0.0.0.0:80"], "command line: --at: allowed is a path, or a port of this"),
    ],
)
def test_a_service_that_can_listen_nowhere_says_so(
    kiosk: Callable[..., Result], options: list[str], says: str
) -> None:
    result = kiosk("central", "serve", *options)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_second_service_on_the_same_folder_is_refused_before_it_writes(
    kiosk: Callable[..., Result], library: Settings, tmp_path: Path
) -> None:
    before = rows(library)
    with holding(library.folder):
        result = kiosk("central", "serve", "--at", str(tmp_path / "run" / "central.sock"))
    assert result.exit_code == 2
    assert f"{library.folder}: another service holds this data folder" in result.stderr
    assert rows(library) == before
