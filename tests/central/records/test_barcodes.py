"""A kiosk is told which barcodes the items of a title bear."""

import pytest

from kiosk.central.records.feed import Feed
from kiosk.central.service import Service
from kiosk.central.tables.items import ItemRow
from kiosk.domain.items import ItemState
from kiosk.domain.titles import TitleId
from tests.central import small_library
from tests.central.small_library import BOTCHAN, KOKORO

EVERYTHING = 1000
ITEM = f"item-{BOTCHAN}"


@pytest.fixture
def library(service: Service) -> Service:
    small_library.fill(service.database)
    return service


def told(library: Service, title: TitleId) -> tuple[str, ...]:
    page = Feed(library.database).availability(0, EVERYTHING)
    [change] = [each for each in page.changes if each.title == title]
    return change.barcodes


def test_every_title_is_told_with_the_barcodes_of_its_items(library: Service) -> None:
    assert told(library, BOTCHAN) == (ITEM,)
    assert told(library, KOKORO) == (f"item-{KOKORO}",)


def test_an_item_keeps_its_barcode_wherever_it_is(library: Service) -> None:
    with library.database.writing() as session:
        session.get_one(ItemRow, ITEM).state = ItemState.IN_TRANSIT
    assert told(library, BOTCHAN) == (ITEM,)


def test_a_missing_item_that_is_scanned_was_found(library: Service) -> None:
    library.circulation.missing(ITEM)
    assert told(library, BOTCHAN) == (ITEM,)
