"""The demonstration's titles: enough of each kind, and each sound as a record."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from kiosk.central.demonstration.barcodes import BARCODE_CHECK
from kiosk.central.demonstration.described import Described
from kiosk.central.demonstration.listed import DescribedTitle
from kiosk.domain.check_digits import is_right
from kiosk.domain.titles import Creator, Material

FOLDER = Path(__file__).parents[3] / "assets" / "demonstration"
AUDIOVISUAL = {Material.CD, Material.DVD, Material.VIDEO}
SMALL_AS_LARGE = str.maketrans("ゃゅょっ", "やゆよつ")
KATAKANA_AFTER_HIRAGANA = ord("ァ") - ord("ぁ")
HIRAGANA_WORDS = re.compile("[ぁ-ゖー]+( [ぁ-ゖー]+)*")
NDC_OF = {
    Material.PICTURE_BOOK: "726.6|9",  # the old ones by the literature that they tell
    Material.COMIC: "726.1",
    Material.LARGE_PRINT: r"\d",
    Material.MAGAZINE: r"\d",
    Material.BOOK: r"\d",
    Material.CD: "76|779.1|9|388",  # music, rakugo, read aloud
    Material.DVD: r"\d",
    Material.VIDEO: r"\d",
}


@pytest.fixture(scope="module")
def described() -> Described:
    return Described.read(FOLDER)


@pytest.fixture(scope="module")
def titles(described: Described) -> tuple[DescribedTitle, ...]:
    return described.titles


@cache
def mark_of(reading: str) -> str:
    """The first two kana of a reading as a spine label has them: バツ for ばっは."""
    kana = reading.replace(" ", "").replace("ー", "").translate(SMALL_AS_LARGE)[:2]
    return "".join(chr(ord(letter) + KATAKANA_AFTER_HIRAGANA) for letter in kana)


def names(titles: Iterable[DescribedTitle]) -> list[str]:
    return [f"{title.id} {title.name}" for title in titles]


def wrong(titles: Iterable[DescribedTitle], rule: Callable[[DescribedTitle], bool]) -> list[str]:
    return names(title for title in titles if not rule(title))


def test_there_are_at_least_six_hundred_works(titles: tuple[DescribedTitle, ...]) -> None:
    """Volumes and issues are no works of their own."""
    works = {title.work or title.id for title in titles if title.set_id is None}
    assert len(works) >= 600


def test_every_id_is_there_once(titles: tuple[DescribedTitle, ...]) -> None:
    assert [
        name for name, times in Counter(title.id for title in titles).items() if times > 1
    ] == []


@pytest.mark.parametrize(
    ("least", "kind"),
    [
        (100, lambda title: title.ndc.startswith("913.6") and title.material is Material.BOOK),
        (50, lambda title: title.is_for_children and title.material is Material.BOOK),
        (40, lambda title: title.material is Material.PICTURE_BOOK),
        (30, lambda title: title.material is Material.COMIC),
        (20, lambda title: title.material is Material.LARGE_PRINT),
        (20, lambda title: title.material is Material.MAGAZINE and title.set_id is not None),
        (10, lambda title: title.material is Material.BOOK and title.set_id is not None),
        (20, lambda title: title.material is Material.CD and title.shelf_mark[0] in "12"),
        (10, lambda title: title.material is Material.CD and title.shelf_mark[0] == "5"),
        (10, lambda title: title.material is Material.CD and title.shelf_mark[0] == "7"),
        (10, lambda title: title.material is Material.DVD),
        (10, lambda title: title.material is Material.VIDEO),
        (15, lambda title: title.language == "en"),
        (15, lambda title: title.language == "zh"),
        (15, lambda title: title.language == "ko"),
        (60, lambda title: title.material is Material.BOOK and title.ndc[0] in "012345678"),
    ],
    ids=[
        "novels",
        "children's books",
        "picture books",
        "comics",
        "large print",
        "issues of magazines",
        "volumes of sets",
        "music CDs",
        "rakugo CDs",
        "read-aloud CDs",
        "DVDs",
        "videos",
        "English",
        "Chinese",
        "Korean",
        "non-fiction",
    ],
)
def test_there_are_titles_of_each_kind(
    titles: tuple[DescribedTitle, ...], least: int, kind: Callable[[DescribedTitle], bool]
) -> None:
    assert sum(map(kind, titles)) >= least


def test_ten_branches_have_names_telephones_and_opening_days(described: Described) -> None:
    assert len(described.branches) == 10
    assert [branch.id for branch in described.branches[:3]] == ["main", "east", "ijima"]
    for branch in described.branches:
        assert re.fullmatch("[A-Z][A-Za-z' ]+", branch.latin_name), branch.id
        assert re.fullmatch(r"086-555-\d{4}", branch.telephone), branch.id
        assert re.fullmatch(r"\d{1,2}:\d\d−\d{2}:\d\d", branch.hours), branch.id
    assert len({branch.telephone for branch in described.branches}) == 10
    assert len({branch.closed_weekdays for branch in described.branches}) > 3


def test_japanese_titles_and_their_creators_have_readings(
    titles: tuple[DescribedTitle, ...],
) -> None:
    def is_read(title: DescribedTitle) -> bool:
        readings = [title.reading, *(creator.reading for creator in title.creators)]
        return all(reading and HIRAGANA_WORDS.fullmatch(reading) for reading in readings)

    assert wrong((title for title in titles if title.language == "ja"), is_read) == []


def test_foreign_titles_have_no_japanese_reading(titles: tuple[DescribedTitle, ...]) -> None:
    foreign = (title for title in titles if title.language != "ja")
    assert wrong(foreign, lambda title: title.reading is None) == []


def test_a_class_agrees_with_its_material(titles: tuple[DescribedTitle, ...]) -> None:
    assert wrong(titles, lambda title: bool(re.match(NDC_OF[title.material], title.ndc))) == []


@pytest.mark.parametrize(
    ("language", "classes"), [("en", "93|726"), ("zh", "92|726|123"), ("ko", "929|726")]
)
def test_a_class_agrees_with_its_language(
    titles: tuple[DescribedTitle, ...], language: str, classes: str
) -> None:
    books = (title for title in titles if title.language == language)
    literature = (title for title in books if title.ndc[0] == "9" or title.ndc.startswith("726"))
    assert wrong(literature, lambda title: bool(re.match(classes, title.ndc))) == []


def test_a_mark_begins_its_creators_reading(titles: tuple[DescribedTitle, ...]) -> None:
    """Or the title's own, where nobody is named."""

    def agrees(title: DescribedTitle) -> bool:
        [first, *_] = [*title.creators, Creator(title.name, title.reading)]
        return title.mark == mark_of(first.reading or "")

    assert wrong((title for title in titles if title.language == "ja"), agrees) == []


