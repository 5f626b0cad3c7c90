"""The page that shows the chart is the chart."""

import runpy
from pathlib import Path

from kiosk.flow.chart import KIOSK
from kiosk.flow.diagram import describe, draw, table

ROOT = Path(__file__).parents[2]


def test_the_page_in_docs_is_not_stale() -> None:
    page = runpy.run_path(str(ROOT / "tools" / "draw_flow.py"))["page"]
    assert (ROOT / "docs" / "flow.md").read_text(encoding="utf-8") == page()


def test_every_place_and_every_way_that_leads_somewhere_is_drawn() -> None:
    drawing, rows = draw(KIOSK), table(KIOSK)
    for place in KIOSK.places:
        assert f"{place.name}: {place.name} [" in drawing
        assert f"| {place.name} |" in rows
        for way in place.ways:
            if way.to is not None:
                assert f"{place.name} --> {way.to}: {describe(way)}" in drawing
