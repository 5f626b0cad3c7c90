"""`make trial-failover`: three nodes, kiosk traffic, the leader dies, and what that cost."""

import argparse
import logging
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from tools.trial_failover.ground import Ground, loopback, networks
from tools.trial_failover.library import CREATED, FOLLOWING, fill, url
from tools.trial_failover.nodes import Nodes
from tools.trial_failover.processes import processes
from tools.trial_failover.report import is_passed, keep, median_line, table, told_directly
from tools.trial_failover.rounds import Injury, Plan, Round, Trial
from tools.trial_failover.services import start_services

FOUND = Path("build/failover")


def main() -> int:
    asked = _asked()
    logging.getLogger("kiosk").setLevel(logging.ERROR)  # of what the kiosks are told: the journal
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # everything started is stopped then too
    rounds = [] if asked.only_cut else _on(loopback(), _killed(asked.rounds, asked.after))
    if os.geteuid() == 0 and not asked.no_cut:
        with networks() as ground:
            rounds += _on(ground, _cut(asked.after))
    else:
        print("not root, or not wanted: nobody was cut off from a network")
    keep(rounds, FOUND / "rounds.json")
    print(table(rounds), median_line(rounds), sep="\n\n")
    return 0 if is_passed(rounds) else 1


def _killed(rounds: int, after_s: float) -> list[Plan]:
    quick = {"ttl_s": 20, "loop_s": 3, "retry_s": 5}
    return [
        *[Plan(Injury.KILLED, is_synchronous=True, after_s=after_s)] * rounds,
        *[Plan(Injury.KILLED, is_synchronous=True, after_s=after_s, **quick)] * rounds,
        Plan(Injury.STUCK, is_synchronous=True, after_s=after_s, **quick),
        *[Plan(Injury.STUCK, is_synchronous=False, after_s=after_s, **quick)] * rounds,
    ]


def _cut(after_s: float) -> list[Plan]:
    quick = {"ttl_s": 20, "loop_s": 3, "retry_s": 5}
    return [
        Plan(Injury.CUT, is_synchronous=True, after_s=after_s, **quick),
        Plan(Injury.CUT, is_synchronous=False, after_s=after_s, **quick),
    ]


def _on(ground: Ground, plans: Sequence[Plan]) -> list[Round]:
    played = []
    with _folder() as folder, ExitStack() as ended:
        started = ended.enter_context(processes(folder / "logs"))
        nodes = Nodes(folder, ground, started)
        ended.callback(nodes.kill_databases)
        for node in ground.cluster.nodes:
            nodes.start(node)
        nodes.start_haproxy()
        took_s = nodes.wait_until_whole(1)
        print(f"three nodes stand after {took_s:.0f} s", flush=True)
        trial = _trial(nodes, folder, partial(start_services, folder, started))
        for plan in plans:
            print(f"{plan}", flush=True)
            played.append(trial.play(plan))
            print(table(played[-1:]).splitlines()[-1], flush=True)
            print(told_directly(played[-1]), flush=True)
    return played


def _trial(nodes: Nodes, folder: Path, start: Callable[[str, str], tuple[str, ...]]) -> Trial:
    authority = folder / "ca.crt"  # the service's own user reads it
    shutil.copy(nodes.written / "service" / "ca.crt", authority)
    database = url(str(authority))
    for statement in CREATED:
        nodes.sql(statement)
    known = fill(database)
    return Trial(nodes, known, start(database, url(str(authority), FOLLOWING)), str(authority))


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="failover-"))  # short: a socket's path has 107 bytes
    folder.chmod(0o755)  # the database's user enters it
    (folder / "logs").mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(FOUND / "logs", ignore_errors=True)
        shutil.copytree(folder / "logs", FOUND / "logs")
        shutil.rmtree(folder, ignore_errors=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make trial-failover ARGS=…")
    parser.add_argument("--rounds", type=int, default=3, help="of each kind that is repeated")
    parser.add_argument("--after", type=float, default=60, help="seconds of traffic afterwards")
    parser.add_argument("--no-cut", action="store_true", help="no round with networks")
    parser.add_argument("--only-cut", action="store_true", help="no round on loopback")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
