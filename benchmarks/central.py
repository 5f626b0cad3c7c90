"""How fast the central service answers: so many kiosks, patrons and either database."""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from benchmarks.central_filling import PASSWORD, Size, fill
from benchmarks.central_kiosks import Crowd, Seen
from benchmarks.central_report import Filled, Run, say
from benchmarks.central_service import served
from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from tests.throwaway.postgres import postgres

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
NAMES = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
# As a library would run it: what was answered stands on the disk.
CAREFUL = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "256MB",
}
GROWN_KIOSKS = 50  # more of them are measured with the fewest patrons only
VERIFIED = 12
FEWEST_PATRONS = 4000


@dataclass(frozen=True, slots=True)
class Wanted:
    databases: tuple[str, ...]
    patrons: tuple[int, ...]
    kiosks: tuple[int, ...]
    seconds: float
    think_s: tuple[float, float]
    each: int
    saturated_s: float

    def kiosks_with(self, patrons: int) -> tuple[int, ...]:
        if patrons == min(self.patrons):
            return self.kiosks
        return tuple(each for each in self.kiosks if each <= GROWN_KIOSKS)


def measure(wanted: Wanted) -> tuple[list[Run], list[Filled]]:
    runs: list[Run] = []
    filled: list[Filled] = []
    for database in wanted.databases:
        for patrons in wanted.patrons:
            with (
                tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name,
                _empty(database, Path(name)) as url,
            ):
                size = Size(patrons, kiosks=max(wanted.kiosks))
                keys, done = _filled(database, url, size)
                filled.append(done)
                runs.extend(
                    _run(wanted, Path(name), url, size, keys[:kiosks])
                    for kiosks in wanted.kiosks_with(patrons)
                )
    return runs, filled


def _run(wanted: Wanted, folder: Path, url: str, size: Size, keys: Sequence[str]) -> Run:
    """A fresh service; alone, nobody is thought for: one kiosk shows what a call costs."""
    database = NAMES[make_url(url).get_backend_name()]
    think_s = wanted.think_s if len(keys) > 1 else (0.0, 0.0)
    argon2_ms = _argon2_ms()
    with served(folder, url) as service:
        crowd = Crowd(service.socket, keys, size)
        _warm_up(crowd)
        before, began = service.processor_s(), time.monotonic()
        thinking = crowd.visits(wanted.seconds, think_s)
        took = service.processor_s() - before
        processor = took / (time.monotonic() - began)
        nobody = Seen()
        saturated = (
            crowd.saturating(wanted.saturated_s, wanted.each) if wanted.saturated_s else nobody
        )
    load = os.getloadavg()[0]
    print(f"{database}, {size.patrons:,} patrons, {len(keys)} kiosks: done, load {load:.1f}")
    return Run(database, size.patrons, len(keys), thinking, saturated, processor, argon2_ms)


def _warm_up(crowd: Crowd) -> None:
    """Connections, caches and code that is imported late are no affair of the first patron."""
    Crowd(crowd.socket, crowd.keys[:10], crowd.size).visits(1.0, (0.0, 0.0))


def _argon2_ms() -> list[float]:
    hasher = ArgonHasher(HashCost())
    kept = hasher.hash(PASSWORD)
    taken = []
    for _ in range(VERIFIED):
        began = time.perf_counter()
        hasher.matches(kept, PASSWORD)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _filled(database: str, url: str, size: Size) -> tuple[list[str], Filled]:
    began = time.monotonic()
    keys = fill(url, size)
    took_s = time.monotonic() - began
    return keys, Filled(database, size.patrons, took_s, _bytes(url) / 1_000_000)


def _bytes(url: str) -> int:
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        return Path(parts.database or "").stat().st_size
    with psycopg.connect(url.replace("+psycopg", "", 1)) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    assert row is not None, "a database has a size"
    return int(row[0])


@contextmanager
def _empty(database: str, folder: Path) -> Iterator[str]:
    if database == SQLITE:
        yield f"sqlite:///{folder / 'central.sqlite'}"
        return
    with postgres(CAREFUL) as server:
        yield server.url(server.create())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", type=_databases, default="sqlite,postgresql")
    parser.add_argument("--patrons", type=_numbers, default="10000,1000000")
    parser.add_argument("--kiosks", type=_numbers, default="1,50,200")
    parser.add_argument("--seconds", type=float, default=60.0, help="of visits, for each run")
    parser.add_argument("--think", type=float, nargs=2, default=(1.0, 3.0), metavar="SECONDS")
    parser.add_argument("--each", type=int, default=10, help="calls for each patron, saturating")
    parser.add_argument("--saturated", type=float, default=20.0, help="seconds a call; 0: not")
    said = parser.parse_args()
    if min(said.patrons) < FEWEST_PATRONS:
        parser.error(f"the loans and queues need {FEWEST_PATRONS} patrons")
    wanted = Wanted(
        said.database,
        said.patrons,
        said.kiosks,
        said.seconds,
        tuple(said.think),
        said.each,
        said.saturated,
    )
    say(*measure(wanted))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(","))


def _databases(text: str) -> tuple[str, ...]:
    return tuple(NAMES[each] for each in text.split(","))


if __name__ == "__main__":
    main()
