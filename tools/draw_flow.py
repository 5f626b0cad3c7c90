"""Writes docs/flow.md from the chart; with --check says whether it is stale."""

import sys
from pathlib import Path

from kiosk.flow.chart import KIOSK
from kiosk.flow.diagram import draw, table

PAGE = Path(__file__).parent.parent / "docs" / "flow.md"


def page() -> str:
    return (
        "# Where a patron may go\n\n"
        "Made from `kiosk/flow/chart.py` and `kiosk/flow/charts/` by `make flow`; "
        "a stale page fails `make test`.\n"
        "A way drawn from a group is open from every place in it; a place's own way goes first.\n"
        "Languages, text sizes, colours, the curtain, the line's banner, undo and help lie over "
        "any place and are no places.\n\n"
        f"```mermaid\n{draw(KIOSK)}```\n\n"
        f"## Places\n\n{table(KIOSK)}"
    )


def main() -> int:
    if "--check" in sys.argv:
        is_fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        if not is_fresh:
            print("docs/flow.md is stale: run `make flow`")
        return 0 if is_fresh else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
