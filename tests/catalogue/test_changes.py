"""The index follows what the library changes."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.catalogue.errors import IndexUnusable, IndexUnwritable
from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.writer import CatalogueWriter, build
from kiosk.domain.searching import Query, Scope
from tests.catalogue.works import BOTCHAN, CAT, NUMBERED, number_of

NOWHERE = Shelves()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path / "index", NUMBERED, "all")
    return tmp_path / "index"


def total(index: CatalogueIndex, text: str) -> int:
    return index.search(Query(text), NOWHERE).total


def test_a_withdrawn_title_is_found_nowhere_any_more(folder: Path) -> None:
    index = CatalogueIndex.open(folder)
    with CatalogueWriter(folder) as writer:
        writer.withdraw(number_of(CAT))
        writer.commit("later")
    index.reload()
    assert total(index, "吾輩") == 0
    assert index.title(CAT.id) is None
    assert index.by_isbn(CAT.isbn or "") is None
    assert CAT not in index.newest(100)
    series = [offer.count for offer in index.suggest("全集", Scope.ALL, NOWHERE).offers]
    assert series == []
    assert {o.text: o.count for o in index.suggest("漱石", Scope.ALL, NOWHERE).offers} == {
        "夏目 漱石": 3,
        "漱石全集": 1,
    }


def test_a_heading_without_titles_is_not_offered(folder: Path) -> None:
    with CatalogueWriter(folder) as writer:
        writer.withdraw(number_of(CAT))
        writer.withdraw(number_of(BOTCHAN))
        writer.commit()
    offers = CatalogueIndex.open(folder).suggest("漱石全集", Scope.ALL, NOWHERE).offers
    assert offers == ()


def test_a_corrected_title_is_found_in_its_new_form_only(folder: Path) -> None:
    index = CatalogueIndex.open(folder)
    with CatalogueWriter(folder) as writer:
        writer.put(number_of(CAT), replace(CAT, name="犬", reading="いぬ"))
        writer.commit()
    index.reload()
    assert (total(index, "吾輩"), total(index, "いぬ"), total(index, "")) == (0, 1, len(NUMBERED))


def test_nothing_is_seen_before_it_is_committed(folder: Path) -> None:
    index = CatalogueIndex.open(folder)
    with CatalogueWriter(folder) as writer:
        writer.withdraw(number_of(CAT))
        index.reload()
        assert total(index, "吾輩") == 1


def test_the_note_tells_how_far_the_index_has_come(folder: Path) -> None:
    index = CatalogueIndex.open(folder)
    assert index.note == "all"
    with CatalogueWriter(folder) as writer:
        writer.commit("first:17")
    index.reload()
    assert index.note == "first:17"


def test_one_at_a_time_writes(folder: Path) -> None:
    with CatalogueWriter(folder), pytest.raises(IndexUnwritable):
        CatalogueWriter(folder)


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable):
        CatalogueIndex.open(tmp_path)


def test_an_index_that_was_never_committed_is_not_used(tmp_path: Path) -> None:
    with CatalogueWriter(tmp_path):
        pass
    with pytest.raises(IndexUnusable):
        CatalogueIndex.open(tmp_path)


@pytest.mark.parametrize("damage", ["cut", "gone", "garbage"])
def test_a_broken_index_says_so_when_it_is_opened(folder: Path, damage: str) -> None:
    for file in folder.iterdir():
        if file.suffix in {".idx", ".term", ".store", ".fast"}:
            whole = file.read_bytes()
            file.unlink()
            if damage != "gone":
                file.write_bytes(whole[: len(whole) // 2] if damage == "cut" else b"x" * 10)
    with pytest.raises(IndexUnusable):
        CatalogueIndex.open(folder)
