from itertools import pairwise

import pytest

from kiosk.ui.covers.shelf_layout import COVER, arrange


@pytest.mark.parametrize("width", [600, 1080, 1440, 1920])
def test_nothing_on_the_shelf_stands_in_anothers_place(width: int) -> None:
    row = arrange(width, 8)
    spans = [(x, x + COVER[0]) for x in row.covers]
    spans += [(spine.x, spine.x + spine.width) for spine in row.spines]
    spans.sort()
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
    assert spans[-1][1] <= width


def test_a_wide_shelf_shows_more_covers() -> None:
    assert len(arrange(1440, 8).covers) == 5
    assert len(arrange(1080, 8).covers) == 3


def test_no_more_covers_than_titles_stand_there_and_spines_fill_the_rest() -> None:
    row = arrange(1440, 2)
    assert len(row.covers) == 2
    assert max(spine.x for spine in row.spines) > 1300


def test_the_shelf_is_the_same_at_every_start() -> None:
    assert arrange(1440, 5) == arrange(1440, 5)
