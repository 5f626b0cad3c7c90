"""`kiosk central backup` and `restore`, as a technician types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from tests.project.files import ROOT

SETTINGS = """
data_folder = {folder}
is_demonstration = {is_demonstration}

[central]
service = "service.toml"
"""


class Technician:
    """Has a library in one folder, and room for another."""

    def __init__(self, folder: Path) -> None:
        self.backups = folder / "backups"
        backups = f"[backups]\nfolder = {json.dumps(str(self.backups))}\n"
        (folder / "service.toml").write_text(backups)
        for name, demonstration in (("library", "true"), ("anew", "false")):
            data = json.dumps(str(folder / name))
            text = SETTINGS.format(folder=data, is_demonstration=demonstration)
            (folder / f"{name}.toml").write_text(text)
        self._folder = folder

    def types(self, at: str, *words: str) -> Result:
        settings = ["--settings", str(self._folder / f"{at}.toml")]
        return CliRunner().invoke(app, ["central", *words, *settings])


@pytest.fixture
def technician(tmp_path: Path) -> Technician:
    technician = Technician(tmp_path)
    assert technician.types("library", "fill").exit_code == 0
    return technician


def test_a_library_is_backed_up_tried_and_restored(technician: Technician) -> None:
    made = technician.types("library", "backup")
    assert (made.exit_code, "good" in made.output) == (0, True)
    [file] = technician.backups.iterdir()
    tried = technician.types("anew", "backup", "--check", str(file))
    assert tried.exit_code == 0
    assert tried.output == made.output
    restored = technician.types("anew", "restore", str(file))
    assert restored.exit_code == 0, restored.output
    assert "patron " in restored.output
    again = technician.types("anew", "restore", str(file))
    assert again.exit_code == 2
    assert "there are rows in" in again.stderr


def test_what_is_no_backup_is_told(technician: Technician, tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("nothing")
    told = technician.types("library", "backup", "--check", str(text))
    assert told.exit_code == 2
    assert "SQLITE_NOTADB" in told.stderr


def test_a_city_is_backed_up_and_restored_from_its_service_file(tmp_path: Path) -> None:
    policy = ROOT / "assets" / "policies" / "demonstration.toml"

    def types(at: str, *words: str) -> Result:
        file = tmp_path / f"{at}.toml"
        folder = f'data_folder = "{tmp_path / at}"\n'
        file.write_text(f'{folder}policy_file = "{policy}"\n', encoding="utf-8")
        return CliRunner().invoke(app, ["central", *words, "--service", str(file)])

    (tmp_path / "city").mkdir(mode=0o700)
    assert types("city", "fill").exit_code == 0
    assert "backups.folder" in types("city", "backup").stderr
    made = types("city", "backup", "--to", str(tmp_path / "backups"))
    assert made.exit_code == 0, made.output
    [file] = (tmp_path / "backups").iterdir()
    restored = types("anew", "restore", str(file))
    assert restored.exit_code == 0, restored.output
    assert "patron " in restored.output
