"""Lets the town use the library for some days."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.lending.lending import Lending
from kiosk.central.simulation.clock import SimulatedClock
from kiosk.central.simulation.lived import first_day, note_lived
from kiosk.central.simulation.seen import Seen, Townsman
from kiosk.central.simulation.staff import Staff
from kiosk.central.simulation.tally import Tally
from kiosk.central.simulation.visiting import Visiting
from kiosk.central.simulation.wishing import Wishing
from kiosk.central.storage.database import Database
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.policy import Policy

_VISITS = 0.4  # a patron, on a day
_GOES_TO_FETCH = 0.8  # where something is ready


class Town:
    """Days follow each other; one seed on one library always has the same days.

    The first day is today; later calls go on with the day after the last one that was lived.
    """

    def __init__(self, database: Database, policy: Policy, seed: int) -> None:
        self._database = database
        self._policy = policy
        self._seed = seed
        self._seen = Seen(database)

    def days(self, today: date, count: int) -> Iterator[Tally]:
        """Live so many days, and tell of each when it is over."""
        first = first_day(self._database, today)
        for nth in range(count):
            tally = self._day(first + timedelta(days=nth))
            note_lived(self._database, tally.day)
            yield tally

    def _day(self, day: date) -> Tally:
        tally = Tally(day)
        chance = Random(f"{self._seed} {day}")  # noqa: S311 - a town, no secret
        clock = SimulatedClock(self._policy.calendar.zone, day)
        circulation = Circulation(self._database, self._policy, clock)
        lending = Lending(self._database, self._policy, clock)
        staff = Staff(circulation, self._seen, clock, chance)
        wishing = Wishing(self._database, lending, chance)
        visiting = Visiting(self._seen, lending, circulation, staff, wishing, clock, chance)
        open_today = self._open_on(day)
        staff.morning(open_today, tally)
        for patron, branch in self._visitors(open_today, chance):
            visiting.visit(patron, branch, tally)
        return tally

    def _visitors(
        self, open_today: list[BranchId], chance: Random
    ) -> Iterator[tuple[Townsman, BranchId]]:
        patrons = self._seen.patrons() if open_today else []
        chance.shuffle(patrons)
        for patron in patrons:
            if chance.random() < _VISITS:
                yield patron, self._where(patron, open_today, chance)

    def _where(self, patron: Townsman, open_today: list[BranchId], chance: Random) -> BranchId:
        ready = [at for at, _ in self._seen.ready(patron.id) if at in open_today]
        if ready and chance.random() < _GOES_TO_FETCH:
            return ready[0]
        return chance.choice(open_today)

    def _open_on(self, day: date) -> list[BranchId]:
        return [each.id for each in self._seen.branches() if self._is_open(each, day)]

    def _is_open(self, branch: Branch, day: date) -> bool:
        return self._policy.calendar.besides(branch.closed_weekdays).is_open(day)
