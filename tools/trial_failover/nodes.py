"""Three database nodes of the production files: start, look, change, kill, bring back."""

import ssl
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from tools.database.__main__ import write
from tools.database.cluster import MACHINES, Node
from tools.database.filling import Folders, node_files, service_file
from tools.trial_failover.ground import HERE, Ground
from tools.trial_failover.processes import Postmaster, Processes, give, owner, unprivileged

PATIENCE_S = 180.0
PAUSE_S = 0.25
_RUNNING = frozenset({"running", "streaming"})
_PASSWORDS = {"PATRONI_REPLICATION_PASSWORD": "trial", "PATRONI_REWIND_PASSWORD": "trial"}


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    role: str  # leader, sync_standby, replica
    is_running: bool
    timeline: int


class Nodes:
    def __init__(self, folder: Path, ground: Ground, processes: Processes) -> None:
        self.folder = folder
        self.ground = ground
        self._processes = processes
        self.written = folder / "written"
        write(ground.cluster, self.written)
        for node in ground.cluster.nodes:
            self._settle(node)
        give(folder)
        trust = ssl.create_default_context(cafile=str(self.written / "db1" / "ca.crt"))
        pem = str(self.written / "service" / "service.pem")
        trust.load_cert_chain(pem)
        self._http = httpx.Client(verify=trust, timeout=3, trust_env=False)

    def by_name(self, name: str) -> Node:
        return next(node for node in self.ground.cluster.nodes if node.name == name)

    def start(self, node: Node) -> None:
        place, enter = self.written / node.name, self.ground.enter(node)
        etcd = ["/usr/bin/etcd", "--config-file", str(place / "etcd.yml")]
        patroni = ["/usr/bin/patroni", str(place / "patroni.yml")]
        self._processes.start(f"{node.name}-etcd", [*enter, *unprivileged(etcd)])
        self._processes.start(f"{node.name}-patroni", [*enter, *unprivileged(patroni)], _PASSWORDS)

    def start_haproxy(self) -> None:
        file = self.written / "service" / "haproxy.cfg"
        folders = _folders(self.written / "service", self.folder)
        file.write_text(service_file(self.ground.cluster, folders, HERE))
        give(file)
        command = ["/usr/sbin/haproxy", "-db", "-f", str(file)]
        self._processes.start("haproxy", unprivileged(command))

    def views(self) -> tuple[tuple[Member, ...], ...]:
        """How each node that answers sees all three: one that is cut off knows old things."""
        views = []
        for node in self.ground.cluster.nodes:
            with suppress(httpx.HTTPError):
                answer = self._http.get(f"https://{node.address}:8008/cluster").json()
                views.append(tuple(_member(each) for each in answer["members"]))
        return tuple(views)

    def leader(self) -> Node:
        """Whom most of them see leading."""
        seen = Counter(one.name for view in self.views() for one in view if one.role == "leader")
        return self.by_name(seen.most_common(1)[0][0])

    def wait_until_whole(self, standbys: int) -> float:
        """Until all three run and agree, and so many are synchronous; how long it took."""
        began = time.monotonic()
        until(lambda: _is_whole(self.views(), standbys), "the cluster is whole")
        return time.monotonic() - began

    def set(self, **values: str) -> None:
        """As a technician changes the cluster's settings."""
        said = [word for key, value in values.items() for word in ("-s", f"{key}={value}")]
        self._on_first("patronictl", "-c", "{}/patroni.yml", "edit-config", "--force", "-q", *said)

    def sql(self, statement: str) -> None:
        """As the superuser, at the leader's own socket."""
        leader = self.leader()
        run = str(self.folder / leader.name / "run")
        self._on(leader, ["psql", "-XqAt", "-h", run, "-d", "postgres", "-c", statement])

    def freeze_replication(self, node: Node) -> int:
        return self._postmaster(node).freeze_senders()

    def kill(self, node: Node) -> None:
        """The whole machine: Patroni, PostgreSQL and etcd at once."""
        self._processes.kill(f"{node.name}-patroni")
        self._postmaster(node).kill()
        self._processes.kill(f"{node.name}-etcd")

    def kill_databases(self) -> None:
        """What a Patroni that was itself killed may have left."""
        for node in self.ground.cluster.nodes:
            self._postmaster(node).kill()

    def _postmaster(self, node: Node) -> Postmaster:
        return Postmaster(self.folder / node.name / "library")

    def _settle(self, node: Node) -> None:
        place = self.folder / node.name
        (place / "run").mkdir(parents=True)
        folders = _folders(self.written / node.name, place)
        for name, text in node_files(self.ground.cluster, node, folders).items():
            (self.written / node.name / name).write_text(self.ground.on_this_ground(text))

    def _on_first(self, *command: str) -> None:
        node = self.ground.cluster.nodes[0]
        self._on(node, [word.format(self.written / node.name) for word in command])

    def _on(self, node: Node, command: list[str]) -> None:
        words = [*self.ground.enter(node), *unprivileged(command)]
        done = subprocess.run(words, check=False, capture_output=True, text=True, cwd="/")
        if done.returncode:
            raise AssertionError(f"{command}: {done.stdout}{done.stderr}")


def until(is_so: Callable[[], bool], what: str) -> None:
    """Raises AssertionError: it took too long."""
    last = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > last:
            raise AssertionError(f"not within {PATIENCE_S:.0f} s: {what}")
        time.sleep(PAUSE_S)


def _folders(settings: Path, place: Path) -> Folders:
    return Folders(
        settings=str(settings),
        data=str(place),
        etcd=str(place / "etcd"),
        run=str(place / "run"),
        owner=owner(),
        watchdog="off",
    )


def _member(told: dict[str, str | int]) -> Member:
    is_running = told["state"] in _RUNNING
    return Member(str(told["name"]), str(told["role"]), is_running, int(told.get("timeline", 0)))


def _is_whole(views: tuple[tuple[Member, ...], ...], standbys: int) -> bool:
    if len(views) != MACHINES or len({frozenset(view) for view in views}) != 1:
        return False
    members = views[0]
    roles = [member.role for member in members if member.is_running]
    is_one_line = len({member.timeline for member in members}) == 1
    enough = roles.count("sync_standby") == standbys and roles.count("leader") == 1
    return len(roles) == MACHINES and is_one_line and enough
