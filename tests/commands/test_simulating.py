"""`kiosk central simulate-day`, as a technician types it."""

import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.commands.city import city_settings, fill_city
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.settings import read_settings
from tests.project.files import ROOT


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


CITY = 'data_folder = "data"\npolicy_file = "{root}/assets/policies/demonstration.toml"\n'


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(mode=0o700)
    file = tmp_path / "service.toml"
    file.write_text(CITY.format(root=ROOT), encoding="utf-8")
    return file


def in_the_city(city: Path) -> Result:
    return CliRunner().invoke(app, ["central", "simulate-day", "--service", str(city)])


def test_a_demonstrated_city_has_days_of_its_own(city: Path) -> None:
    day = in_the_city(city)
    assert day.exit_code == 0, day.output
    assert re.fullmatch(r"\d{4}-\d\d-\d\d: .+", day.stdout.strip())


def test_nothing_is_invented_about_somebody_real(city: Path) -> None:
    known = city_settings(city)
    fill_city(known)
    database = Database(known.database)
    with database.writing() as session:
        session.add(
            PatronRow(
                id=PatronId("real"),
                card_number=CardNumber("09999999"),
                name="佐々木",
                birth_date=date(1990, 4, 1),
            )
        )
    database.close()
    refused = in_the_city(city)
    assert refused.exit_code == 2
    assert "patrons of the demonstration only" in refused.stderr
    assert "佐々木" not in refused.output
