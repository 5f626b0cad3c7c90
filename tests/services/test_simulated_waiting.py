"""The simulated library tells how long it takes, as the central service does."""

import pytest

from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN, CAT, LEGENDS

pytestmark = pytest.mark.rule("R9")


@pytest.fixture
def library() -> SimulatedLibrary:
    return SimulatedLibrary()


def test_who_reserves_is_told_before_and_after(library: SimulatedLibrary) -> None:
    """One copy, due on 27 November, and two ahead: 7 + 2 x 25 + 4 days."""
    session = library.accounts.sign_in(CARD, PASSWORD)
    options = library.reservations.options(session, CAT.title.id)
    assert options.time is not None
    assert (options.time.counted.ahead, options.time.days) == (2, (2, 61))
    pickup, notice = options.pickups[0].branch.id, options.notices[-1].method
    library.reservations.reserve(options, pickup, notice)
    [own] = library.reservations.mine(session)
    assert own.waiting == options.time


def test_any_edition_is_sooner_where_another_stands_on_its_shelf(library: SimulatedLibrary) -> None:
    session = library.accounts.sign_in(CARD, PASSWORD)
    options = library.reservations.options(session, LEGENDS.title.id)
    assert options.time is not None
    assert options.time_any is not None
    assert options.time_any.counted.copies == options.time.counted.copies + 1
    assert library.reservations.options(session, BOTCHAN.title.id).time_any is None
