"""`kiosk central …`: the central service and what its technician does with it."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.city import (
    ServiceFile,
    city_settings,
    demonstrated_city,
    fill_city,
    today_in,
)
from kiosk.commands.folder import prepare_folder
from kiosk.commands.telling import telling, told_plainly
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import SettingWrong
from kiosk.services.kiosk_key import read_key
from kiosk.settings import Settings, read_settings

if TYPE_CHECKING:
    from kiosk.central.preparing import Preparation
    from kiosk.central.settings import CentralSettings

central = typer.Typer(help="The central service.", no_args_is_help=True)


SettingsFile = Annotated[Path | None, typer.Option("--settings", help="settings file (TOML)")]


@central.command()
def serve(
    fd: Annotated[int | None, typer.Option(help="a listening socket's descriptor")] = None,
    at: Annotated[str | None, typer.Option(help="or a path, or a port of this machine")] = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
    *,
    counter_fd: Annotated[int | None, typer.Option(help="the same for the staff's pages")] = None,
    counter: Annotated[str | None, typer.Option(help="or a port of this machine for them")] = None,
    watch_fd: Annotated[int | None, typer.Option(help="the same for readiness and metrics")] = None,
    watch: Annotated[str | None, typer.Option(help="or a port of this machine for them")] = None,
    phones: Annotated[str | None, typer.Option(help="an address and port for phones")] = None,
    beside_kiosk: Annotated[bool, typer.Option(help="end with the parent process")] = False,
    quiet: Annotated[bool, typer.Option(help="write down only what goes wrong")] = False,
) -> None:
    """Serve kiosks, and staff, on sockets that were handed over, or that are opened here.

    Beside a kiosk, why it cannot be served goes to standard output, where the kiosk reads it.
    """
    from kiosk.central.serve import serve as serve_on  # noqa: PLC0415 - the panel has no service
    from kiosk.commands.opening import another_listener, listener  # noqa: PLC0415

    with telling(sys.stdout, who="") if beside_kiosk else telling():
        wanted, first = _to_serve(settings, service)
        house, public = wanted.tls.is_set, wanted.phones.is_set
        serve_on(
            wanted,
            listener(fd, at, with_tls=house),
            counter_fd=another_listener(counter_fd, counter, "--counter", with_tls=house),
            watch_fd=another_listener(watch_fd, watch, "--watch"),
            phones_fd=another_listener(None, phones, "--phones", with_tls=public),
            first=first,
            watch_stdin=beside_kiosk,
            is_quiet=quiet,
        )


@central.command("fill")
@told_plainly
def fill_demonstration(settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Fill an empty data folder with the demonstration library; one with a library stays."""
    if service is not None:
        fill_city(city_settings(service, settings))
        return
    wanted = read_settings(settings)
    if not wanted.is_demonstration:
        where = str(settings) if settings else "environment"
        raise SettingWrong(where, "is_demonstration", None, "true, to fill it", "false")
    prepare_folder(wanted)
    prepare_library(wanted)


@central.command("migrate")
@told_plainly
def migrate_database(settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Bring the database to the shape that this version needs; a service then only serves it."""
    from kiosk.central.storage.migrate import migrate  # noqa: PLC0415 - the panel has no service

    migrate(service_settings(settings, service).database)


@central.command("compact")
@told_plainly
def compact_database(settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Write the database anew, so that nothing of what was erased is left in its gaps."""
    from kiosk.central.storage.database import Database  # noqa: PLC0415 - the panel has no service

    database = Database(service_settings(settings, service).database)
    try:
        database.compact()
    finally:
        database.close()


@central.command("simulate-day")
@told_plainly
def simulate_day(
    days: Annotated[int, typer.Option(min=1, max=366, help="how many, one after the other")] = 1,
    seed: Annotated[int, typer.Option(help="the same seed, the same days")] = 1,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Let an invented town borrow, bring back and reserve, and librarians do their rounds.

    The first day is today, or the one after the last that was simulated. A running service stays.
    """
    from kiosk.commands.simulating import simulate  # noqa: PLC0415 - the panel has no service

    if service is not None:
        known = demonstrated_city(service, settings)
        simulate(known, today_in(known), days=days, seed=seed)
        return
    wanted = read_settings(settings)
    if not wanted.is_demonstration:
        where = str(settings) if settings else "environment"
        raise SettingWrong(where, "is_demonstration", None, "true, to simulate days", "false")
    prepare_folder(wanted)
    prepare_library(wanted)
    today = datetime.now(wanted.zone).date()
    simulate(central_settings(wanted), today, days=days, seed=seed)


def service_settings(settings: Path | None, service: Path | None) -> "CentralSettings":
    """Of a city's service, or else of the one beside the kiosk, whose folder is made ready.

    Raises:
        SettingWrong.
    """
    if service is not None:
        return city_settings(service, settings)
    wanted = read_settings(settings)
    prepare_folder(wanted)
    return central_settings(wanted)


def _to_serve(
    settings: Path | None, service: Path | None
) -> tuple["CentralSettings", Callable[[], None]]:
    """What is served, and what is done first: a city's kiosks are let in by enrolment."""
    if service is not None:
        return city_settings(service, settings), lambda: None
    wanted = service_settings(settings, None)
    return wanted, preparation(read_settings(settings)).prepare


def central_settings(settings: Settings) -> "CentralSettings":
    """The embedded service's settings: those that follow from the kiosk's, and its own file.

    Raises:
        SettingWrong: in the service's own file.
    """
    from kiosk.central.settings import PREFIX, CentralSettings  # noqa: PLC0415

    words = settings.assets_folder / "words"
    if settings.central.service is None:
        known = CentralSettings(settings.folder, settings.central.policy, words_folder=words)
        return _demonstrated(known, settings) if settings.is_demonstration else known
    ours = {"DATA_FOLDER": settings.folder, "POLICY_FILE": settings.central.policy}
    given = {**os.environ, **{f"{PREFIX}{key}": str(value) for key, value in ours.items()}}
    read = CentralSettings.read(settings.central.service, given)
    return replace(read, words_folder=words)


def _demonstrated(known: "CentralSettings", settings: Settings) -> "CentralSettings":
    """Trusts the test authority, and lays its e-mails where they can be read."""
    from kiosk.central.my_number.settings import MyNumberSettings, Verifier  # noqa: PLC0415
    from kiosk.central.notices.mail.settings import MailSettings  # noqa: PLC0415

    return replace(
        known,
        trust_anchors=settings.assets_folder / "demonstration" / "my_number" / "anchors",
        my_number=MyNumberSettings(Verifier.SIMULATED, needs_lists=False),
        mail=MailSettings(folder=settings.folder / "mail"),
    )


def preparation(settings: Settings) -> "Preparation":
    """What the embedded service needs before it answers this kiosk."""
    from kiosk.central.accounts.known_kiosks import KnownKiosk  # noqa: PLC0415
    from kiosk.central.preparing import Preparation  # noqa: PLC0415

    return Preparation(
        settings=central_settings(settings),
        kiosk=KnownKiosk(settings.kiosk_number, BranchId(settings.place.branch_id)),
        key=read_key(settings.kiosk_key_file),
        demonstration=settings.assets_folder if settings.is_demonstration else None,
        today=datetime.now(settings.zone).date(),
    )


def prepare_library(settings: Settings) -> None:
    """Bring the database up to date, fill an empty demonstration, let this kiosk in."""
    preparation(settings).prepare_or_wait()
