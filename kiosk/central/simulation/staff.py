"""The librarians of a simulated day: they do what the lists say."""

from collections.abc import Collection
from random import Random

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.simulation.clock import SimulatedClock
from kiosk.central.simulation.seen import Seen
from kiosk.central.simulation.tally import Happening, Tally
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import Next, PutOnHoldShelf, SendForPickup, SendHome

_IS_MISSING = 0.01  # of what is looked for on its shelf
_IS_FOUND = 0.2  # of what is missing, each day


class Staff:
    def __init__(
        self, circulation: Circulation, seen: Seen, clock: SimulatedClock, chance: Random
    ) -> None:
        self._does = circulation
        self._seen = seen
        self._clock = clock
        self._chance = chance

    def morning(self, open_today: Collection[BranchId], tally: Tally) -> None:
        """Before the doors open: what is over, what came, what was found, what to fetch."""
        tally.note(Happening.EXPIRED, self._does.expire())
        came = self._seen.on_its_way()
        for branch in open_today:
            for entry in self._does.expired(branch):
                tally.note(Happening.TAKEN_OFF)
                self._done(self._does.take_off(entry.item.barcode, branch), tally)
        for barcode, branch in came:
            if branch in open_today:
                tally.note(Happening.ARRIVED)
                self._done(self._does.arrive(barcode, branch), tally)
        self._look_for_missing(open_today, tally)
        for branch in open_today:
            self._fetch(branch, tally)

    def take_back(self, barcode: str, at: BranchId, tally: Tally) -> None:
        tally.note(Happening.RETURNED)
        self._done(self._does.take_back(barcode, at), tally)

    def _look_for_missing(self, open_today: Collection[BranchId], tally: Tally) -> None:
        for barcode, home in self._seen.missing():
            if home in open_today and self._chance.random() < _IS_FOUND:
                tally.note(Happening.FOUND)
                self._done(self._does.found(barcode, home), tally)

    def _fetch(self, branch: BranchId, tally: Tally) -> None:
        for each in self._does.pick_list(branch):
            if self._chance.random() < _IS_MISSING:
                tally.note(Happening.MISSING)
                self._does.missing(each.item.barcode)
            else:
                tally.note(Happening.PICKED)
                self._done(self._does.picked(each.item.barcode, branch), tally)

    def _done(self, step: Next, tally: Tally) -> None:
        self._clock.go_on()
        match step:
            case PutOnHoldShelf():
                tally.note(Happening.READY)
            case SendHome() | SendForPickup():
                tally.note(Happening.SENT)
