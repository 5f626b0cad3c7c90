"""The orders that a patron may choose."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.writer import CatalogueWriter, build
from kiosk.domain.searching import Order, Query
from kiosk.domain.titles import Creator, Title, TitleId

NOWHERE = Shelves()
KANJI_ONLY = Title(TitleId("kanji"), "亜", None, (Creator("山田 花"),), year=1990)
LATIN = Title(TitleId("latin"), "Apples", None, (Creator("Adams"),), added_on=date(2026, 1, 2))
GA = Title(
    TitleId("ga"),
    "画廊",
    "がろう",
    (Creator("宇野", "うの"),),
    year=2003,
    added_on=date(2026, 1, 3),
)
KA = Title(
    TitleId("ka"), "蚊", "か", (Creator("井上", "いのうえ"),), year=2001, added_on=date(2026, 1, 1)
)
KI = Title(TitleId("ki"), "木", "き", (), year=2002)
TITLES = (KANJI_ONLY, GA, LATIN, KI, KA)


@pytest.fixture
def index(tmp_path: Path) -> CatalogueIndex:
    build(tmp_path, enumerate(TITLES, start=1))
    return CatalogueIndex.open(tmp_path)


def ordered(index: CatalogueIndex, order: Order) -> list[Title]:
    answer = index.search(Query(order=order), NOWHERE)
    return [each.title for each in answer.titles]


def test_by_title_the_syllabary_comes_first_then_latin_letters(index: CatalogueIndex) -> None:
    assert ordered(index, Order.TITLE) == [KA, GA, KI, LATIN, KANJI_ONLY]


def test_by_creator_titles_of_nobody_come_last(index: CatalogueIndex) -> None:
    assert ordered(index, Order.CREATOR) == [KA, GA, LATIN, KANJI_ONLY, KI]


def test_the_latest_published_come_first_and_undated_ones_last(index: CatalogueIndex) -> None:
    assert ordered(index, Order.NEWEST) == [GA, KI, KA, KANJI_ONLY, LATIN]


def test_the_latest_in_the_library_come_first(index: CatalogueIndex) -> None:
    assert ordered(index, Order.ADDED)[:3] == [GA, LATIN, KA]


def test_an_order_holds_after_a_change(tmp_path: Path, index: CatalogueIndex) -> None:
    assert ordered(index, Order.TITLE)[0] == KA
    renamed = Title(TitleId("ka"), "湾", "わん")
    with CatalogueWriter(tmp_path) as writer:
        writer.put(5, renamed)
        writer.commit()
    index.reload()
    assert ordered(index, Order.TITLE) == [GA, KI, renamed, LATIN, KANJI_ONLY]
