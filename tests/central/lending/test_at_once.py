"""Whatever is sent at once, limits and queue hold."""

from threading import Barrier, Thread

import pytest

from kiosk.central.lending.placing import Placed
from kiosk.central.storage.database import Database
from kiosk.domain.errors import (
    LibraryError,
    LimitReached,
)
from kiosk.domain.reservations import (
    Wish,
)
from kiosk.domain.titles import Material, TitleId
from tests.central.small_library import (
    BOTCHAN,
    HANAKO,
    KIOSK,
    RAKUGO,
    SERENADE,
    Counter,
    add_title,
    crowd,
)


def at_once(counter: Counter, wishes: list[Wish]) -> list[Placed | LibraryError]:
    """Each wish from a thread of its own, all let go together."""
    gate = Barrier(len(wishes))
    outcomes: list[Placed | LibraryError] = []

    def ask(wish: Wish) -> None:
        gate.wait()
        try:
            outcomes.append(counter.lending.reserve(KIOSK, wish))
        except LibraryError as error:
            outcomes.append(error)

    threads = [Thread(target=ask, args=(wish,)) for wish in wishes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.rule("R5")
def test_two_at_once_for_the_last_place_make_one(counter: Counter, database: Database) -> None:
    counter.reserve(HANAKO, SERENADE)
    third = TitleId("third")
    add_title(database, third, Material.CD, shelf_mark="C762")
    titles = (RAKUGO, third)
    wishes = [counter.wish(counter.options(HANAKO, title).permit) for title in titles]
    outcomes = at_once(counter, wishes)
    assert sum(isinstance(outcome, Placed) for outcome in outcomes) == 1
    assert [each.limit for each in outcomes if isinstance(each, LimitReached)] == [2]
    assert len(counter.lending.mine(HANAKO)) == 2


def test_the_same_wish_sent_at_once_by_many_makes_one_reservation(counter: Counter) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    outcomes = [each for each in at_once(counter, [wish] * 6) if isinstance(each, Placed)]
    assert [each.is_new for each in outcomes].count(True) == 1
    assert {each.answer for each in outcomes} == {outcomes[0].answer}
    assert len(outcomes) == 6
    assert len(counter.lending.mine(HANAKO)) == 1


def test_two_wishes_on_one_permit_at_once_make_one(counter: Counter) -> None:
    permit = counter.options(HANAKO, BOTCHAN).permit
    outcomes = at_once(counter, [counter.wish(permit), counter.wish(permit)])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["PermitEnded", "Placed"]


@pytest.mark.rule("R9")
def test_everyone_in_a_rush_has_a_position_of_their_own(
    counter: Counter, database: Database
) -> None:
    patrons = crowd(database, 8)
    wishes = [counter.wish(counter.options(each, BOTCHAN).permit) for each in patrons]
    outcomes = [each for each in at_once(counter, wishes) if isinstance(each, Placed)]
    assert sorted(each.answer.position or 0 for each in outcomes) == list(range(1, 9))
