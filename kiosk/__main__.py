"""The command line: run, panel, central, search, doctor, devices, staff-secret, prove-wipe."""

import json
import logging
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.backups import add_backups
from kiosk.commands.central import SettingsFile, central
from kiosk.commands.certificates import certificates
from kiosk.commands.devices import devices
from kiosk.commands.doctor.command import doctor
from kiosk.commands.enrolling import add_enrolling, enrol_here
from kiosk.commands.imports import imports
from kiosk.commands.staff import staff
from kiosk.commands.telling import told_plainly
from kiosk.settings import read_settings

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)

app = typer.Typer(
    help="The library's search-and-service kiosk.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(central, name="central")
central.add_typer(imports, name="import")
central.add_typer(staff, name="staff")
central.add_typer(certificates, name="certificates")
add_enrolling(central)
app.command("enrol")(enrol_here)
app.command("doctor")(doctor)
app.add_typer(devices, name="devices")
add_backups(central)

Portrait = Annotated[bool, typer.Option(help="an upright panel, 1080 × 1920")]
Windowed = Annotated[bool, typer.Option(help="in a window instead of the full screen")]
Simulate = Annotated[bool, typer.Option(help="simulated devices, in a small second window")]
Targets = Annotated[Path | None, typer.Option(help="keep a list of what can be touched here")]


@app.command()
@told_plainly
def run(
    settings: SettingsFile = None,
    *,
    windowed: Windowed = False,
    simulate: Simulate = False,
    portrait: Portrait = False,
    targets: Targets = None,
) -> None:
    """Run the kiosk: panel, warmed spare, and the central service beside it."""
    from kiosk.commands import start  # noqa: PLC0415 - quick help

    wanted = read_settings(settings)
    given = {"--windowed": windowed, "--simulate": simulate, "--portrait": portrait}
    options = [name for name, is_on in given.items() if is_on]
    options += ["--targets", str(targets.absolute())] if targets else []
    start.run(wanted, settings, options, PORTRAIT if portrait else LANDSCAPE)


@app.command()
@told_plainly
def panel(
    control: Annotated[int, typer.Option(help="the supervisor's line: a descriptor")],
    settings: SettingsFile = None,
    *,
    windowed: Windowed = False,
    simulate: Simulate = False,
    portrait: Portrait = False,
    targets: Targets = None,
) -> None:
    """Show the screens; started by the supervisor."""
    from kiosk.app import Showing, show  # noqa: PLC0415 - Qt only where it is shown

    size = PORTRAIT if portrait else LANDSCAPE
    showing = Showing(windowed=windowed, simulate=simulate, size=size, targets=targets)
    raise typer.Exit(show(read_settings(settings), control, showing))


@app.command()
@told_plainly
def search(
    query: str,
    settings: SettingsFile = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 10,
) -> None:
    """Search the catalogue as a patron would."""
    from kiosk.commands.search import answer  # noqa: PLC0415 - quick help

    logging.basicConfig(level=logging.ERROR, format="kiosk: %(message)s")
    named = ["--settings", str(settings.absolute())] if settings else []
    found = answer(read_settings(settings), named, query, limit)
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    print(f"{found['total']} found")
    for title in found["titles"]:
        print(f"{title['call_number']:<14} {title['name']}  {' / '.join(title['creators'])}")


@app.command("prove-wipe")
@told_plainly
def prove_wipe(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False,
) -> None:
    """Play visits with canaries through real processes, and look for what stays of them."""
    from kiosk.commands.prove_wipe import prove, tell  # noqa: PLC0415 - quick help

    raise typer.Exit(tell(prove(), as_json=as_json))


@app.command("staff-secret")
@told_plainly
def staff_secret(
    secret: Annotated[str, typer.Option(prompt=True, hide_input=True)],
) -> None:
    """Print a staff card's code or PIN as it is written into the settings."""
    from kiosk.services.staff_secret import StaffSecret  # noqa: PLC0415 - quick help

    print(StaffSecret.of(secret))


def main() -> None:
    """Start from the command line."""
    app()


if __name__ == "__main__":
    main()
