"""What came of an import: what was taken in, and what was not, with row and reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a file that could not be taken as it stands; nothing personal is in it."""

    file: str
    row: int | None  # as a spreadsheet counts, the header being 1; None: the whole file
    reason: str  # a sentence for technicians
    unit: str = "row"

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file}, {self.unit} {self.row}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Report:
    """The sums of one import; importing the same again changes nothing."""

    changed: int = 0  # records that are new or different now
    unchanged: int = 0
    withdrawn: int = 0
    troubles: int = 0
