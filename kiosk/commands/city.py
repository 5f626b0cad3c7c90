"""A city's central service: its settings stand in a file of its own, and no kiosk beside it."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from kiosk.domain.errors import SettingWrong
from kiosk.settings import PROJECT

if TYPE_CHECKING:
    from kiosk.central.settings import CentralSettings

ServiceFile = Annotated[
    Path | None, typer.Option("--service", help="settings file (TOML) of a city's service")
]
ASSETS = PROJECT / "assets"


def city_settings(service: Path, settings: Path | None = None) -> "CentralSettings":
    """What the file and the environment say; LIBRARY_SERVICE_DATABASE_URL may hold a password.

    Raises:
        SettingWrong: also where a kiosk's settings were given too.
    """
    from kiosk.central.settings import CentralSettings  # noqa: PLC0415 - the panel has no service

    if settings is not None:
        allowed = "one of the two"
        raise SettingWrong("command line", "--settings, --service", None, allowed, "both")
    return CentralSettings.read(service, os.environ)


def fill_city(settings: "CentralSettings") -> None:
    """Fill an empty database with the demonstration library; one with a library stays.

    Raises:
        SettingWrong, StorageBroken, StorageBusy, StorageFull.
    """
    from kiosk.central.demonstration.fill import fill, holds_library  # noqa: PLC0415
    from kiosk.central.storage.database import Database  # noqa: PLC0415 - as above
    from kiosk.central.storage.migrate import migrate  # noqa: PLC0415

    migrate(settings.database)
    database = Database(settings.database)
    try:
        if not holds_library(database):
            fill(database, today_in(settings), ASSETS)
    finally:
        database.close()


def demonstrated_city(service: Path, settings: Path | None = None) -> "CentralSettings":
    """Of a city that holds the demonstration library, filled now if its database was empty.

    Raises:
        SettingWrong: somebody else is a patron there; nothing is invented about real people.
    """
    from kiosk.central.demonstration.fill import holds_only_the_invented  # noqa: PLC0415
    from kiosk.central.storage.database import Database  # noqa: PLC0415 - as above

    known = city_settings(service, settings)
    fill_city(known)
    database = Database(known.database)
    try:
        if not holds_only_the_invented(database, ASSETS):
            allowed = "a database with the patrons of the demonstration only"
            raise SettingWrong(str(service), "database_url", None, allowed, "others")
    finally:
        database.close()
    return known


def today_in(settings: "CentralSettings") -> date:
    """In the city's own zone."""
    from kiosk.central.policy_file import read_policy  # noqa: PLC0415 - as above

    zone = ZoneInfo(read_policy(settings.policy_file).calendar.zone)
    return datetime.now(zone).date()
