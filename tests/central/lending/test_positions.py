"""A position counts those ahead who would take the same items (rule R9)."""

from collections.abc import Callable

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from kiosk.central.service import Service
from kiosk.domain.reservations import Reservation, ReservationId
from kiosk.domain.titles import Material, TitleId
from tests.central.circulation.desk import Desk, item
from tests.central.small_library import (
    BOTCHAN,
    HANAKO,
    KOKORO,
    MAIN,
    TARO,
    add_title,
    crowd,
    fill,
)

OLD, NEW, SPOKEN = (TitleId(name) for name in ("old", "new", "spoken"))
WORK = "吾輩は猫である"
LENT = 20

pytestmark = pytest.mark.rule("R9")


@pytest.fixture
def desk(service: Service) -> Desk:
    fill(service.database)
    return Desk(service)


@pytest.fixture
def editions(desk: Desk) -> Desk:
    """A work in two editions, and read aloud."""
    add_title(desk.service.database, OLD, work=WORK)
    add_title(desk.service.database, NEW, work=WORK)
    add_title(desk.service.database, SPOKEN, Material.CD, shelf_mark="712", work=WORK)
    return desk


def own(desk: Desk, reservation: ReservationId) -> Reservation:
    patron = desk.row(reservation).patron_id
    return next(each for each in desk.service.lending.mine(patron) if each.id == reservation)


def position(desk: Desk, reservation: ReservationId) -> int | None:
    return own(desk, reservation).position


def test_whoever_takes_any_edition_waits_behind_those_of_each_edition(editions: Desk) -> None:
    editions.reserve(HANAKO, NEW)
    any_one = editions.reserve(TARO, OLD)
    assert position(editions, any_one) == 1
    editions.any_edition(any_one)
    assert position(editions, any_one) == 2


def test_and_stands_before_who_wants_one_of_them(editions: Desk) -> None:
    any_one = editions.reserve(HANAKO, OLD)
    later = editions.reserve(TARO, NEW)
    assert position(editions, later) == 1
    editions.any_edition(any_one)
    assert position(editions, later) == 2


def test_who_waits_for_the_reading_is_in_nobodys_way(editions: Desk) -> None:
    editions.reserve(HANAKO, SPOKEN)
    any_one = editions.reserve(TARO, OLD)
    editions.any_edition(any_one)
    assert position(editions, any_one) == 1


def test_a_lost_copy_moves_nobody(editions: Desk) -> None:
    editions.any_edition(editions.reserve(HANAKO, OLD))
    later = editions.reserve(TARO, NEW)
    editions.does.missing(item(NEW))
    assert position(editions, later) == 2


@pytest.mark.rule("R7")
def test_whom_an_item_would_pass_is_not_counted(desk: Desk) -> None:
    lower = desk.reserve(HANAKO, KOKORO)
    desk.does.set_sequence(HANAKO, [desk.reserve(HANAKO, BOTCHAN), lower])
    other = desk.reserve(TARO, KOKORO)
    assert (position(desk, lower), position(desk, other)) == (1, 1)
    desk.does.picked(item(BOTCHAN), MAIN)
    assert (position(desk, lower), position(desk, other)) == (1, 2)


@pytest.mark.rule("R7")
def test_who_is_held_up_is_told_by_which_title(desk: Desk) -> None:
    lower, upper = desk.reserve(HANAKO, KOKORO), desk.reserve(HANAKO, BOTCHAN)
    desk.does.set_sequence(HANAKO, [upper, lower])
    assert (own(desk, upper).comes_after, own(desk, lower).comes_after) == ("", "坊っちゃん")
    desk.does.picked(item(BOTCHAN), MAIN)
    assert own(desk, lower).comes_after == ""


def test_a_long_list_takes_as_many_queries_as_a_short_one(editions: Desk) -> None:
    database = editions.service.database
    titles = [TitleId(f"title-{nth}") for nth in range(LENT)]
    for title in titles:
        add_title(database, title, work=f"work of {title}")
    for patron in crowd(database, 2):
        for title in titles[: LENT - 3]:
            editions.reserve(patron, title)
    editions.any_edition(editions.reserve(HANAKO, titles[0]))
    few = _queries(lambda: editions.service.lending.mine(HANAKO))
    for title in titles[1:]:
        editions.any_edition(editions.reserve(HANAKO, title))
    assert _queries(lambda: editions.service.lending.mine(HANAKO)) == few <= 7


def _queries(ask: Callable[[], tuple[Reservation, ...]]) -> int:
    """How many statements that ask for something are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(sent)