def test_a_foreign_mark_is_one_letter(titles: tuple[DescribedTitle, ...]) -> None:
    foreign = (title for title in titles if title.language != "ja")
    assert wrong(foreign, lambda title: bool(re.fullmatch("[A-Z]", title.mark))) == []


def test_an_english_mark_is_its_creators_initial(titles: tuple[DescribedTitle, ...]) -> None:
    english = (title for title in titles if title.language == "en" and title.creators)
    assert wrong(english, lambda title: title.creators[0].name.startswith(title.mark)) == []


def test_every_title_says_what_a_patron_wants_to_know(titles: tuple[DescribedTitle, ...]) -> None:
    assert wrong(titles, lambda title: title.summary.endswith("。")) == []
    assert wrong(titles, lambda title: bool(title.subjects)) == []
    assert wrong(titles, lambda title: 1950 <= title.year <= 2026) == []


def test_no_two_books_have_one_summary(titles: tuple[DescribedTitle, ...]) -> None:
    times = Counter(title.summary for title in titles if title.material not in AUDIOVISUAL)
    assert [summary for summary, count in times.items() if count > 1] == []


def test_only_parts_are_ranked(titles: tuple[DescribedTitle, ...]) -> None:
    alone = (title for title in titles if title.set_id is None)
    assert wrong(alone, lambda title: (title.part, title.part_rank) == ("", 0)) == []


def test_editions_of_one_work_are_in_one_language_and_by_one_creator(
    titles: tuple[DescribedTitle, ...],
) -> None:
    works = {title.work for title in titles if title.work}
    of_works = {work: [title for title in titles if title.work == work] for work in works}
    assert sum(len(editions) > 1 for editions in of_works.values()) >= 25
    for work, editions in of_works.items():
        assert len({title.language for title in editions}) == 1, work
        assert len({title.creators[:1] for title in editions}) == 1, work


def test_each_large_print_book_is_an_edition_of_a_work(titles: tuple[DescribedTitle, ...]) -> None:
    others = {title.work for title in titles if title.material is not Material.LARGE_PRINT}
    shared = [
        title
        for title in titles
        if title.material is Material.LARGE_PRINT and title.work and title.work in others
    ]
    assert len(shared) >= 25


def test_every_branch_that_is_named_is_there(described: Described) -> None:
    branches = {branch.id for branch in described.branches}
    assert {item.branch for title in described.titles for item in title.items} == branches


def test_barcodes_are_sound_and_each_is_there_once(titles: tuple[DescribedTitle, ...]) -> None:
    barcodes = [item.barcode for title in titles for item in title.items]
    assert len(set(barcodes)) == len(barcodes)
    assert [code for code in barcodes if len(code) != 8 or not is_right(code, BARCODE_CHECK)] == []


def test_some_titles_have_many_items_and_most_have_few(titles: tuple[DescribedTitle, ...]) -> None:
    counts = [len(title.items) for title in titles if title.items]
    assert max(counts) <= 10
    assert sum(count >= 4 for count in counts) >= 40
    assert sum(count <= 3 for count in counts) > len(counts) / 2


def test_ijima_has_books_only(titles: tuple[DescribedTitle, ...]) -> None:
    there = [title for title in titles if any(item.branch == "ijima" for item in title.items)]
    assert len(there) >= 50
    assert wrong(there, lambda title: title.material not in AUDIOVISUAL) == []


def test_the_childrens_library_has_things_for_children_only(
    titles: tuple[DescribedTitle, ...],
) -> None:
    there = [title for title in titles if any(item.branch == "kodomo" for item in title.items)]
    assert wrong(there, lambda title: title.is_for_children) == []


def test_no_list_has_an_isbn_because_no_edition_is_real() -> None:
    for file in FOLDER.glob("titles/*.csv"):
        text = file.read_text(encoding="utf-8")
        assert "isbn" not in text.splitlines()[0]
        assert not re.search(r"97[89](-?\d){10}", text), file.name


def test_every_list_is_accounted_for_in_the_sources() -> None:
    sources = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    assert [file.name for file in FOLDER.glob("titles/*.csv") if file.name not in sources] == []
