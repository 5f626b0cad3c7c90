"""`make trial-lines`, `make trial-kills`: the whole of both, on both databases, with figures."""

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.central.storage.migrate import migrate
from tests.throwaway.postgres import postgres
from tests.trials import kills
from tests.trials import lines as cut_lines
from tests.trials.verdict import Verdict

Trial = Callable[[Path, str, int], Verdict]
TRIALS: dict[str, Trial] = {
    "lines": lambda folder, url, seed: cut_lines.try_lines(folder, url, cut_lines.WHOLE, seed),
    "kills": lambda folder, url, seed: kills.try_kills(folder, url, kills.WHOLE, seed),
}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("trial", choices=sorted(TRIALS))
    asked.add_argument("--seed", type=int, default=1, help="the same seed, the same misfortunes")
    given = asked.parse_args()
    logging.getLogger("kiosk").setLevel(logging.ERROR)  # what the kiosks are told is counted
    databases = {"SQLite": _sqlite, "PostgreSQL": _postgresql}
    faults = [_try(TRIALS[given.trial], name, new, given.seed) for name, new in databases.items()]
    return 1 if any(faults) else 0


def _try(trial: Trial, name: str, new: Callable[[Path], Iterator[str]], seed: int) -> int:
    """How many faults there were."""
    with (
        tempfile.TemporaryDirectory(prefix="k") as folder,  # a socket's path has 107 bytes
        contextmanager(new)(Path(folder)) as url,
    ):
        migrate(url)
        began = time.monotonic()
        verdict = trial(Path(folder), url, seed)
        took_s = time.monotonic() - began
    lines = [f"{name}, seed {seed}, {took_s:.0f} s"]
    lines += [f"  {what}: {count}" for what, count in sorted(verdict.figures.items())]
    lines += [f"  faults: {len(verdict.faults)}", *(f"    {each}" for each in verdict.faults)]
    sys.stdout.write("\n".join(lines) + "\n")
    return len(verdict.faults)


def _sqlite(folder: Path) -> Iterator[str]:
    yield f"sqlite:///{folder / 'central.sqlite'}"


def _postgresql(_folder: Path) -> Iterator[str]:
    with postgres() as server:
        yield server.url(server.create())


if __name__ == "__main__":
    sys.exit(main())
