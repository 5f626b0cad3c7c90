import pytest

from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId
from kiosk.ui.covers.weaving import Place, class_colour, weave

CLASSES = [str(number) for number in range(10)]


def book(
    name: str = "吾輩は猫である",
    ndc: str = "913.6",
    material: Material = Material.BOOK,
    *,
    is_for_children: bool = False,
) -> Title:
    return Title(
        TitleId(name),
        name,
        creators=(Creator("夏目 漱石"),),
        call_number=CallNumber(ndc),
        material=material,
        is_for_children=is_for_children,
    )


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_same_record_is_always_woven_alike() -> None:
    assert weave(book()) == weave(book())
    # As drawn in the designer's picture: 紺 as it is, the slip at the left, small waves.
    assert (weave(book()).cloth, weave(book()).place) == ("#26396F", Place.LEFT)
    assert weave(book()).unit == 0.105


def test_two_titles_of_one_class_share_the_pattern_and_differ_otherwise() -> None:
    names = ["雪国", "羅生門", "方丈記", "銀河鉄道の夜", "坊っちゃん", "こころ"]
    woven = [weave(book(name)) for name in names]
    assert {each.main_class for each in woven} == {"9"}
    assert len({(each.cloth, each.place, each.unit) for each in woven}) > 3


@pytest.mark.parametrize("main_class", CLASSES)
def test_the_title_on_its_paper_is_easily_read(main_class: str) -> None:
    for number in range(60):
        for is_for_children in (False, True):
            title = book(str(number), ndc=main_class, is_for_children=is_for_children)
            woven = weave(title)
            assert contrast(woven.ink, woven.paper) >= 11.5
            assert contrast("#FBF6E9", woven.plate) >= 7


@pytest.mark.parametrize("main_class", CLASSES)
def test_white_is_read_on_the_colour_of_every_class(main_class: str) -> None:
    assert contrast("#FFFFFF", class_colour(main_class)) >= 7


def test_a_disc_is_square_and_a_latin_title_runs_across() -> None:
    assert weave(book(material=Material.CD)).is_square
    assert weave(book("I Am a Cat")).is_across
    assert not weave(book("IT用語")).is_across


def test_childrens_covers_are_brighter() -> None:
    assert luminance(weave(book(is_for_children=True)).cloth) > luminance(weave(book()).cloth)


def test_a_picture_book_without_a_class_is_woven_too() -> None:
    assert weave(book("ねこの ほん", ndc="E")).main_class in CLASSES
