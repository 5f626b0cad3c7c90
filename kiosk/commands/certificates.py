"""`kiosk central certificates …`: the private authority, what it issues, and how long it lasts."""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.telling import told_plainly
from kiosk.domain.errors import SettingWrong
from kiosk.services.whole_file import write_whole

if TYPE_CHECKING:
    from kiosk.central.certificates.authority import PrivateAuthority

certificates = typer.Typer(help="TLS by an authority of the library's own.", no_args_is_help=True)

FEW = 1  # status of --check: a certificate is over soon
SHORTEST_PASSPHRASE = 12
_CERTIFICATE, _KEY = "authority.pem", "authority.key"
_NEVER_OVER_ANOTHER = "a folder without an authority"

Folder = Annotated[Path, typer.Option(help="of the authority; best a stick that lies in a safe")]
Passphrase = Annotated[
    str, typer.Option(prompt=True, hide_input=True, help="of the authority's key; asked for")
]
NewPassphrase = Annotated[
    str,
    typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="asked for, twice"),
]


@certificates.command()
@told_plainly
def authority(
    folder: Folder,
    passphrase: NewPassphrase,
    name: Annotated[str, typer.Option(help="of the library")] = "Library kiosks",
    days: Annotated[int, typer.Option(min=1, max=7300)] = 3650,
) -> None:
    """Make an authority: a certificate that kiosks believe, and a key locked by a passphrase."""
    from kiosk.central.certificates.authority import (  # noqa: PLC0415 - quick help
        PrivateAuthority,
        fingerprint_of,
    )

    if len(passphrase) < SHORTEST_PASSPHRASE:
        allowed = f"{SHORTEST_PASSPHRASE} signs or more"
        raise SettingWrong("command line", "--passphrase", None, allowed, "fewer")
    if (folder / _KEY).exists():
        raise SettingWrong(str(folder), _KEY, None, _NEVER_OVER_ANOTHER, "one")
    made = PrivateAuthority.new(name, datetime.now(UTC), timedelta(days=days))
    write_whole(folder / _KEY, made.locked_key(passphrase).decode())
    write_whole(folder / _CERTIFICATE, made.pem.decode())
    print(f"Authority: {folder / _CERTIFICATE}")
    print(f"Fingerprint: {fingerprint_of(made.certificate)}")


@certificates.command()
@told_plainly
def issue(
    names: Annotated[list[str], typer.Argument(help="host names and addresses of the server")],
    folder: Folder,
    out: Annotated[Path, typer.Option(help="where certificate and key are written, one file")],
    passphrase: Passphrase,
    days: Annotated[int, typer.Option(min=1, max=825)] = 397,
) -> None:
    """Issue or renew a server's certificate; a running service shows it within a minute."""
    issued = _authority(folder, passphrase).issue(names, datetime.now(UTC), timedelta(days=days))
    write_whole(out, issued.decode())
    print(f"{out}: {', '.join(names)}, {days} days")


@certificates.command("days-left")
@told_plainly
def days_left(
    files: Annotated[list[Path], typer.Argument(help="certificates, PEM")],
    check: Annotated[int, typer.Option(min=0, help="status 1 where fewer days are left")] = 0,
) -> None:
    """Tell for how many days each certificate is good."""
    from kiosk.central.certificates.looking import days_left as count  # noqa: PLC0415 - quick help

    left = count(files)
    for file, days in left.items():
        print(f"{file}: {days} days left")
    if min(left.values()) < check:
        sys.exit(FEW)


def _authority(folder: Path, passphrase: str) -> "PrivateAuthority":
    from kiosk.central.certificates.authority import PrivateAuthority  # noqa: PLC0415 - quick help

    certificate, key = ((folder / name).read_bytes() for name in (_CERTIFICATE, _KEY))
    try:
        return PrivateAuthority.read(certificate, key, passphrase)
    except ValueError as error:
        key_file = os.fspath(folder / _KEY)
        raise SettingWrong(key_file, "--passphrase", None, "the one it was locked with") from error
