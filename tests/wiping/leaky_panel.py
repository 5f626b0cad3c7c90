"""A panel that keeps what it should not: for the trial that a proof can fail.

It keeps every visit in a list, writes what was searched into a file, and reads it at its start.
"""

from pathlib import Path

from kiosk.app import Panel
from kiosk.flow.step import Place
from kiosk.visit import Visit
from kiosk.wiping.rehearsal import main


def keep(panel: Panel) -> None:
    diary = Path.home() / "diary"
    read = diary.read_text(encoding="utf-8") if diary.exists() else ""
    kept: list[object] = [read]

    def remember(_place: Place, visit: Visit) -> None:
        kept.append(visit)
        if visit.signed is not None:
            diary.write_text(visit.search.query.text, encoding="utf-8")

    panel.machine.shown.connect(remember)


if __name__ == "__main__":
    raise SystemExit(main(keep))
