"""The pick list: what stands on the shelves while somebody waits for it."""

from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import SendForPickup, ShelveHere
from kiosk.domain.titles import Material, TitleId
from tests.central.circulation.desk import HANAKO_CARD, Desk, item
from tests.central.small_library import (
    BOTCHAN,
    EAST,
    ENCYCLOPEDIA,
    FILM,
    HANAKO,
    ISLAND,
    KOKORO,
    LOST,
    MAIN,
    TARO,
    add_title,
)


def listed(desk: Desk, branch: BranchId = MAIN) -> list[str]:
    return [each.item.barcode for each in desk.does.pick_list(branch)]


def test_nobody_waits_and_nothing_is_fetched(desk: Desk) -> None:
    assert desk.does.pick_list(MAIN) == ()


def test_it_says_where_it_stands_and_where_it_goes(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN, EAST)
    [each] = desk.does.pick_list(MAIN)
    assert (each.item.title_name, each.item.shelf, each.item.floor) == ("坊っちゃん", "24", "2階")
    assert (str(each.item.call_number), each.pickup.name) == ("913.6 ナツ", "東分館")
    assert desk.does.pick_list(EAST) == ()


def test_what_was_fetched_leaves_the_list(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN, EAST)
    desk.does.picked(item(BOTCHAN), MAIN)
    assert listed(desk) == []


def test_what_is_not_there_is_reported_missing_and_leaves_it_too(desk: Desk) -> None:
    copy = desk.copy(BOTCHAN, EAST)
    desk.reserve(TARO, BOTCHAN)
    assert (listed(desk), listed(desk, EAST)) == ([item(BOTCHAN)], [])
    desk.does.missing(item(BOTCHAN))
    assert (listed(desk), listed(desk, EAST)) == ([], [copy])


def test_one_copy_is_fetched_for_one_who_waits(desk: Desk) -> None:
    desk.copy(BOTCHAN)
    desk.copy(BOTCHAN, EAST)
    desk.reserve(TARO, BOTCHAN)
    assert len(listed(desk) + listed(desk, EAST)) == 1
    desk.reserve(HANAKO, BOTCHAN)
    assert len(listed(desk) + listed(desk, EAST)) == 2


def test_the_copy_at_the_pickup_branch_is_fetched_before_others(desk: Desk) -> None:
    copy = desk.copy(BOTCHAN, EAST)
    desk.reserve(TARO, BOTCHAN, EAST)
    assert (listed(desk), listed(desk, EAST)) == ([], [copy])


def test_what_is_out_missing_or_for_reading_here_is_not_listed(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    desk.reserve(TARO, BOTCHAN)
    copy = desk.copy(LOST)
    desk.reserve(TARO, LOST)
    desk.does.missing(copy)
    assert listed(desk) == []
    copy = desk.copy(ENCYCLOPEDIA)
    desk.reserve(TARO, ENCYCLOPEDIA)
    assert listed(desk) == [copy]


def test_any_edition_is_fetched_for_who_takes_any(desk: Desk) -> None:
    other = desk.edition(TitleId("old"), "work")
    only = desk.edition(TitleId("new"), "work")
    desk.does.lend(HANAKO_CARD, only)
    reservation = desk.reserve(TARO, TitleId("new"))
    assert listed(desk) == []
    desk.any_edition(reservation)
    assert listed(desk) == [other]


def test_but_no_other_material_of_the_work(desk: Desk) -> None:
    desk.edition(TitleId("spoken"), "work", Material.CD, "712")
    only = desk.edition(TitleId("new"), "work")
    reservation = desk.reserve(TARO, TitleId("new"))
    desk.any_edition(reservation)
    assert listed(desk) == [only]
    desk.does.missing(only)
    assert listed(desk) == []


def test_a_dvd_is_not_fetched_for_a_branch_without_them(desk: Desk) -> None:
    reservation = desk.reserve(TARO, FILM)
    with desk.service.database.writing() as session:
        row = desk.row(reservation)
        row.pickup_id = ISLAND
        session.merge(row)
    assert listed(desk) == []


def test_it_follows_the_shelves(desk: Desk) -> None:
    for title in (KOKORO, BOTCHAN):
        desk.reserve(TARO, title)
    add_title(desk.service.database, TitleId("aaa"))
    desk.reserve(HANAKO, TitleId("aaa"))
    assert listed(desk) == [item(TitleId("aaa")), item(BOTCHAN), item(KOKORO)]


def test_what_was_fetched_for_one_who_left_goes_back(desk: Desk) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    assert listed(desk) == [item(BOTCHAN)]
    desk.service.lending.cancel(TARO, reservation)
    assert isinstance(desk.does.picked(item(BOTCHAN), MAIN), ShelveHere)


def test_picked_elsewhere_it_is_sent(desk: Desk) -> None:
    copy = desk.copy(BOTCHAN, EAST)
    desk.reserve(TARO, BOTCHAN)
    assert isinstance(desk.does.picked(copy, EAST), SendForPickup)
