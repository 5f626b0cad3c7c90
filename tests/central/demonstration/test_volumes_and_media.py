"""Sets, magazines and recordings of the demonstration library are sound."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from kiosk.central.demonstration.listed import DescribedTitle, read_titles
from kiosk.central.policy_file import read_policy
from kiosk.domain.titles import Material, TitleId

ASSETS = Path(__file__).parents[3] / "assets"
CLASS = re.compile(r"[0-9]{3}(\.[0-9]+)?")
AUDIOVISUAL = {Material.CD, Material.DVD, Material.VIDEO}
_CLASSES = (  # of what the first digit of the library's own shelf mark says
    ("1", "76"),
    ("2", "76"),
    ("5", "779"),
)


@pytest.fixture(scope="module")
def titles() -> dict[TitleId, DescribedTitle]:
    return {title.id: title for title in read_titles(ASSETS / "demonstration" / "titles")}


@pytest.fixture(scope="module")
def wholes(titles: dict[TitleId, DescribedTitle]) -> dict[TitleId, list[DescribedTitle]]:
    """Sets and magazines with their volumes and issues."""
    parts = defaultdict(list)
    for title in titles.values():
        if title.set_id is not None:
            parts[title.set_id].append(title)
    return dict(parts)


def recordings(titles: dict[TitleId, DescribedTitle], mark: str) -> list[DescribedTitle]:
    return [
        title
        for title in titles.values()
        if title.material is Material.CD and title.shelf_mark.startswith(mark)
    ]


def test_volumes_and_issues_stand_in_order_without_a_gap(
    wholes: dict[TitleId, list[DescribedTitle]],
) -> None:
    assert len(wholes) >= 25
    for parts in wholes.values():
        ranks = sorted(part.part_rank for part in parts)
        assert ranks == list(range(1, len(parts) + 1))
        assert len({part.part for part in parts}) == len(parts)


def test_a_whole_has_no_items_and_is_no_part_itself(
    titles: dict[TitleId, DescribedTitle], wholes: dict[TitleId, list[DescribedTitle]]
) -> None:
    for whole, parts in wholes.items():
        assert titles[whole].items == ()
        assert titles[whole].set_id is None
        assert all(part.items for part in parts)


def test_only_a_whole_has_no_items(
    titles: dict[TitleId, DescribedTitle], wholes: dict[TitleId, list[DescribedTitle]]
) -> None:
    assert {title.id for title in titles.values() if not title.items} == set(wholes)


def test_a_part_is_named_and_classed_after_its_whole(
    titles: dict[TitleId, DescribedTitle], wholes: dict[TitleId, list[DescribedTitle]]
) -> None:
    for whole, parts in wholes.items():
        for part in parts:
            assert part.name.startswith(titles[whole].name)
            assert part.part.removesuffix("巻") in part.name
            assert part.volume
            alike = ("ndc", "mark", "material", "language", "is_for_children", "creators")
            assert all(getattr(part, name) == getattr(titles[whole], name) for name in alike)


def test_the_newest_issue_of_a_magazine_is_not_lent(
    titles: dict[TitleId, DescribedTitle], wholes: dict[TitleId, list[DescribedTitle]]
) -> None:
    magazines = [whole for whole in wholes if titles[whole].material is Material.MAGAZINE]
    assert len(magazines) >= 12
    for magazine in magazines:
        assert max(wholes[magazine], key=lambda issue: issue.part_rank).is_reference


def test_a_shelf_mark_of_its_own_has_what_is_audiovisual_and_nothing_else(
    titles: dict[TitleId, DescribedTitle],
) -> None:
    for title in titles.values():
        lent = title.material in AUDIOVISUAL
        assert bool(re.fullmatch("[1-9][0-9]{2}", title.shelf_mark)) == lent, title.name
        assert not lent or "ijima" not in {item.branch for item in title.items}


@pytest.mark.rule("R5")
@pytest.mark.parametrize(
    ("mark", "group", "at_least"),
    [("1", "cd", 40), ("2", "cd", 3), ("5", "cd", 20), ("7", "read_aloud_cd", 20)],
)
def test_music_and_rakugo_count_together_and_read_aloud_cds_apart(
    titles: dict[TitleId, DescribedTitle], mark: str, group: str, at_least: int
) -> None:
    quota = read_policy(ASSETS / "policies" / "demonstration.toml").quota
    found = recordings(titles, mark)
    assert len(found) >= at_least
    assert {quota.group_of(cd.material, cd.shelf_mark).name for cd in found} == {group}


@pytest.mark.parametrize(("mark", "ndc"), _CLASSES)
def test_what_a_cd_is_shelved_as_agrees_with_its_class(
    titles: dict[TitleId, DescribedTitle], mark: str, ndc: str
) -> None:
    assert all(cd.ndc.startswith(ndc) for cd in recordings(titles, mark))


def test_books_are_of_all_ten_classes_and_each_is_written_as_such(
    titles: dict[TitleId, DescribedTitle],
) -> None:
    assert all(CLASS.fullmatch(title.ndc) for title in titles.values())
    books = [title for title in titles.values() if title.material is Material.BOOK]
    assert {book.ndc[0] for book in books} == set("0123456789")


def test_each_person_is_read_in_one_way(titles: dict[TitleId, DescribedTitle]) -> None:
    readings = defaultdict(set)
    for title in titles.values():
        for creator in title.creators:
            readings[creator.name].add(creator.reading)
    assert {name: known for name, known in readings.items() if len(known) > 1} == {}
