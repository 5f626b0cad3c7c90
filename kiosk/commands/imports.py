"""`kiosk central import …`: what a technician reads in from another system."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.central import SettingsFile, central_settings, prepare_library
from kiosk.commands.folder import prepare_folder
from kiosk.commands.telling import told_plainly
from kiosk.settings import read_settings

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
) -> None:
    """Read the library's branches (CSV), in the order in which it names them."""
    sys.exit(_read("branches", files, None, mapping, encoding, report, settings))


@imports.command()
@told_plainly
def titles(
    files: Files,
    form: Guessed = None,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
) -> None:
    """Read titles into the catalogue: MARC 21, MARCXML, CSV, or Aozora Bunko's list."""
    sys.exit(_read("titles", files, form, mapping, encoding, report, settings))


@imports.command()
@told_plainly
def items(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
) -> None:
    """Read the items of titles (CSV); titles and branches must be there."""
    sys.exit(_read("items", files, None, mapping, encoding, report, settings))


@imports.command()
@told_plainly
def patrons(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
) -> None:
    """Read patrons (CSV); they sign in with their initial password first."""
    sys.exit(_read("patrons", files, None, mapping, encoding, report, settings))


@imports.command()
@told_plainly
def loans(
    files: Files,
    mapping: Mapping = None,
    encoding: Written = None,
    report: ReportFile = None,
    settings: SettingsFile = None,
) -> None:
    """Read what is on loan (CSV); items and patrons must be there."""
    sys.exit(_read("loans", files, None, mapping, encoding, report, settings))


def _read(
    kind: str,
    files: list[Path],
    form: Form | None,
    mapping: Path | None,
    encoding: Encoding | None,
    report: Path | None,
    settings: Path | None,
) -> int:
    from kiosk.central.importing.csv_form import Encoding as CsvEncoding  # noqa: PLC0415
    from kiosk.central.importing.files import ImportKind, Order  # noqa: PLC0415
    from kiosk.central.importing.forms import TitleForm  # noqa: PLC0415
    from kiosk.central.policy_file import read_policy  # noqa: PLC0415
    from kiosk.commands.importing import read_in  # noqa: PLC0415 - the panel has no service

    wanted = read_settings(settings)
    prepare_folder(wanted)
    prepare_library(wanted)
    service = central_settings(wanted)
    order = Order(
        kind=ImportKind(kind),
        files=files,
        shipped=wanted.assets_folder / "importing",
        card=read_policy(service.policy_file).card,
        form=TitleForm(form) if form else None,
        mapping=mapping,
        encoding=CsvEncoding(encoding) if encoding else None,
    )
    return read_in(service, order, report)
