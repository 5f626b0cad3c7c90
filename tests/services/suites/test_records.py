"""The records feed, over the real wire."""

from pathlib import Path

import pytest

from kiosk.domain.errors import ItemUnknown, KioskUnknown
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.records import CentralRecords
from kiosk.services.replica import Replica
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.stock import BOTCHAN, BRANCHES, STOCK
from tests.services.suites.desks import CentralLibrary


def test_every_title_comes_page_by_page(central: CentralLibrary) -> None:
    records = CentralRecords(central.http)
    with central.running():
        first = records.records(after=0, limit=4)
        rest = records.records(after=first.changes[-1].number, limit=len(STOCK))
    assert (len(first.changes), first.is_last) == (4, False)
    assert rest.is_last
    titles = [change.to_title() for change in (*first.changes, *rest.changes)]
    assert {title.id for title in titles if title} == {found.title.id for found in STOCK}
    assert BOTCHAN.title in titles


def test_where_items_are_comes_on_a_feed_of_its_own(central: CentralLibrary) -> None:
    records = CentralRecords(central.http)
    with central.running():
        page = records.availability(after=0, limit=100)
        branches = records.branches()
    assert {change.title for change in page.changes} == {found.title.id for found in STOCK}
    assert [branch.name for branch in branches] == [branch.name for branch in BRANCHES]


def test_a_books_own_barcode_opens_its_title_without_the_line(
    central: CentralLibrary, tmp_path: Path
) -> None:
    copy = Replica(tmp_path)
    with central.running():
        copy.refresh(CentralRecords(central.http))
    for catalogue in (copy, SimulatedCatalogue()):
        barcode = f"{BOTCHAN.title.id}-{BRANCHES[0].id}"
        assert catalogue.by_item(barcode).title == BOTCHAN.title
        with pytest.raises(ItemUnknown):
            catalogue.by_item("no-such-item")


def test_a_kiosk_that_is_not_known_gets_nothing(central: CentralLibrary) -> None:
    stranger = CentralHttp.over_socket(central.address, "no-such-key")
    with central.running(), pytest.raises(KioskUnknown):
        CentralRecords(stranger).branches()
    stranger.close()
