"""Loans in a CSV file, by a mapping file."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.central.importing.cells import Cells
from kiosk.central.importing.csv_form import Column, CsvForm
from kiosk.central.importing.csv_source import CsvSource
from kiosk.central.importing.found import Found
from kiosk.central.importing.patrons_csv import card_number
from kiosk.central.importing.refusals import RowRefused
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy

_MOST_RENEWALS = 99


@dataclass(frozen=True, slots=True)
class LoanColumns:
    """Where each stands; "" for what the file does not have."""

    item_barcode: Column
    card_number: Column
    lent_on: Column
    due_on: Column
    renewals: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class LoansMapping:
    form: CsvForm
    columns: LoanColumns


@dataclass(frozen=True, slots=True)
class Loan:
    item_barcode: str
    card_number: CardNumber = field(repr=False)
    lent_on: date
    due_on: date
    renewals: int = 0


def csv_loans(file: Path, mapping: LoansMapping, card: CardPolicy) -> CsvSource[Loan]:
    def understand(number: int, cells: Cells) -> Found[Loan]:
        barcode = cells.needed(mapping.columns.item_barcode)
        is_withdrawn = cells.flag(mapping.columns.withdrawn)
        return Found(number, barcode, None if is_withdrawn else _loan(cells, mapping.columns, card))

    return CsvSource(file, mapping.form, mapping.columns, understand)


def _loan(cells: Cells, columns: LoanColumns, card: CardPolicy) -> Loan:
    loan = Loan(
        item_barcode=cells.needed(columns.item_barcode),
        card_number=card_number(cells, columns.card_number, card),
        lent_on=cells.needed_day(columns.lent_on),
        due_on=cells.needed_day(columns.due_on),
        renewals=cells.number(columns.renewals, _MOST_RENEWALS) or 0,
    )
    if loan.due_on < loan.lent_on:
        raise RowRefused(f"{columns.due_on} is before {columns.lent_on}.")
    return loan
