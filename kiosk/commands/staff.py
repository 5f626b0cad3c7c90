"""`kiosk central staff …`: who may sign in at the counter; the first supervisor comes from here."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.central import SettingsFile, service_settings
from kiosk.commands.city import ServiceFile
from kiosk.commands.telling import told_plainly
from kiosk.domain.branches import BranchId
from kiosk.domain.staff import Role, StaffNumber

if TYPE_CHECKING:
    from kiosk.central.settings import CentralSettings
    from kiosk.central.staff.colleagues import Colleagues

staff = typer.Typer(help="Who works at the counters.", no_args_is_help=True)

Number = Annotated[str, typer.Argument(help="staff number")]
Password = Annotated[
    str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="asked for")
]


@staff.command()
@told_plainly
def add(
    number: Number,
    name: Annotated[str, typer.Argument(help="as colleagues know it")],
    password: Password,
    role: Annotated[Role, typer.Option(help="what they may do")] = Role.COUNTER,
    branch: Annotated[str, typer.Option(help="id of their own branch")] = "main",
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Let somebody in."""
    from kiosk.central.staff.colleagues import named  # noqa: PLC0415 - the panel has no service

    with _colleagues(service_settings(settings, service)) as colleagues:
        colleagues.add(named(number, name, role, BranchId(branch)), password)


@staff.command("list")
@told_plainly
def list_all(settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Tell who works here."""
    with _colleagues(service_settings(settings, service)) as colleagues:
        for one in colleagues.all():
            print(f"{one.number:<8} {one.role.value:<12} {one.branch.id:<12} {one.name}")


@staff.command("password")
@told_plainly
def set_password(
    number: Number, password: Password, settings: SettingsFile = None, service: ServiceFile = None
) -> None:
    """Set somebody's password; what they had open ends."""
    with _colleagues(service_settings(settings, service)) as colleagues:
        colleagues.set_password(StaffNumber(number), password)


@staff.command("let-go")
@told_plainly
def let_go(number: Number, settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Let somebody sign in no more; what they looked at stays in the record."""
    with _colleagues(service_settings(settings, service)) as colleagues:
        colleagues.let_go(StaffNumber(number))


@contextmanager
def _colleagues(wanted: "CentralSettings") -> Iterator["Colleagues"]:
    """On the data of a service, which may be running."""
    from kiosk.central.accounts.attempts import Attempts  # noqa: PLC0415 - as above
    from kiosk.central.accounts.hashing import ArgonHasher  # noqa: PLC0415
    from kiosk.central.accounts.pepper import Pepper  # noqa: PLC0415
    from kiosk.central.clock import SystemClock  # noqa: PLC0415
    from kiosk.central.policy_file import read_policy  # noqa: PLC0415
    from kiosk.central.staff.colleagues import Colleagues  # noqa: PLC0415
    from kiosk.central.storage.database import Database  # noqa: PLC0415
    from kiosk.central.storage.migrate import migrate  # noqa: PLC0415

    migrate(wanted.database)
    database = Database(wanted.database)
    try:
        clock, policy = SystemClock(), read_policy(wanted.policy_file)
        attempts = Attempts(database, clock, policy.attempts)
        hasher = ArgonHasher(wanted.password_hash, Pepper.read(wanted.password_key_file))
        yield Colleagues(database, clock, hasher, attempts)
    finally:
        database.close()
