"""`kiosk central backup` and `kiosk central restore`: what a technician does with backups."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.central import SettingsFile, service_settings
from kiosk.commands.city import ServiceFile
from kiosk.commands.telling import told_plainly
from kiosk.domain.errors import SettingWrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.central.backups.backups import Backups
    from kiosk.central.settings import CentralSettings

Folder = Annotated[Path | None, typer.Option("--to", help="a folder; else that of [backups]")]
Checked = Annotated[Path | None, typer.Option("--check", help="only read this one, to its end")]


@told_plainly
def backup(
    to: Folder = None,
    check: Checked = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Back up the whole library while it is open, or try whether a backup is good."""
    known = service_settings(settings, service)
    backups = _backups(known)
    if check is not None:
        file, rows = check, backups.check(check)
    else:
        folder = to or known.backups.folder
        if folder is None:
            where = str(service or settings or "environment")
            raise SettingWrong(where, "backups.folder", None, "a folder, or say --to", "none")
        file, rows = backups.make(datetime.now(UTC), folder)
    print(f"{file}: good, {sum(rows.values())} rows")
    _tell(rows)


@told_plainly
def restore(
    file: Annotated[Path, typer.Argument(help="a backup")],
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Fill an empty database from a backup; end every service before."""
    from kiosk.central.backups.restoring import restore as fill  # noqa: PLC0415
    from kiosk.central.data_folder import holding  # noqa: PLC0415 - the panel has no service
    from kiosk.central.jobs.erasing import erase_again  # noqa: PLC0415
    from kiosk.central.service import assemble_from  # noqa: PLC0415

    known = service_settings(settings, service)
    with holding(known.data_folder):
        restored = fill(file, _backups(known), known.database)
        library = assemble_from(known)
        erased = erase_again(library)
        library.database.close()
    print(f"{file}: restored. What patrons erased or changed after it was made is back:")
    _tell(restored.of_patrons)
    print("Erased again, because its time was over:")
    _tell(erased)
    print(f"Perhaps sent already, so left to the staff: {restored.uncertain}")
    print("Everybody is signed out. docs/backups.md says what is to be done now.")


def add_backups(to: typer.Typer) -> None:
    to.command()(backup)
    to.command()(restore)


def _backups(known: "CentralSettings") -> "Backups":
    from kiosk.central.backups.backups import Backups  # noqa: PLC0415 - the panel has no service

    return Backups.of(known.database, known.backups, known.data_folder)


def _tell(rows: "Mapping[str, int]") -> None:
    for name, count in rows.items():
        print(f"  {name:<24} {count:>10}")
