"""Reserving, cancelling and renewing over a line that cuts, delays, swallows and repeats."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.domain.patrons import Session
from tests.throwaway.line_cutter import LineCutter
from tests.trials.town import Size, Town, due_on
from tests.trials.verdict import Verdict, judge
from tests.trials.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Calls:
    """How many each kiosk makes."""

    kiosks: int
    reserving: int
    cancelling: int
    renewing: int

    @property
    def size(self) -> Size:
        return Size(self.kiosks, self.reserving, self.renewing)


WHOLE = Calls(kiosks=10, reserving=40, cancelling=30, renewing=30)  # 1,000


def try_lines(folder: Path, database_url: str, calls: Calls, seed: int) -> Verdict:
    """Play it, send what was kept, and ask the database."""
    town = Town(folder, database_url, calls.size)
    line = folder / "line.sock"
    with town.served(), LineCutter(line, town.socket, seed).running() as cutter:
        visitors = [Visitor(town, number, line) for number in range(1, calls.kiosks + 1)]
        sessions = [visitor.sign_in() for visitor in visitors]
        with ThreadPoolExecutor(calls.kiosks) as pool:
            list(pool.map(partial(_visit, calls), visitors, sessions))
        cutter.wait()
        verdict = judge(town, visitors)
        for visitor in visitors:
            visitor.close()
    verdict.figures.update({fate.value: count for fate, count in cutter.told.items()})
    return verdict


def _visit(calls: Calls, visitor: Visitor, session: Session) -> None:
    for nth in range(calls.reserving):
        visitor.reserve(session, nth)
    placed = list(visitor.memory.placed)
    for nth in range(calls.cancelling):
        visitor.cancel(session, placed[nth % len(placed)])
    for nth in range(calls.renewing):
        visitor.renew(session, nth, due_on())
    visitor.send_what_was_kept()
