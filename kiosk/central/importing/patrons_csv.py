"""Patrons in a CSV file, by a mapping file."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from unicodedata import normalize

from kiosk.central.importing.cells import Cells
from kiosk.central.importing.csv_form import Column, CsvForm
from kiosk.central.importing.csv_source import CsvSource
from kiosk.central.importing.found import Found
from kiosk.central.importing.refusals import RowRefused
from kiosk.domain.codes import library_card
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy


@dataclass(frozen=True, slots=True)
class PatronColumns:
    """Where each stands; "" for what the file does not have."""

    card_number: Column
    name: Column
    birth_date: Column
    email: str = ""
    telephone: str = ""
    fax: str = ""
    email_is_confirmed: str = ""
    telephone_is_confirmed: str = ""
    fax_is_confirmed: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class PatronsMapping:
    form: CsvForm
    columns: PatronColumns


@dataclass(frozen=True, slots=True)
class Contact:
    value: str | None = field(repr=False)
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Patron:
    """A patron as another system knows them; None is a contact that the file does not tell."""

    card_number: CardNumber = field(repr=False)
    name: str = field(repr=False)
    birth_date: date = field(repr=False)
    email: Contact | None = None
    telephone: Contact | None = None
    fax: Contact | None = None


def csv_patrons(file: Path, mapping: PatronsMapping, card: CardPolicy) -> CsvSource[Patron]:
    def understand(number: int, cells: Cells) -> Found[Patron]:
        key = card_number(cells, mapping.columns.card_number, card)
        is_withdrawn = cells.flag(mapping.columns.withdrawn)
        patron = None if is_withdrawn else _patron(key, cells, mapping.columns)
        return Found(number, key, patron)

    return CsvSource(file, mapping.form, mapping.columns, understand)


def card_number(cells: Cells, column: str, card: CardPolicy) -> CardNumber:
    """Without start and stop letters; raises RowRefused for what the policy has no card like."""
    number = library_card(normalize("NFKC", cells.needed(column)), card)
    if number is None:
        raise RowRefused(f"{column} is no card number as the policy has them.")
    return number


def _patron(number: CardNumber, cells: Cells, columns: PatronColumns) -> Patron:
    return Patron(
        card_number=number,
        name=cells.needed(columns.name),
        birth_date=cells.needed_day(columns.birth_date),
        email=_contact(cells, columns.email, columns.email_is_confirmed),
        telephone=_contact(cells, columns.telephone, columns.telephone_is_confirmed),
        fax=_contact(cells, columns.fax, columns.fax_is_confirmed),
    )


def _contact(cells: Cells, column: str, is_confirmed: str) -> Contact | None:
    if not column:
        return None
    value = cells.text(column) or None
    return Contact(value, is_confirmed=value is not None and cells.flag(is_confirmed))
