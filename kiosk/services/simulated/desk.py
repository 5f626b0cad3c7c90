"""What lies at the simulated desk: a My Number card, a printer, and slips as plain text."""

from collections.abc import Sequence

from kiosk.domain.branches import Branch
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import (
    PaperOut,
)
from kiosk.domain.looks import Language
from kiosk.domain.reservations import Reservation
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle
from kiosk.services.simulated.trouble import Breakable


class SimulatedPrinter(Breakable):
    """Keeps what it printed, to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[Slip] = []
        self._has_paper = True

    def print(self, slip: Slip) -> None:
        self._stumble()
        if not self._has_paper:
            raise PaperOut
        self.printed.append(slip)

    def finish(self, limit_s: float) -> None:
        """Its slips are out at once."""

    def health(self) -> Health:
        if self._has_paper:
            return Health(Device.PRINTER, Condition.READY)
        return Health(Device.PRINTER, Condition.GONE, "paper_out")

    def runs_out_of_paper(self) -> None:
        self._has_paper = False

    def gets_paper(self) -> None:
        self._has_paper = True


class PlainSlips(Breakable):
    """Slips whose picture is empty; only their text is laid out."""

    def reservation(self, reservation: Reservation, language: Language) -> Slip:
        self._stumble()
        lines = (
            reservation.title_name,
            str(reservation.call_number),
            _named(reservation.pickup, language),
            reservation.number,
        )
        return Slip(b"", b"", "\n".join(lines))

    def location(self, found: FoundTitle, language: Language) -> Slip:
        self._stumble()
        places = (
            f"{_named(each.branch, language)} {each.shelf}".strip()
            for each in found.availability.holdings
        )
        lines = (found.title.name, str(found.title.call_number), *places)
        return Slip(b"", b"", "\n".join(filter(None, lines)))

    def titles(self, titles: Sequence[FoundTitle], language: Language) -> tuple[Slip, ...]:
        self._stumble()
        text = "\n".join(self.location(each, language).text for each in titles)
        return (Slip(b"", b"", text),) if titles else ()


def _named(branch: Branch, language: Language) -> str:
    return branch.latin_name if language is Language.ENGLISH else branch.name
