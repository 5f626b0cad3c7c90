"""`kiosk central enrol`, `kiosk central kiosks …` and `kiosk enrol`: how kiosks are let in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.central import SettingsFile, service_settings
from kiosk.commands.city import ServiceFile
from kiosk.commands.telling import told_plainly
from kiosk.domain.branches import BranchId
from kiosk.domain.enrolment_codes import read_enrolment_code
from kiosk.domain.errors import SettingWrong
from kiosk.domain.kiosks import KioskState
from kiosk.settings import read_settings
from kiosk.wire.kiosks import KIOSK_NUMBER

if TYPE_CHECKING:
    from kiosk.central.service import Service

kiosks = typer.Typer(help="The kiosks that are let in.", no_args_is_help=True)

Number = Annotated[str, typer.Argument(help="three digits, 001 to 999")]
Fingerprint = Annotated[
    str, typer.Option("--authority-fingerprint", help="as kiosk central certificates prints it")
]
_NONE = "-"


def add_enrolling(central: typer.Typer) -> None:
    """Put the commands below `kiosk central`."""
    central.command("enrol")(print_code)
    central.add_typer(kiosks, name="kiosks")


@told_plainly
def print_code(
    number: Annotated[str, typer.Option(help="of the kiosk, three digits")],
    branch: Annotated[str, typer.Option(help="id of the branch where it stands")],
    hours: Annotated[int, typer.Option(min=1, max=168, help="how long the code is good")] = 24,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Print a code that lets one kiosk in, once; its panel takes it, or `kiosk enrol` there."""
    if not re.fullmatch(KIOSK_NUMBER, number):
        allowed = "three digits from 001 to 999"
        raise SettingWrong("command line", "--number", None, allowed, number)
    with _service(settings, service) as central:
        print(central.enrolments.open(number, BranchId(branch), timedelta(hours=hours)))


@kiosks.command("list")
@told_plainly
def list_all(settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Tell which kiosks there are, when each was last seen, and how it is."""
    with _service(settings, service) as central:
        for state in central.watched.all():
            print(_line(state))


@kiosks.command()
@told_plainly
def revoke(number: Number, settings: SettingsFile = None, service: ServiceFile = None) -> None:
    """Let a kiosk in no more, from its next call on; who is signed in there is signed out."""
    with _service(settings, service) as central:
        central.kiosks.revoke(number)


@told_plainly
def enrol_here(
    code: Annotated[str, typer.Option(prompt=True, help="asked for")],
    fingerprint: Fingerprint = "",
    settings: SettingsFile = None,
) -> None:
    """Have this kiosk let in at the city's service: take the code, make a key, keep it.

    The panel's set-up does the same.
    """
    from kiosk.fitting import enrolment_of  # noqa: PLC0415 - quick help

    wanted = read_settings(settings)
    enrolment = enrolment_of(wanted)
    if enrolment is None:
        allowed = "the https:// address of the city's service"
        raise SettingWrong(str(settings or "settings"), "central.address", None, allowed, "nothing")
    if read_enrolment_code(code) is None:
        allowed = "a code as it was printed, like K7QM-3XPD-9TFA"
        raise SettingWrong("command line", "--code", None, allowed, "a mistyped one")
    branch = enrolment.let_in(code, fingerprint)
    print(f"Kiosk {wanted.kiosk_number} is let in at {branch}.")


def _line(state: KioskState) -> str:
    seen = state.seen_at.isoformat(timespec="minutes") if state.seen_at else _NONE
    version = state.report.version if state.report else _NONE
    is_how = "revoked" if state.revoked_at else "silent" if state.is_silent else "well"
    troubles = " ".join(
        f"{one.device.value}:{one.why or one.condition.value}" for one in state.troubles
    )
    outbox = f"outbox {state.report.outbox}" if state.report and state.report.outbox else ""
    parts = (state.number, state.branch, is_how, seen, version, outbox, troubles)
    return "  ".join(part for part in parts if part)


@contextmanager
def _service(settings: Path | None, service: Path | None) -> Iterator["Service"]:
    """On the service's data, which may be at work."""
    from kiosk.central.service import assemble_from  # noqa: PLC0415
    from kiosk.central.storage.migrate import migrate  # noqa: PLC0415 - the panel has no service

    wanted = service_settings(settings, service)
    migrate(wanted.database)
    central = assemble_from(wanted)
    try:
        yield central
    finally:
        central.database.close()
