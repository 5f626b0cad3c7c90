"""What the library holds: titles, their items' whereabouts, and call numbers."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from kiosk.domain.availability import Availability, Holding, Whereabouts
from kiosk.domain.materials import Material

__all__ = [
    "Availability",
    "CallNumber",
    "Creator",
    "FoundTitle",
    "Holding",
    "Material",
    "Title",
    "TitleId",
    "Whereabouts",
]

TitleId = NewType("TitleId", str)


@dataclass(frozen=True, slots=True)
class CallNumber:
    """The three rows of a spine label."""

    ndc: str  # Nippon Decimal Classification, 10th edition: "913.6"
    mark: str = ""  # author mark in katakana: "ナツ"
    volume: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.ndc, self.mark, self.volume) if part)

    @property
    def main_class(self) -> str:
        """The first digit of the NDC, which gives a book its colour; "0" where there is none."""
        digits = [letter for letter in self.ndc if letter.isdigit()]
        return digits[0] if digits else "0"


@dataclass(frozen=True, slots=True)
class Creator:
    name: str  # as catalogued: "夏目 漱石"
    reading: str | None = None  # hiragana, words divided by spaces; None where nobody knows it
    role: str | None = None  # None for the author


@dataclass(frozen=True, slots=True)
class Title:
    """A bibliographic record, as much of it as a patron needs."""

    id: TitleId
    name: str
    reading: str | None = None  # hiragana, words divided by spaces; None where nobody knows it
    creators: tuple[Creator, ...] = ()
    publisher: str = ""
    year: int | None = None
    material: Material = Material.BOOK
    call_number: CallNumber = CallNumber("")
    language: str = "ja"  # ISO 639-1
    isbn: str | None = None  # 13 digits without hyphens
    is_for_children: bool = False
    summary: str = ""
    subjects: tuple[str, ...] = ()
    series: str | None = None
    extent: str = ""  # as catalogued: "525p"
    added_on: date | None = None  # when it came into the library
    set_id: TitleId | None = None  # of the set or magazine whose volume or issue this is
    part: str = ""  # which one, as printed: "上巻", "2", "2026年11月号"
    part_rank: int = 0  # its order in the set
    work: str = ""  # alike for all editions of one work in one language


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A title together with where it is."""

    title: Title
    availability: Availability = Availability()  # noqa: RUF009 - empty and never changed
    parts: int = 0  # volumes or issues of a set that the library has
