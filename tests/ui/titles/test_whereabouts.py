from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.looks import Language
from kiosk.domain.titles import Availability, Holding, Whereabouts
from kiosk.ui.titles.whereabouts import paint_shape, place_of
from kiosk.words.words import Words

WORDS = Words.load(Path(__file__).resolve().parents[3] / "assets" / "words", Language.JAPANESE)
MAIN = Branch(BranchId("main"), "本館", "Main Library")
EAST = Branch(BranchId("east"), "東分館", "East Branch")
WEST = Branch(BranchId("west"), "西分館", "West Branch")


def said(*holdings: Holding, waiting: int = 0, language: Language = Language.JAPANESE) -> str:
    return place_of(WORDS.speaking(language), Availability(holdings, waiting))


def test_the_shelf_of_this_library_is_named_first() -> None:
    here = Holding(MAIN, 1, 1, shelf="24", floor="2階", is_here=True)
    there = Holding(EAST, 1, 1)
    assert said(there, here) == "本館 2階　24番の棚"
    assert said(here, language=Language.ENGLISH) == "Floor 2, Shelf 24"


def test_other_branches_are_named_and_counted() -> None:
    assert said(Holding(EAST, 1, 1)) == "東分館"
    assert said(Holding(EAST, 1, 1), Holding(WEST, 1, 1)) == "東分館　ほか1館"


def test_what_is_out_tells_how_many_wait_or_when_it_comes_back() -> None:
    out = Holding(MAIN, 1, 0, due=date(2026, 12, 2), is_here=True)
    assert said(out, waiting=3) == "3人が待っています"
    assert said(out) == "12月2日（水）に返る予定"


def test_what_only_moves_or_is_kept_tells_how_many_wait() -> None:
    moving = Holding(MAIN, 1, 0, is_here=True, set_aside=1, in_transit=1)
    kept = Holding(MAIN, 1, 0, is_here=True, set_aside=1, on_hold_shelf=1)
    assert said(moving, waiting=2) == said(kept, waiting=2) == "2人が待っています"
    assert said(moving) == ""


def test_the_closed_stacks_are_named_and_a_shelf_to_walk_to_goes_first() -> None:
    stacks = Holding(MAIN, 1, 1, floor="地下1階 書庫", is_here=True, is_closed_stacks=True)
    open_shelf = Holding(MAIN, 1, 1, shelf="24", floor="2階", is_here=True)
    assert said(stacks) == "本館 地下1階 書庫"
    assert said(stacks, open_shelf) == "本館 2階　24番の棚"


def test_a_reference_book_tells_where_it_is_read() -> None:
    assert said(Holding(MAIN, 1, 1, floor="1階", is_reference=True)) == "本館 1階"


def test_of_what_nobody_knows_no_place_is_told() -> None:
    assert said() == ""


TO_BE_FETCHED = (Whereabouts.ELSEWHERE, Whereabouts.CLOSED_STACKS)
NOT_NOW = (
    Whereabouts.OUT,
    Whereabouts.IN_TRANSIT,
    Whereabouts.ON_HOLD_SHELF,
    Whereabouts.MISSING,
)


def test_on_the_shelf_to_be_fetched_not_now_and_read_here_have_shapes_of_their_own(
    qapp: QApplication,
) -> None:
    ones = (Whereabouts.HERE, Whereabouts.ELSEWHERE, Whereabouts.OUT, Whereabouts.REFERENCE)
    shapes = [drawn(one) for one in (*ones, Whereabouts.UNKNOWN)]
    assert all(shapes.count(shape) == 1 for shape in shapes)


@pytest.mark.parametrize("alike", [TO_BE_FETCHED, NOT_NOW])
def test_what_a_patron_does_alike_has_one_shape(
    alike: tuple[Whereabouts, ...], qapp: QApplication
) -> None:
    assert all(drawn(each) == drawn(alike[0]) for each in alike)


def drawn(whereabouts: Whereabouts) -> QImage:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_shape(painter, QRectF(0, 0, 50, 50), whereabouts, QColor("black"))
    return image
