"""The cells of one row, each read as what it should be."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from kiosk.central.importing.csv_form import CsvForm
from kiosk.central.importing.refusals import RowRefused

Value = TypeVar("Value")


class Cells:
    """A column of no name ("") is not in the file; its cells are empty.

    What is refused is said with the column, never with what stands in it.
    """

    def __init__(self, row: Mapping[str, str], form: CsvForm) -> None:
        self._row = row
        self._form = form

    def text(self, column: str) -> str:
        return self._row[column].strip() if column else ""

    def needed(self, column: str) -> str:
        """Raises RowRefused where it is empty."""
        text = self.text(column)
        if not text:
            raise RowRefused(f"{column} is empty.")
        return text

    def texts(self, column: str) -> list[str]:
        """What stands between the divider's marks; empty ones keep their place."""
        text = self.text(column)
        return [part.strip() for part in text.split(self._form.divider)] if text else []

    def day(self, column: str) -> date | None:
        """Raises RowRefused for what is no date of the mapping's form."""
        text = self.text(column)
        if not text:
            return None
        try:
            return datetime.strptime(text, self._form.date).date()  # noqa: DTZ007 - a day only
        except ValueError:
            raise RowRefused(f"{column} is no date of the form {self._form.date}.") from None

    def needed_day(self, column: str) -> date:
        day = self.day(column)
        if day is None:
            raise RowRefused(f"{column} is empty.")
        return day

    def number(self, column: str, most: int) -> int | None:
        """A whole number from 0 to the most; raises RowRefused for anything else."""
        text = self.text(column)
        if not text:
            return None
        is_one = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
        if not is_one or int(text) > most:
            raise RowRefused(f"{column} is no number from 0 to {most}.")
        return int(text)

    def flag(self, column: str) -> bool:
        text = self.text(column).casefold()
        if text in {word.casefold() for word in self._form.yes}:
            return True
        if text and text not in {word.casefold() for word in self._form.no}:
            raise RowRefused(f"{column} is neither yes nor no, as the mapping has them.")
        return False

    def one_of(self, column: str, values: Mapping[str, Value]) -> Value | None:
        """What the mapping says that the cell means; None where it is empty."""
        text = self.text(column)
        if not text:
            return None
        if text not in values:
            raise RowRefused(f"{column} is nothing that the mapping knows.")
        return values[text]
