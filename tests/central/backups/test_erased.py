"""What was erased from a patron is gone from the backups too, after the days that are promised."""

import os
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete

from kiosk.central.backups.backups import Backups
from kiosk.central.jobs.backups import back_up, erase_backups
from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import PatronId
from tests.central import small_library
from tests.central.clock import TurnedClock

DAY = timedelta(days=1)
CANARY = "canary-7c1e"
PATRON = PatronId("leaving")


@pytest.fixture(params=["backups", "sealing_backups"])
def town(request: pytest.FixtureRequest, library: Service) -> Service:
    """A library in which somebody lives who will be erased; its backups plain or sealed."""
    backups: Backups = request.getfixturevalue(request.param)
    row = small_library.patron(PATRON, "00000099", email=f"{CANARY}@example.jp")
    with library.database.writing() as session:
        session.add(row)
    return replace(library, backups=backups)


def files_with_the_patron(town: Service, work: Path) -> int:
    """Every byte of every backup is read as its database reads it."""
    assert town.backups is not None
    found = 0
    for each in town.backups.kept():
        with town.backups.plain(each.path) as plain:
            found += CANARY.encode() in unpacked(town.backups, plain, work)
    return found


def unpacked(backups: Backups, plain: Path, work: Path) -> bytes:
    """A dump is packed; a file is as it is."""
    if backups.kind.ending != ".dump":
        return plain.read_bytes()
    text = work / "unpacked"
    subprocess.run(["pg_restore", f"--file={text}", str(plain)], check=True)
    return text.read_bytes()


def test_who_was_erased_is_in_older_backups_for_seven_days_and_in_none_afterwards(
    town: Service, clock: TurnedClock, tmp_path: Path
) -> None:
    assert town.backups is not None
    assert town.backups.settings.kept_days == 7
    back_up(town)
    with town.database.writing() as session:
        session.execute(delete(PatronRow).where(PatronRow.id == PATRON))
    found = []
    for _ in range(7):
        clock.turn(DAY)
        back_up(town)
        found.append((erase_backups(town), files_with_the_patron(town, tmp_path)))
    assert found == [(0, 1)] * 6 + [(1, 0)]


def test_so_many_are_kept_and_no_more(town: Service, clock: TurnedClock) -> None:
    assert town.backups is not None
    for _ in range(4):
        back_up(town)
        clock.turn(timedelta(hours=1))
    few = replace(town.backups, settings=replace(town.backups.settings, most=2))
    assert few.erase(clock.now()) == 2
    assert [each.made_at for each in few.kept()] == [
        clock.now() - timedelta(hours=hours) for hours in (2, 1)
    ]


def test_what_a_killed_process_left_half_written_is_erased_too(
    town: Service, clock: TurnedClock, folder: Path, work: Path
) -> None:
    assert town.backups is not None
    yesterday = (clock.now() - DAY).timestamp()
    for place in (folder, work):
        place.mkdir(exist_ok=True)
        for name, changed in (("library-1.part", yesterday), ("library-2.part", yesterday + 1)):
            (place / name).write_text(CANARY)
            os.utime(place / name, (changed, changed))
    (folder / "letter.txt").write_text("of somebody else")
    assert erase_backups(town) == 2
    assert sorted(each.name for each in folder.iterdir()) == ["letter.txt", "library-2.part"]


def test_without_a_folder_no_backup_is_made(service: Service) -> None:
    assert (back_up(service), erase_backups(service)) == (0, 0)
