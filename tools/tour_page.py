"""docs/tour.md: every scene of the tour, and what on it says where to touch next."""

from collections.abc import Iterable
from pathlib import Path

from kiosk.visit import Look
from tools.next_taps import NEXT_TAPS, Next, Nothing
from tools.tour_scenes import scenes
from tools.tour_taps import Seen, look_at
from tools.tour_views import LANGUAGES, Drawing, View

PAGE = Path(__file__).parents[1] / "docs" / "tour.md"
FIRST = View(Look())  # Japanese, in standard letters, in landscape

_HEAD = """# Where to touch next
Made by `make next-taps` from `tools/next_taps.py`: for every picture of `make tour` the key that a
patron would touch next, as it says so itself. The same command looks for each key in three
languages, in the smallest and the largest letters, in landscape and portrait: it has to be there,
whole, free, and at least 84 px both ways. Where it stands is told of the
landscape panel in standard letters.
1, あ and a stand for any digit, kana or letter that is to be typed.
A key named after “or” is there instead where letters are too large for all on one page.

A stale page fails `make test`, and so does a picture without a next tap.

| picture | what it shows | Japanese | English | やさしい にほんご | where |
|---|---|---|---|---|---|
"""


def look_first(drawing: Drawing) -> tuple[Seen, ...]:
    """Every scene in one view: what the page needs to be written."""
    return tuple(look_at(scenes(), (FIRST,), drawing))


def page(seen: Iterable[Seen], drawing: Drawing) -> str:
    return _HEAD + "".join(_row(one, NEXT_TAPS[one.scene], drawing) for one in seen)


def _row(one: Seen, tap: Next, drawing: Drawing) -> str:
    cells = [one.scene, tap.shows]
    if isinstance(tap.key, Nothing):
        cells += [tap.key.because, "", "", ""]
    else:
        spoken = [drawing.words.speaking(language) for language in LANGUAGES]
        cells += [tap.said(words) or "" for words in spoken]
        cells.append(one.where + (f"; or “{tap.else_key}” first" if tap.else_key else ""))
    return f"| {' | '.join(cells)} |\n"
