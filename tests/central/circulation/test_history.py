"""A reading history is kept for those who ask for one, and erased when they stop."""

from datetime import date, timedelta

from kiosk.domain.circulation import Read
from tests.central.circulation.desk import TARO_CARD, Desk, item
from tests.central.clock import TurnedClock
from tests.central.small_library import BOTCHAN, HANAKO, KOKORO, MAIN, TARO


def test_nobody_has_one_unasked(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    desk.does.take_back(item(BOTCHAN), MAIN)
    assert desk.does.history(HANAKO) == ()
    assert (desk.loans, desk.remembered) == (0, 0)


def test_who_asks_for_one_finds_what_came_back_the_latest_first(
    desk: Desk, clock: TurnedClock
) -> None:
    desk.does.keep_history(HANAKO)
    desk.lend(BOTCHAN)
    desk.lend(KOKORO)
    assert desk.does.history(HANAKO) == ()
    desk.does.take_back(item(BOTCHAN), MAIN)
    clock.turn(timedelta(days=2))
    desk.does.take_back(item(KOKORO), MAIN)
    lent = date(2026, 11, 20)
    assert desk.does.history(HANAKO) == (
        Read("こころ", "夏目 漱石", lent, date(2026, 11, 22)),
        Read("坊っちゃん", "夏目 漱石", lent, lent),
    )
    assert desk.loans == 0


def test_it_is_ones_own(desk: Desk) -> None:
    desk.does.keep_history(HANAKO)
    desk.lend(BOTCHAN, TARO_CARD)
    desk.does.take_back(item(BOTCHAN), MAIN)
    assert desk.remembered == 0


def test_who_stops_leaves_nothing(desk: Desk) -> None:
    for patron in (HANAKO, TARO):
        desk.does.keep_history(patron)
    desk.lend(BOTCHAN)
    desk.lend(KOKORO, TARO_CARD)
    for title in (BOTCHAN, KOKORO):
        desk.does.take_back(item(title), MAIN)
    desk.does.stop_history(HANAKO)
    assert desk.does.history(HANAKO) == ()
    assert [line.title_name for line in desk.does.history(TARO)] == ["こころ"]
    desk.lend(BOTCHAN)
    desk.does.take_back(item(BOTCHAN), MAIN)
    assert desk.remembered == 1


def test_the_same_title_read_twice_is_there_twice(desk: Desk) -> None:
    desk.does.keep_history(HANAKO)
    for _ in range(2):
        desk.lend(BOTCHAN)
        desk.does.take_back(item(BOTCHAN), MAIN)
    assert desk.remembered == 2
