"""What lies at the simulated desk: a My Number card, a printer, and slips as plain text."""

from kiosk.domain.branches import Branch
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import (
    CardGone,
    LastTryKept,
    PaperOut,
    PinLocked,
    PinNotFourDigits,
    PinWrong,
)
from kiosk.domain.looks import Language
from kiosk.domain.patrons import MyNumberProof
from kiosk.domain.reservations import Reservation
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle
from kiosk.services.simulated.accounts import signed
from kiosk.services.simulated.patrons import CERTIFICATE
from kiosk.services.simulated.trouble import Breakable

PIN = "1234"


class SimulatedMyNumberCard(Breakable):
    """A card on the reader, guarded as a real one: the last try is never spent."""

    def __init__(self, pin: str = PIN, certificate: bytes = CERTIFICATE, tries: int = 3) -> None:
        super().__init__()
        self._pin = pin
        self._certificate = certificate
        self._tries = tries
        self._is_there = True

    def tries_left(self) -> int:
        self._look()
        return self._tries

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        self._look()
        if not (len(pin) == len(PIN) and pin.isascii() and pin.isdigit()):
            raise PinNotFourDigits
        if self._tries == 0:
            raise PinLocked
        if self._tries == 1:
            raise LastTryKept
        if pin != self._pin:
            self._tries -= 1
            raise PinWrong(self._tries)
        return MyNumberProof(self._certificate, signed(challenge), challenge)

    def taken_away(self) -> None:
        self._is_there = False

    def laid_down(self) -> None:
        self._is_there = True

    def _look(self) -> None:
        self._stumble()
        if not self._is_there:
            raise CardGone


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


def _named(branch: Branch, language: Language) -> str:
    return branch.latin_name if language is Language.ENGLISH else branch.name
