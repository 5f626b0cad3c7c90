"""The command `kiosk doctor`."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.central import SettingsFile
from kiosk.commands.telling import told_plainly
from kiosk.settings import read_settings

_AsJson = Annotated[bool, typer.Option("--json", help="as JSON")]
_Scanner = Annotated[bool, typer.Option("--scanner", help="scan test codes: what it can read")]
_Codes = Annotated[Path | None, typer.Option(help="write the test codes there as PNG")]


@told_plainly
def doctor(
    settings: SettingsFile = None,
    *,
    as_json: _AsJson = False,
    scanner: _Scanner = False,
    codes: _Codes = None,
) -> None:
    """Say what is plugged in, and what each device needs; status 1 if something is to be done."""
    from kiosk.commands.doctor import (  # noqa: PLC0415 - quick help
        asking,
        examination,
        machine,
        report,
        scanner_session,
    )

    wanted = read_settings(settings)
    if scanner:
        findings = scanner_session.try_scanner(wanted, codes)
    else:
        findings = examination.examine(machine.Machine(), wanted, asking.questions(wanted))
    raise typer.Exit(report.tell(findings, as_json=as_json))
