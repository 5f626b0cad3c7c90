"""One round: traffic, an injury to the leader, a minute more, and the comparison."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import psycopg

from tools.database.cluster import Node
from tools.trial_failover.journal import ANSWERED, Deed, Journal, Told
from tools.trial_failover.library import FOLLOWING, Known, connect, kept, leading
from tools.trial_failover.nodes import Nodes
from tools.trial_failover.verdict import Verdict, verdict
from tools.trial_failover.visitors import Visitor
from tools.trial_failover.watchers import READ, SCRATCH, WRITTEN, Watcher

BEFORE_S = 10.0
STUCK_S = 3.0
ANSWERED_WITHIN_S = 90.0
_POSTGRES = 5432


class Injury(StrEnum):
    KILLED = "killed"
    STUCK = "replication stuck for 3 s, then killed"
    CUT = "cut off from the other two"


@dataclass(frozen=True, slots=True)
class Plan:
    injury: Injury
    is_synchronous: bool
    ttl_s: int = 30
    loop_s: int = 10
    retry_s: int = 10
    after_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Round:
    plan: Plan
    verdict: Verdict
    old_leader: str
    new_leader: str
    came_back_s: float  # until the injured one was a sound replica again
    direct: "Direct | None"


@dataclass(frozen=True, slots=True)
class Direct:
    """What the old leader went on to acknowledge to somebody who knew only it."""

    acknowledged: int
    lost: int
    last_after_cut_s: float


class Trial:
    """What stays the same over all rounds."""

    def __init__(
        self, nodes: Nodes, known: tuple[Known, ...], services: tuple[str, ...], authority: str
    ) -> None:
        self.nodes = nodes
        self._known = known
        self._services = services
        self._authority = authority

    def play(self, plan: Plan) -> Round:
        self._prepare(plan)
        leader = self.nodes.leader()
        journal = Journal()
        visitors = self._visitors(journal)
        reader = Watcher(Deed.READ_REPLICA, READ, self._connection(FOLLOWING), journal)
        direct = Watcher(Deed.WRITE_DIRECTLY, WRITTEN, self._straight_to(leader), journal)
        if plan.injury is Injury.CUT:
            direct.start()
        reader.start()
        for each in visitors:
            each.start()
        time.sleep(BEFORE_S)
        injured_s = self._injure(leader, plan)
        time.sleep(plan.after_s)
        _finish(visitors)
        reader.stop()
        new = self.nodes.leader().name
        came_back_s = self._mend(leader, plan)
        # Not before: one that comes back must not take the lead with its old data.
        found = verdict(journal.read(), kept(self._authority))
        told = None
        if plan.injury is Injury.CUT:
            direct.stop()
            told = self._direct(journal.read(), injured_s)
        return Round(plan, found, leader.name, new, came_back_s, told)

    def _prepare(self, plan: Plan) -> None:
        on = "true" if plan.is_synchronous else "false"
        times = {"ttl": plan.ttl_s, "loop_wait": plan.loop_s, "retry_timeout": plan.retry_s}
        said = {key: str(value) for key, value in times.items()}
        self.nodes.set(synchronous_mode=on, synchronous_mode_strict=on, **said)
        self.nodes.wait_until_whole(int(plan.is_synchronous))
        with leading(self._authority) as connection:
            connection.execute(SCRATCH)

    def _injure(self, leader: Node, plan: Plan) -> float:
        if plan.injury is Injury.CUT:
            self.nodes.ground.cut(leader)
            return time.monotonic()
        if plan.injury is Injury.STUCK:
            assert self.nodes.freeze_replication(leader), "somebody is replicated to"
            time.sleep(STUCK_S)
        self.nodes.kill(leader)
        return time.monotonic()

    def _mend(self, leader: Node, plan: Plan) -> float:
        if plan.injury is Injury.CUT:
            self.nodes.ground.join(leader)
        else:
            self.nodes.start(leader)
        return self.nodes.wait_until_whole(int(plan.is_synchronous))

    def _visitors(self, journal: Journal) -> list[Visitor]:
        return [
            Visitor(known, self._services[known.number % len(self._services)], journal)
            for known in self._known
        ]

    def _connection(self, port: int) -> Callable[[], psycopg.Connection]:
        return partial(connect, self._authority, port)

    def _straight_to(self, node: Node) -> Callable[[], psycopg.Connection]:
        return partial(connect, self._authority, _POSTGRES, node.address)

    def _direct(self, told: tuple[Told, ...], cut_s: float) -> Direct:
        mine = [each for each in told if each.deed is Deed.WRITE_DIRECTLY]
        done = [each for each in mine if each.outcome == ANSWERED]
        with leading(self._authority) as connection:
            there = {str(row[0]) for row in connection.execute("SELECT id FROM trial_scratch")}
        lost = sum(each.id not in there for each in done)
        last = max((each.at_s for each in done), default=cut_s)
        return Direct(len(done), lost, last - cut_s)


def _finish(visitors: list[Visitor]) -> None:
    for each in visitors:
        each.stopped.set()
    last = time.monotonic() + ANSWERED_WITHIN_S
    for each in visitors:
        each.join(max(0.0, last - time.monotonic()))
