"""An item counts where it stands now; what is on its way or set aside is on no shelf."""

from datetime import date

import pytest

from kiosk.central.records.whereabouts import whereabouts
from kiosk.central.service import Service
from kiosk.central.tables.items import ItemRow
from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy.stacks import StacksPolicy
from kiosk.domain.titles import Availability, Holding, Whereabouts
from tests.central import small_library
from tests.central.small_library import BOTCHAN, EAST, HANAKO, KIOSK, MAIN, Counter

ITEM = f"item-{BOTCHAN}"


@pytest.fixture
def library(service: Service) -> Service:
    small_library.fill(service.database)
    return service


def seen(library: Service) -> Availability:
    with library.database.session() as session:
        return whereabouts(session, [BOTCHAN], StacksPolicy())[BOTCHAN]


def only(library: Service) -> Holding:
    [holding] = seen(library).holdings
    return holding


def reserve(library: Service, pickup: BranchId) -> None:
    counter = Counter(library.database, library.clock, library.policy)
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, pickup)
    library.lending.reserve(KIOSK, wish)


def test_at_home_on_its_shelf(library: Service) -> None:
    holding = only(library)
    assert (holding.branch.id, holding.on_shelf, holding.shelf) == (MAIN, 1, "24")


def test_lent_it_counts_at_home_with_its_day(library: Service) -> None:
    lent = library.circulation.lend(CardNumber("00000001"), ITEM)
    holding = only(library)
    assert (holding.branch.id, holding.items, holding.on_shelf) == (MAIN, 1, 0)
    assert holding.set_aside == 0
    assert holding.due == lent.due_on == date(2026, 12, 4)


def test_on_its_way_it_is_on_no_shelf(library: Service) -> None:
    library.circulation.take_back(ITEM, EAST)
    on_its_way = only(library)
    assert (on_its_way.branch.id, on_its_way.on_shelf, on_its_way.set_aside) == (MAIN, 0, 1)
    assert on_its_way.state is Whereabouts.IN_TRANSIT
    library.circulation.arrive(ITEM, MAIN)
    assert (only(library).on_shelf, only(library).set_aside) == (1, 0)


def test_on_the_hold_shelf_it_is_on_no_shelf(library: Service) -> None:
    reserve(library, EAST)
    assert (seen(library).waiting, only(library).on_shelf) == (1, 1)
    library.circulation.picked(ITEM, MAIN)
    library.circulation.arrive(ITEM, EAST)
    kept = only(library)
    assert (seen(library).waiting, kept.on_shelf, kept.set_aside, kept.due) == (0, 0, 1, None)
    assert kept.state is Whereabouts.ON_HOLD_SHELF


def test_missing_it_belongs_to_no_holding_and_is_told(library: Service) -> None:
    library.circulation.missing(ITEM)
    assert seen(library).holdings == ()
    assert seen(library).whereabouts is Whereabouts.MISSING
    library.circulation.found(ITEM, MAIN)
    assert seen(library).missing == 0


def test_in_the_closed_stacks_it_is_asked_for_at_the_counter(library: Service) -> None:
    with library.database.writing() as session:
        session.get_one(ItemRow, ITEM).floor = "地下1階 書庫"
    assert only(library).is_closed_stacks
    assert only(library).state is Whereabouts.CLOSED_STACKS


def test_on_the_shelf_of_another_branch_it_counts_there(library: Service) -> None:
    with library.database.writing() as session:
        session.get_one(ItemRow, ITEM).at_branch_id = EAST
    holding = only(library)
    assert (holding.branch.id, holding.on_shelf) == (EAST, 1)
    assert (holding.shelf, holding.floor) == ("", "")


def test_every_deed_is_told_to_the_kiosks(library: Service) -> None:
    reserve(library, EAST)
    number = library.feed.availability(0, 500).changes[-1].number
    does = library.circulation
    deeds = (
        lambda: does.picked(ITEM, MAIN),
        lambda: does.arrive(ITEM, EAST),
        lambda: does.lend(CardNumber("00000001"), ITEM),
        lambda: does.take_back(ITEM, EAST),
        lambda: does.missing(ITEM),
        lambda: does.found(ITEM, MAIN),
    )
    for deed in deeds:
        deed()
        changes = library.feed.availability(number, 500).changes
        assert [change.title for change in changes] == [BOTCHAN]
        number = changes[-1].number
