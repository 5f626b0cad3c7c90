"""`kill -9` of the service, again and again, under many kiosks that reserve."""

import os
import random
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.domain.patrons import Session
from tests.trials.town import Size, Town
from tests.trials.verdict import Verdict, judge
from tests.trials.visitor import PATIENT, Visitor


@dataclass(frozen=True, slots=True)
class Storm:
    kiosks: int
    reserving: int  # by each
    kills: int  # at most: none comes once every kiosk has done
    soonest_s: float = 0.05  # after it answers again
    latest_s: float = 1.0


WHOLE = Storm(kiosks=50, reserving=20, kills=12)


def try_kills(folder: Path, database_url: str, storm: Storm, seed: int) -> Verdict:
    """Play it, send what was kept, and ask the database."""
    town = Town(folder, database_url, Size(storm.kiosks, storm.reserving))
    with town.served():
        numbers = range(1, storm.kiosks + 1)
        visitors = [Visitor(town, number, town.socket, PATIENT) for number in numbers]
        sessions = [visitor.sign_in() for visitor in visitors]
        with ThreadPoolExecutor(storm.kiosks) as pool:
            with killing(town, storm, seed):
                reserve = partial(_reserve, storm.reserving)
                list(pool.map(reserve, visitors, sessions))
            list(pool.map(Visitor.send_what_was_kept, visitors))
        verdict = judge(town, visitors)
        for visitor in visitors:
            visitor.close()
    verdict.figures["kills"] = town.said.count("the central service ended with status -9")
    return verdict


@contextmanager
def killing(town: Town, storm: Storm, seed: int) -> Iterator[None]:
    """Kill it at random moments, each time once it answers again, until the block is left."""
    moments = random.Random(seed)  # noqa: S311 - moments, no secrets
    ended = threading.Event()

    def kill() -> None:
        for _ in range(storm.kills):
            town.until_answered()
            if ended.wait(moments.uniform(storm.soonest_s, storm.latest_s)):
                return
            pid = town.service.pid
            assert pid is not None, "what answers runs"
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield
    finally:
        ended.set()
        killer.join()


def _reserve(reserving: int, visitor: Visitor, session: Session) -> None:
    for nth in range(reserving):
        visitor.reserve(session, nth)
