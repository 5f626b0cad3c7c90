"""Whoever takes any edition of a work is offered that, and gets the first that comes."""

import pytest

from kiosk.central.storage.database import Database
from kiosk.domain.items import ItemState
from kiosk.domain.titles import Material, TitleId
from tests.central.small_library import BOTCHAN, HANAKO, Counter, add_title

OLD, NEW, LARGE, SPOKEN = (TitleId(name) for name in ("old", "new", "large", "spoken"))
WORK = "吾輩は猫である"


def editions(counter: Counter, title: TitleId) -> int:
    return counter.options(HANAKO, title).editions


def test_other_editions_of_the_work_are_counted(counter: Counter, database: Database) -> None:
    add_title(database, OLD, work=WORK)
    assert editions(counter, OLD) == 0
    add_title(database, NEW, work=WORK)
    add_title(database, LARGE, Material.LARGE_PRINT, work=WORK)
    assert (editions(counter, OLD), editions(counter, LARGE)) == (2, 2)


def test_a_title_of_no_work_has_no_other_editions(counter: Counter) -> None:
    assert editions(counter, BOTCHAN) == 0


def test_a_reading_of_the_work_is_no_edition_of_the_book(
    counter: Counter, database: Database
) -> None:
    add_title(database, OLD, work=WORK)
    add_title(database, SPOKEN, Material.CD, shelf_mark="712", work=WORK)
    assert (editions(counter, OLD), editions(counter, SPOKEN)) == (0, 0)


@pytest.mark.parametrize(
    ("is_reference", "state"), [(True, ItemState.ON_SHELF), (False, ItemState.MISSING)]
)
def test_what_nobody_can_take_home_is_not_offered(
    counter: Counter, database: Database, *, is_reference: bool, state: ItemState
) -> None:
    add_title(database, OLD, work=WORK)
    add_title(database, NEW, is_reference=is_reference, state=state, work=WORK)
    assert editions(counter, OLD) == 0


@pytest.mark.parametrize("any_edition", [True, False])
def test_the_wish_stands_in_the_reservation(
    counter: Counter, database: Database, *, any_edition: bool
) -> None:
    add_title(database, OLD, work=WORK)
    add_title(database, NEW, work=WORK)
    permit = counter.options(HANAKO, OLD).permit
    placed = counter.lending.reserve("001", counter.wish(permit, any_edition=any_edition))
    assert placed.answer.any_edition is any_edition
    assert [each.any_edition for each in counter.lending.mine(HANAKO)] == [any_edition]
