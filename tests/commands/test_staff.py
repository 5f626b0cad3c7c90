"""`kiosk central staff …`, as a technician types it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app
from kiosk.central.accounts.attempts import Attempts
from kiosk.central.clock import SystemClock
from kiosk.central.staff.guessing import counted_as
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.branches import BranchRow
from kiosk.commands.central import central_settings
from kiosk.domain.branches import BranchId
from kiosk.domain.policy import AttemptPolicy
from kiosk.domain.staff import StaffNumber
from kiosk.settings import Settings

PASSWORD = "tana-kara-tana"


@pytest.fixture
def library(settings: Settings, settings_file: Path) -> Path:
    """One with a branch, and nobody who works there; its settings."""
    settings.folder.mkdir()
    url = central_settings(settings).database
    migrate(url)
    database = Database(url)
    with database.writing() as session:
        session.add(BranchRow(id=BranchId("main"), name="本館", telephone="", rank=1))
    database.close()
    return settings_file


def staff(settings_file: Path, *words: str, typed: str = "") -> Result:
    given = ("central", "staff", *words, "--settings", str(settings_file))
    return CliRunner().invoke(app, given, input=typed)


def test_the_first_supervisor_is_let_in_and_the_password_is_asked_for(library: Path) -> None:
    added = staff(
        library, "add", "7003", "館野 つかさ", "--role", "supervisor", typed=f"{PASSWORD}\n" * 2
    )
    assert added.exit_code == 0, added.stderr
    assert PASSWORD not in added.output
    listed = staff(library, "list")
    assert listed.stdout.split() == ["7003", "supervisor", "main", "館野", "つかさ"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "7001", "x", "--branch", "moon"), "The library has no such branch."),
        (("password", "7001"), "Nobody of the staff has this number."),
        (("let-go", "7001"), "Nobody of the staff has this number."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    library: Path, words: tuple[str, ...], said: str
) -> None:
    refused = staff(library, *words, typed=f"{PASSWORD}\n" * 2)
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_whoever_is_let_go_is_no_longer_listed(library: Path) -> None:
    staff(library, "add", "7002", "窓口 ゆかり", typed=f"{PASSWORD}\n" * 2)
    assert staff(library, "password", "7002", typed="another one\n" * 2).exit_code == 0
    assert staff(library, "let-go", "7002").exit_code == 0
    assert staff(library, "list").stdout == ""


def test_a_number_that_was_guessed_shut_opens_with_a_new_password(
    library: Path, settings: Settings
) -> None:
    staff(library, "add", "7002", "窓口 ゆかり", typed=f"{PASSWORD}\n" * 2)
    database = Database(central_settings(settings).database)
    attempts = Attempts(database, SystemClock(), AttemptPolicy(free_tries=1000))
    number = counted_as(StaffNumber("7002"))
    for _ in range(AttemptPolicy().per_card):
        attempts.begin(number, "counter")
    assert attempts.is_closed(number)
    staff(library, "password", "7002", typed="another one\n" * 2)
    assert not attempts.is_closed(number)
    database.close()
