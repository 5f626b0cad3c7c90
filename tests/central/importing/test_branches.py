"""Branches in a CSV file: the first thing that a library brings."""

import pytest

from kiosk.central.importing.report import Report
from kiosk.central.records.feed import Feed
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calendar import Weekday
from tests.central.importing.stock import ITEM, TITLE, Desk

MAIN = {"id": "main", "name": "本館"}
EAST = {"id": "east", "name": "東分館"}
ISLAND = {
    "id": "ijima",
    "name": "島の図書館",
    "latin_name": "Island Library",
    "telephone": "086-555-0300",
    "hours": "9:30−19:00",
    "closed_weekdays": "月; sunday",
}


def branches(desk: Desk) -> dict[str, Branch]:
    return {branch.id: branch for branch in Feed(desk.database).branches()}


def test_a_branch_comes_behind_those_that_are_there(desk: Desk) -> None:
    assert desk.branches(ISLAND, EAST).report == Report(changed=1, unchanged=1)
    assert list(branches(desk)) == ["main", "east", "ijima"]
    assert branches(desk)["ijima"] == Branch(
        id=BranchId("ijima"),
        name="島の図書館",
        latin_name="Island Library",
        telephone="086-555-0300",
        closed_weekdays=(Weekday.MONDAY, Weekday.SUNDAY),
        hours="9:30−19:00",
    )


def test_twice_changes_nothing(desk: Desk) -> None:
    desk.branches(ISLAND)
    assert desk.branches(ISLAND).report == Report(unchanged=1)


def test_a_second_file_corrects_one_and_withdraws_another(desk: Desk) -> None:
    heard = desk.branches({**MAIN, "name": "中央館"}, {"id": "east", "withdrawn": "1"})
    assert heard.report == Report(changed=1, withdrawn=1)
    assert {key: branch.name for key, branch in branches(desk).items()} == {"main": "中央館"}
    assert desk.branches({"id": "east", "withdrawn": "1"}).report == Report(unchanged=1)


def test_a_branch_with_items_stays(desk: Desk) -> None:
    desk.titles(TITLE)
    desk.items(ITEM)
    heard = desk.branches({"id": "main", "withdrawn": "1"})
    assert heard.report == Report(troubles=1)
    assert "main" in branches(desk)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"id": ""}, "id is empty."),
        ({"name": ""}, "name is empty."),
        ({"closed_weekdays": "someday"}, "closed_weekdays is nothing that the mapping knows."),
    ],
)
def test_a_row_that_is_no_branch_is_refused(desk: Desk, cells: dict[str, str], reason: str) -> None:
    assert desk.branches({**ISLAND, **cells}).reasons == [(2, reason)]
