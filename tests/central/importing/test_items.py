"""Items in a CSV file come onto their shelves."""

import pytest

from kiosk.central.importing.files import ImportKind, Order
from kiosk.central.importing.report import Report
from kiosk.central.records.feed import Feed
from kiosk.central.tables.items import ItemRow
from kiosk.domain.items import ItemState
from kiosk.domain.titles import Material
from tests.central.importing.importing import CARDS, SHIPPED, import_order
from tests.central.importing.stock import ITEM, LOAN, OTHER_ITEM, PATRON, TITLE, Desk


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    desk.titles(TITLE, {"id": "b2", "name": "港の犬"})
    return desk


def item(desk: Desk, barcode: str) -> ItemRow | None:
    with desk.database.session() as session:
        return session.get(ItemRow, barcode)


def put_state(desk: Desk, barcode: str, state: ItemState) -> None:
    with desk.database.writing() as session:
        session.get_one(ItemRow, barcode).state = state


def changed_titles(desk: Desk, after: int) -> list[str]:
    return [change.title for change in Feed(desk.database).availability(after, 100).changes]


def test_an_item_stands_on_its_shelf_and_kiosks_hear_of_it(shelf: Desk) -> None:
    assert shelf.items(ITEM, {**OTHER_ITEM, "material": "図書"}).report == Report(changed=2)
    row = item(shelf, "10001")
    assert row is not None
    assert (row.title_id, row.branch_id, row.material) == ("b1", "main", Material.CD)
    assert (row.shelf, row.floor, row.state) == ("24", "2階", ItemState.ON_SHELF)
    other = item(shelf, "10002")
    assert other is not None
    assert other.material is Material.BOOK
    [change] = Feed(shelf.database).availability(0, 10).changes
    assert len(change.holdings) == 2


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"title_id": "b9"}, "The title is unknown here."),
        ({"branch": "99"}, "The branch is unknown here."),
        ({"barcode": ""}, "barcode is empty."),
        ({"title_id": ""}, "title_id is empty."),
        ({"branch": ""}, "branch is empty."),
        ({"material": "巻物"}, "material is nothing that the mapping knows."),
    ],
)
def test_what_stands_nowhere_is_refused(shelf: Desk, cells: dict[str, str], reason: str) -> None:
    heard = shelf.items({**ITEM, **cells}, OTHER_ITEM)
    assert (heard.report, heard.reasons) == (Report(changed=1, troubles=1), [(2, reason)])


def test_twice_changes_nothing(shelf: Desk) -> None:
    shelf.items(ITEM, OTHER_ITEM)
    assert shelf.items(ITEM, OTHER_ITEM).report == Report(unchanged=2)
    assert changed_titles(shelf, after=2) == []


def test_a_second_file_corrects_one_and_withdraws_another(shelf: Desk) -> None:
    third = {**ITEM, "barcode": "10003"}
    shelf.items(ITEM, OTHER_ITEM, third)
    corrected = {**ITEM, "title_id": "b2", "shelf": "5"}
    heard = shelf.items(corrected, {"barcode": "10002", "withdrawn": "1"})
    assert heard.report == Report(changed=1, withdrawn=1)
    row = item(shelf, "10001")
    assert row is not None
    assert (row.title_id, row.shelf) == ("b2", "5")
    assert item(shelf, "10002") is None
    assert item(shelf, "10003") is not None
    assert sorted(changed_titles(shelf, after=1)) == ["b1", "b2"]
    assert shelf.items({"barcode": "10002", "withdrawn": "1"}).report == Report(unchanged=1)


def test_an_item_is_lost_and_found(shelf: Desk) -> None:
    shelf.items({**ITEM, "is_missing": "1"})
    assert [change.holdings for change in Feed(shelf.database).availability(0, 9).changes] == [()]
    assert shelf.items(ITEM).report == Report(changed=1)
    row = item(shelf, "10001")
    assert row is not None
    assert row.state is ItemState.ON_SHELF


@pytest.mark.parametrize(
    "state", [ItemState.ON_LOAN, ItemState.IN_TRANSIT, ItemState.ON_HOLD_SHELF]
)
def test_a_file_does_not_say_where_an_item_is_that_moves(shelf: Desk, state: ItemState) -> None:
    shelf.items(ITEM)
    put_state(shelf, "10001", state)
    assert shelf.items({**ITEM, "is_missing": "1"}).report == Report(unchanged=1)
    heard = shelf.items({"barcode": "10001", "withdrawn": "1"})
    assert heard.reasons == [(2, "The item is out, on its way or set aside.")]
    row = item(shelf, "10001")
    assert row is not None
    assert row.state is state


def test_an_item_that_something_needs_stays(shelf: Desk) -> None:
    shelf.items(ITEM)
    shelf.patrons(PATRON)
    shelf.loans(LOAN)
    put_state(shelf, "10001", ItemState.ON_SHELF)
    heard = shelf.items({"barcode": "10001", "withdrawn": "1"}, OTHER_ITEM)
    assert heard.reasons == [
        (2, "Something here still needs it: an item, a loan or a reservation.")
    ]
    assert heard.report == Report(changed=1, troubles=1)
    assert item(shelf, "10001") is not None


def test_another_systems_branches_and_numbers_are_mapped(shelf: Desk) -> None:
    text = (SHIPPED / "items.toml").read_text(encoding="utf-8")
    text = text.replace('title_id_prefix = ""', 'title_id_prefix = "b"')
    file = shelf.file(ImportKind.ITEMS, {**ITEM, "title_id": "2", "branch": "01"})
    mapping = file.with_name("ours.toml")
    mapping.write_text(
        text.replace("\n[branches]\n", '\n[branches]\n"01" = "east"\n'), encoding="utf-8"
    )
    order = Order(ImportKind.ITEMS, [file], SHIPPED, CARDS, mapping=mapping)
    assert import_order(shelf.database, order).report == Report(changed=1)
    row = item(shelf, "10001")
    assert row is not None
    assert (row.title_id, row.branch_id) == ("b2", "east")
