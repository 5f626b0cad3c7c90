"""`kiosk central import …`: what a technician reads in from another system."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.central import SettingsFile, prepare_library, service_settings
from kiosk.commands.city import ASSETS, ServiceFile
from kiosk.commands.telling import told_plainly
from kiosk.settings import read_settings

if TYPE_CHECKING:
    from kiosk.central.settings import CentralSettings

imports = typer.Typer(
    help="Read branches, titles, items, patrons and loans in; the same file twice changes nothing.",
    no_args_is_help=True,
)


class Form(StrEnum):
    """What a file of titles may be."""

    MARC = "marc"
    MARCXML = "marcxml"
    CSV = "csv"
    AOZORA = "aozora"  # the list of works of Aozora Bunko


class Encoding(StrEnum):
    """What a CSV file may be written in."""

    UTF_8 = "utf-8"
    CP932 = "cp932"


Files = Annotated[list[Path], typer.Argument(help="files to read")]
Mapping = Annotated[Path | None, typer.Option("--mapping", help="mapping file (TOML)")]
Written = Annotated[Encoding | None, typer.Option("--encoding", help="of CSV files")]
ReportFile = Annotated[
    Path | None, typer.Option("--report", help="write down here what could not be taken (CSV)")
]
Guessed = Annotated[Form | None, typer.Option("--form", help="what the files are; else guessed")]


@imports.command()
@told_plainly
def branches(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Read the library's branches (CSV), in the order in which it names them."""
    sys.exit(_read("branches", files, None, mapping, encoding, report, _ready(settings, service)))


@imports.command()
@told_plainly
def titles(
    files: Files,
    form: Guessed = None,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Read titles into the catalogue: MARC 21, MARCXML, CSV, or Aozora Bunko's list."""
    sys.exit(_read("titles", files, form, mapping, encoding, report, _ready(settings, service)))


@imports.command()
@told_plainly
def items(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Read the items of titles (CSV); titles and branches must be there."""
    sys.exit(_read("items", files, None, mapping, encoding, report, _ready(settings, service)))


@imports.command()
@told_plainly
def patrons(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Read patrons (CSV); they sign in with their initial password first."""
    sys.exit(_read("patrons", files, None, mapping, encoding, report, _ready(settings, service)))


@imports.command()
@told_plainly
def loans(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
    service: ServiceFile = None,
) -> None:
    """Read what is on loan (CSV); items and patrons must be there."""
    sys.exit(_read("loans", files, None, mapping, encoding, report, _ready(settings, service)))


def _read(
    kind: str,
    files: list[Path],
    form: Form | None,
    mapping: Path | None,
    encoding: Encoding | None,
    report: Path | None,
    into: "Ready",
) -> int:
    from kiosk.central.importing.csv_form import Encoding as CsvEncoding  # noqa: PLC0415
    from kiosk.central.importing.files import ImportKind, Order  # noqa: PLC0415
    from kiosk.central.importing.forms import TitleForm  # noqa: PLC0415
    from kiosk.central.policy_file import read_policy  # noqa: PLC0415
    from kiosk.commands.importing import read_in  # noqa: PLC0415 - the panel has no service

    order = Order(
        kind=ImportKind(kind),
        files=files,
        shipped=into.assets / "importing",
        card=read_policy(into.settings.policy_file).card,
        form=TitleForm(form) if form else None,
        mapping=mapping,
        encoding=CsvEncoding(encoding) if encoding else None,
    )
    return read_in(into.settings, order, report)


@dataclass(frozen=True, slots=True)
class Ready:
    """The service whose database takes what is read in, and the assets with the mappings."""

    settings: "CentralSettings"
    assets: Path


def _ready(settings: Path | None, service: Path | None) -> Ready:
    """Bring the database up to date; beside a kiosk, fill an empty demonstration before."""
    from kiosk.central.storage.migrate import migrate  # noqa: PLC0415 - the panel has no service

    found = service_settings(settings, service)
    if service is not None:
        migrate(found.database)
        return Ready(found, ASSETS)
    wanted = read_settings(settings)
    prepare_library(wanted)
    return Ready(found, wanted.assets_folder)
