"""A city's service is set up as docs/city.md says: from its files, with two roles."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from kiosk.central.settings import CentralSettings
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import is_up_to_date
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import StorageBroken
from tests.project.files import ROOT
from tests.throwaway.postgres import OWNER, Postgres

PACKAGING = ROOT / "packaging" / "central"
BRANCHES = """id,name,latin_name,telephone,hours,closed_weekdays,withdrawn
main,本館,Main,086-555-0100,9-19,,
"""
TAKEN_AWAY = "DROP DATABASE library WITH (FORCE); DROP ROLE library; DROP ROLE library_owner;"


@dataclass(frozen=True, slots=True)
class City:
    """The settings as they are shipped, on a database as it is made from roles.sql."""

    folder: Path
    server: Postgres

    def address(self, role: str) -> str:
        return f"postgresql+psycopg://{role}@/library?host={self.server.folder}"

    def call(self, *words: str, role: str = "library") -> Result:
        """As this role: its address stands in a file of its own, like the serving one's."""
        address = self.folder / f"{role}-url"
        address.touch(mode=0o600)
        address.write_text(self.address(role), encoding="utf-8")
        given = {"LIBRARY_SERVICE_DATABASE_URL_FILE": str(address)}
        file = str(self.folder / "central.toml")
        return CliRunner().invoke(app, ["central", *words, "--service", file], env=given)


@pytest.fixture
def city(tmp_path: Path, postgres_server: Postgres) -> Iterator[City]:
    administrator = f"host={postgres_server.folder} user={OWNER} dbname=postgres"
    roles = ["psql", "--quiet", "--file", str(PACKAGING / "roles.sql"), administrator]
    subprocess.run(roles, check=True, env={**os.environ, "PSQLRC": "/dev/null"})
    settings = (PACKAGING / "central.toml").read_text(encoding="utf-8")
    settings = settings.replace("/var/lib/library", str(tmp_path / "data"))
    (tmp_path / "central.toml").write_text(settings, encoding="utf-8")
    policy = ROOT / "assets" / "policies" / "okayama.toml"
    (tmp_path / "policy.toml").write_bytes(policy.read_bytes())
    yield City(tmp_path, postgres_server)
    with psycopg.connect(administrator, autocommit=True) as connection:
        for statement in TAKEN_AWAY.split(";"):
            if statement.strip():
                connection.execute(f"{statement}".encode())


def test_one_role_migrates_and_the_other_serves(city: City) -> None:
    early = city.call("migrate")
    assert early.exit_code == 2
    assert "with the role that owns them" in early.output

    assert city.call("migrate", role="library_owner").exit_code == 0
    assert city.call("migrate").exit_code == 0  # there is nothing left to do
    database = Database(city.address("library"))
    assert is_up_to_date(database)
    database.close()


def test_the_serving_role_writes_rows_and_makes_no_table(city: City) -> None:
    city.call("migrate", role="library_owner")
    database = Database(city.address("library"))
    with database.writing() as session:
        session.add(BranchRow(id=BranchId("main"), name="本館", rank=1))
    for statement in ("CREATE TABLE mine ()", "DROP TABLE branch", "ALTER TABLE branch ADD a int"):
        with pytest.raises((StorageBroken, DBAPIError)), database.writing() as session:
            session.execute(text(statement))
    with database.session() as session:
        assert session.scalar(select(BranchRow.name)) == "本館"
    database.close()


def test_branches_are_read_in_and_staff_let_in_without_a_kiosk(city: City) -> None:
    city.call("migrate", role="library_owner")
    file = city.folder / "branches.csv"
    file.write_text(BRANCHES, encoding="utf-8")
    read = city.call("import", "branches", str(file))
    assert read.exit_code == 0, read.output
    added = city.call("staff", "add", "7003", "館野 つかさ", "--password", "tana-kara-tana")
    assert added.exit_code == 0, added.output
    assert "館野 つかさ" in city.call("staff", "list").output


def test_erased_rows_are_written_away_by_the_owner(city: City) -> None:
    city.call("migrate", role="library_owner")
    assert city.call("compact", role="library_owner").exit_code == 0


def test_a_kiosks_settings_and_a_citys_are_not_given_both(city: City) -> None:
    refused = city.call("migrate", "--settings", "kiosk.toml")
    assert refused.exit_code == 2
    assert "--settings, --service" in refused.output


def test_the_settings_that_are_shipped_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "central.toml").write_bytes((PACKAGING / "central.toml").read_bytes())
    address = tmp_path / "database-url"
    address.write_text("postgresql+psycopg://library:secret@db/library\n", encoding="utf-8")
    address.chmod(0o600)
    settings = CentralSettings.read(tmp_path / "central.toml", {})
    assert settings.database.endswith("@db/library")
    assert settings.policy_file == tmp_path / "policy.toml"
