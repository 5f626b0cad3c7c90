"""What every part of the machine stands on: a world, and how a deed is done to it."""

from collections.abc import Callable
from enum import StrEnum

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from kiosk.domain.reservations import ReservationId
from tests.central.ending import Ending
from tests.central.model.library import OPEN
from tests.central.model.town import BRANCHES, HOMES, PATRONS, TITLES
from tests.central.model.world import Makers, World, told

PATRON, TITLE = st.sampled_from(tuple(PATRONS)), st.sampled_from(TITLES)
ITEM, BRANCH = st.sampled_from(tuple(HOMES)), st.sampled_from(BRANCHES)
NTH = st.integers(0, 7)  # of what there is, counted round from the last


class Fate(StrEnum):
    """What becomes of a deed."""

    HEARD = "it is done, and who asked is told"
    LOST = "the process ends before it is done"
    UNHEARD = "it is done, the process ends, and who asked does not know and asks again"


FATE = st.sampled_from((*[Fate.HEARD] * 6, Fate.LOST, Fate.UNHEARD, Fate.UNHEARD))


class Ground(RuleBasedStateMachine):
    """A subclass says which database, and may put parts that forget a rule."""

    makers = Makers()

    def new_database(self) -> Ending:
        """The town, as if nobody had lived there; the one before is over."""
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.new_database(), self.makers)

    def teardown(self) -> None:
        self.world.database.close()

    def play(self, does: Callable[[], str], wanted: Callable[[], str], fate: Fate) -> None:
        """Do a deed to both, and let both say the same."""
        if fate is Fate.LOST:
            self.world.end_before(does)
            return
        if fate is Fate.UNHEARD:
            self.world.end_after(does)
            wanted()
        self.same(told(does), wanted())

    @staticmethod
    def same(said: str, wanted: str) -> None:
        assert said == wanted, f"the service says {said!r}, the model {wanted!r}"

    def of_wish(self, nth: int, *, is_open: bool) -> tuple[ReservationId, str]:
        """A wish and who has it; one that stands in the queue or waits to be fetched, if any."""
        mine = self.world.model.reservations
        all_of_them = [(wish.id, self.whose(permit)) for wish, permit in self.world.wishes]
        open_ones = [one for one in all_of_them if one[0] in mine and mine[one[0]].state in OPEN]
        among = open_ones if is_open and open_ones else all_of_them
        return among[-1 - nth % len(among)]

    def whose(self, permit: int) -> str:
        return self.world.permits[permit][1][1]

    @staticmethod
    def done(answer: str, _: object) -> str:
        return answer
