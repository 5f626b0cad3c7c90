"""`kiosk prove-wipe`: visits with canaries through real processes, and what stays of them."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.commands.canary_library import furnish
from kiosk.commands.search import wait_until_ready
from kiosk.fitting import central_http
from kiosk.services.central.records import CentralRecords
from kiosk.services.replica import Replica
from kiosk.settings import Settings
from kiosk.supervisor.channel import Said
from kiosk.supervisor.service import Service
from kiosk.wiping.canaries import Canaries
from kiosk.wiping.company import Company, PlayStuck
from kiosk.wiping.finding import Finding
from kiosk.wiping.folders import Folders
from kiosk.wiping.plays import PLAYS, Play
from kiosk.wiping.proof import Proof
from kiosk.wiping.watched_panel import WatchedPanel

REHEARSAL = (sys.executable, "-m", "kiosk.wiping.rehearsal")
LAST_WORDS = 4000  # letters of the processes' log: the patrons in it are invented


def prove(plays: Sequence[Play] = PLAYS, panel: Sequence[str] = REHEARSAL) -> Iterator[Finding]:
    """Play them in a library of their own, which is gone afterwards.

    panel: the command of a panel process with a rehearsal beside it.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-proof-") as root:
        folders, canaries = Folders(Path(root)), Canaries.hatch()
        with folders.lived_in(), gathered(folders, canaries, panel) as company:
            proof = Proof(company, folders, canaries)
            try:
                for play in plays:
                    yield proof.play(play)
            except PlayStuck as error:
                error.add_note(folders.log.read_text(encoding="utf-8")[-LAST_WORDS:])
                raise


@contextmanager
def gathered(
    folders: Folders,
    canaries: Canaries,
    panel: Sequence[str] = REHEARSAL,
    on_said: Callable[[WatchedPanel, Said], None] = lambda _panel, _word: None,
) -> Iterator[Company]:
    """A library with canaries, its service, and the panels before it, while entered."""
    settings = furnish(folders, canaries)
    named = ["--settings", str(folders.settings)]
    serve = [sys.executable, "-m", "kiosk", "central", "serve", "--beside-kiosk", *named]
    service = Service(folders.logged(serve), settings.socket)
    _fetch_catalogue(settings, service)
    command = folders.logged([*panel, *named, "--door", str(folders.door)])
    company = Company(command, service, folders.door, on_said)
    try:
        yield company
    finally:
        company.end()


def _fetch_catalogue(settings: Settings, service: Service) -> None:
    """Every panel of the proof finds the titles from its first moment on."""
    http = central_http(settings)
    try:
        wait_until_ready(service, http)
        replica = Replica(settings.folder, settings.place.standpoint().branch.id)
        replica.refresh(CentralRecords(http))
        replica.close()
    finally:
        http.close()


# ---- telling
def tell(findings: Iterator[Finding], *, as_json: bool) -> int:
    """Print them as they come; 1 where something stays that must not."""
    console = Console(stderr=True, highlight=False)
    found = []
    with console.status("playing visits with canaries"):
        for finding in findings:
            found.append(finding)
            console.print(f"{'nothing stays' if finding.is_clean else 'FOUND'}: {finding.ending}")
    is_clean = all(finding.is_clean for finding in found)
    if as_json:
        endings = [{**asdict(finding), "is_clean": finding.is_clean} for finding in found]
        print(json.dumps({"is_clean": is_clean, "endings": endings}, ensure_ascii=False))
    else:
        Console(highlight=False).print(_table(found))
    return 0 if is_clean else 1


def _table(findings: Sequence[Finding]) -> Table:
    table = Table(title="Canaries found after each ending of a visit")
    table.add_column("ending")
    table.add_column("the next patron meets")
    for heading in ("objects", "files", "next process"):
        table.add_column(heading, justify="right")
    table.add_column("left in its own memory\n(told, not judged)", justify="right")
    for each in findings:
        judged = (each.objects, each.files, each.next_process)
        table.add_row(
            each.ending, each.follower, *map(_cell, judged), str(sum(each.remains.values()))
        )
    return table


def _cell(found: Mapping[str, int]) -> str:
    lines = [f"{count} × {where}" for where, count in sorted(found.items())]
    return "\n".join(lines) or "0"
