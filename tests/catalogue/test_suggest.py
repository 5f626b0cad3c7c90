"""What is offered under the board while a patron types."""

import pytest

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.marks import mark
from kiosk.catalogue.shelves import Shelves
from kiosk.domain.searching import Scope, Suggestion, SuggestionKind
from tests.catalogue.works import CAT, CAT_OFFICE, CAT_TOWN, number_of

NOWHERE = Shelves()


def offers(
    index: CatalogueIndex, text: str, scope: Scope = Scope.ALL, shelves: Shelves = NOWHERE
) -> tuple[Suggestion, ...]:
    return index.suggest(text, scope, shelves).offers


def test_titles_come_first_the_best_first(index: CatalogueIndex) -> None:
    texts = [offer.text for offer in offers(index, "ねこ")]
    assert texts[:3] == ["猫町", "猫の事務所", "吾輩は猫である"]


def test_a_title_brings_its_author_and_opens_at_once(index: CatalogueIndex) -> None:
    first = offers(index, "ねこま")[0]
    assert (first.kind, first.note, first.title, first.count) == (
        SuggestionKind.TITLE,
        "萩原 朔太郎",
        CAT_TOWN.id,
        None,
    )


def test_a_subject_tells_how_many_titles_stand_under_it(index: CatalogueIndex) -> None:
    subjects = [offer for offer in offers(index, "ねこ") if offer.kind is SuggestionKind.SUBJECT]
    assert [(offer.text, offer.count, offer.match) for offer in subjects] == [("ネコ", 2, (0, 2))]


@pytest.mark.parametrize(
    "text", ["なつ", "なつめ そう", "そうせき", "夏目", "漱", "soseki", "natsume"]
)
def test_people_are_offered_by_either_name_and_by_reading(index: CatalogueIndex, text: str) -> None:
    people = [offer for offer in offers(index, text) if offer.kind is SuggestionKind.CREATOR]
    assert [(offer.text, offer.count) for offer in people] == [("夏目 漱石", 4)]


def test_a_series_is_offered(index: CatalogueIndex) -> None:
    kinds = {(offer.kind, offer.text, offer.count) for offer in offers(index, "漱石")}
    assert (SuggestionKind.SERIES, "漱石全集", 2) in kinds


def test_headings_with_the_most_titles_come_first(index: CatalogueIndex) -> None:
    counts = [offer.count for offer in offers(index, "漱石") if offer.count is not None]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) > 1


def test_only_what_the_scope_has_is_offered_and_counted(index: CatalogueIndex) -> None:
    children = offers(index, "ねこ", Scope.CHILDREN)
    assert [(offer.text, offer.count) for offer in children] == [("猫の事務所", None), ("ネコ", 1)]
    shelves = Shelves.of([number_of(CAT), number_of(CAT_TOWN)], [], [])
    here = offers(index, "ねこ", Scope.HERE, shelves)
    assert [(offer.text, offer.count) for offer in here] == [
        ("猫町", None),
        ("吾輩は猫である", None),
        ("ネコ", 1),
    ]


def test_the_live_count_on_the_search_key_is_what_the_search_then_finds(
    index: CatalogueIndex,
) -> None:
    assert index.suggest("ねこ", Scope.ALL, NOWHERE).counts.all == 3


def test_nothing_is_offered_before_anything_is_typed(index: CatalogueIndex) -> None:
    assert offers(index, "") == offers(index, " ") == offers(index, "！") == ()


def test_never_more_than_six_are_offered(index: CatalogueIndex) -> None:
    assert len(offers(index, "こ")) <= 6


@pytest.mark.parametrize(
    ("name", "reading", "typed", "bold"),
    [
        ("猫町", "ねこまち", "猫", "猫"),
        ("猫町", "ねこまち", "ねこ", "猫"),
        ("猫町", "ねこまち", "まち", "町"),
        ("猫の事務所", "ねこ の じむしょ", "じむ", "事務"),
        ("猫の事務所", "ねこのじむしよ", "ねこのし", ""),
        ("吾輩は猫である", "わがはい わ ねこ で ある", "ねこ", "猫"),
        ("吾輩は猫である", "わがはいはねこである", "ねこてある", ""),
        ("吾輩は猫である", "わがはいはねこである", "ねこである", "猫である"),
        ("ハリー・ポッター", None, "りぽつ", "リー・ポッ"),
        ("ハリー・ポッター", None, "ぽつた", "ポッタ"),
        ("夏目 漱石", "なつめ そうせき", "そうせき", "漱石"),
        ("『心』予告", "『こころ』よこく", "こころ", "心"),
        ("㌔と㌘", None, "きろ", "㌔"),
        ("ガガ", None, "が", "ガ"),
        ("三四郎", None, "さん", ""),
        ("", None, "さん", ""),
        ("猫", "ねこ", "", ""),
    ],
)
def test_the_part_that_was_typed_is_bold_in_the_name(
    name: str, reading: str | None, typed: str, bold: str
) -> None:
    begin, end = mark(name, reading, typed)
    assert name[begin:end] == bold


def test_offers_are_marked_where_they_begin(index: CatalogueIndex) -> None:
    marked = {offer.title: offer.text[slice(*offer.match)] for offer in offers(index, "ねこ")}
    assert (marked[CAT.id], marked[CAT_TOWN.id], marked[CAT_OFFICE.id]) == ("猫", "猫", "猫")
