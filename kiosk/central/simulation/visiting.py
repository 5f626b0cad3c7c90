"""What a patron does at a branch on a simulated day."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.lending.lending import Lending
from kiosk.central.simulation.clock import SimulatedClock
from kiosk.central.simulation.seen import InHand, Seen, Townsman
from kiosk.central.simulation.staff import Staff
from kiosk.central.simulation.tally import Happening, Tally
from kiosk.central.simulation.wishing import Wishing
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import LibraryError
from kiosk.domain.titles import TitleId

Thing = TypeVar("Thing")

_AT_HOME = 8  # as many as a patron borrows before bringing some back
_AT_ONCE = 3
_BRINGS_BACK_EARLY, _BRINGS_BACK_IN_TIME, _BRINGS_BACK_LATE = 0.15, 0.8, 0.4
_FETCHES = 0.75
_CANCELS = 0.02
_WANTS_WHAT_IS_OUT = 0.6


class Visiting:
    def __init__(
        self,
        seen: Seen,
        lending: Lending,
        circulation: Circulation,
        staff: Staff,
        wishing: Wishing,
        clock: SimulatedClock,
        chance: Random,
    ) -> None:
        self._seen = seen
        self._lending = lending
        self._circulation = circulation
        self._staff = staff
        self._wishing = wishing
        self._clock = clock
        self._chance = chance

    def visit(self, patron: Townsman, at: BranchId, tally: Tally) -> None:
        """Bring back, fetch what is ready, borrow from the shelves, reserve, cancel."""
        for loan in self._seen.loans(patron.id):
            if self._happens(_how_likely_back(loan, tally)):
                self._staff.take_back(loan.barcode, at, tally)
        for branch, barcode in self._seen.ready(patron.id):
            if branch == at and self._happens(_FETCHES):
                self._borrow(patron, barcode, tally)
        room = _AT_HOME - len(self._seen.loans(patron.id))
        for barcode in self._some(self._seen.on_shelf(at), min(room, _AT_ONCE)):
            self._borrow(patron, barcode, tally)
        self._reserve(patron, at, tally)
        self._cancel(patron, tally)

    def _borrow(self, patron: Townsman, barcode: str, tally: Tally) -> None:
        self._clock.go_on()
        try:
            lent = self._circulation.lend(patron.card, barcode)
        except LibraryError:
            tally.note(Happening.REFUSED)
            return
        tally.note(Happening.LENT)
        if lent.collected is not None:
            tally.note(Happening.COLLECTED)

    def _reserve(self, patron: Townsman, at: BranchId, tally: Tally) -> None:
        for title in self._wanted():
            self._clock.go_on()
            try:
                self._wishing.reserve(patron.id, title, at)
            except LibraryError:
                tally.note(Happening.REFUSED)
            else:
                tally.note(Happening.RESERVED)

    def _cancel(self, patron: Townsman, tally: Tally) -> None:
        for reservation in self._seen.queued(patron.id):
            if self._happens(_CANCELS):
                self._lending.cancel(patron.id, reservation)
                tally.note(Happening.CANCELLED)

    def _wanted(self) -> list[TitleId]:
        is_out = self._happens(_WANTS_WHAT_IS_OUT)
        return self._some(self._seen.titles_out() if is_out else self._seen.titles(), most=2)

    def _some(self, there: Sequence[Thing], most: int) -> list[Thing]:
        """None or more, at most so many."""
        return self._chance.sample(there, self._chance.randint(0, max(0, min(most, len(there)))))

    def _happens(self, how_likely: float) -> bool:
        return self._chance.random() < how_likely


def _how_likely_back(loan: InHand, tally: Tally) -> float:
    if loan.due_on == tally.day:
        return _BRINGS_BACK_IN_TIME
    return _BRINGS_BACK_LATE if loan.due_on < tally.day else _BRINGS_BACK_EARLY
