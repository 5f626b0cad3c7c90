"""`kiosk central simulate-day`, as a technician types it."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from kiosk.settings import read_settings


def simulate(settings_file: Path, *options: str) -> Result:
    words = ("central", "simulate-day", *options, "--settings", str(settings_file))
    return CliRunner().invoke(app, words)


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text('data_folder = "data"\nis_demonstration = true\n', encoding="utf-8")
    return file


def test_it_fills_the_library_lives_a_day_and_goes_on_with_the_next(demonstration: Path) -> None:
    days = [simulate(demonstration, "--seed", "7") for _ in range(2)]
    assert [day.exit_code for day in days] == [0, 0]
    told = [day.stdout.strip() for day in days]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d: .+", line) for line in told)
    assert told[0][:10] < told[1][:10]
    assert (read_settings(demonstration, {}).folder / "central.sqlite").is_file()


def test_a_library_of_nobodys_invention_has_no_invented_days(settings_file: Path) -> None:
    result = simulate(settings_file)
    assert result.exit_code == 2
    assert f"{settings_file}: is_demonstration: allowed is true" in result.stderr
    assert not (settings_file.parent / "data").exists()


@pytest.mark.parametrize("days", ["0", "367", "many"])
def test_it_lives_from_one_day_to_a_year(demonstration: Path, days: str) -> None:
    assert simulate(demonstration, "--days", days).exit_code == 2
    assert not (demonstration.parent / "data").exists()
