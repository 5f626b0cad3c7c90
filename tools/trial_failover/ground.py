"""Where the three nodes stand: all on loopback, or each in a network of its own."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tools.database.cluster import Cluster, Node

NAMES = ("db1", "db2", "db3")
HERE = "127.71.0.9"  # HAProxy
LOOPBACK_ASKS_FROM = "127.0.0.1"
_BRIDGE = "trial-failover"
_BRIDGE_ADDRESS = "10.71.0.9/24"


@dataclass(frozen=True, slots=True)
class Ground:
    cluster: Cluster
    has_networks: bool

    def enter(self, node: Node) -> list[str]:
        """What stands before a command that runs on a node."""
        return ["ip", "netns", "exec", _network(node)] if self.has_networks else []

    def on_this_ground(self, text: str) -> str:
        """On loopback every connection comes from one address, whichever node asks."""
        if self.has_networks:
            return text
        for node in self.cluster.nodes:
            text = text.replace(f"{node.address}/32", f"{LOOPBACK_ASKS_FROM}/32")
        return text.replace("allowlist: [", f"allowlist: [{LOOPBACK_ASKS_FROM}, ")

    def cut(self, node: Node) -> None:
        """Nothing goes from a node to the other two; whoever serves patrons still reaches it."""
        for address in self._others(node):
            _ip(*self._inside(node), "route", "add", "blackhole", f"{address}/32")

    def join(self, node: Node) -> None:
        for address in self._others(node):
            _ip(*self._inside(node), "route", "del", "blackhole", f"{address}/32")

    def _others(self, node: Node) -> list[str]:
        return [other.address for other in self.cluster.nodes if other != node]

    def _inside(self, node: Node) -> list[str]:
        return ["-n", _network(node)]


def loopback() -> Ground:
    return Ground(_cluster("127.71.0", "127.0.0.0/8"), has_networks=False)


@contextmanager
def networks() -> Iterator[Ground]:
    """Needs root; nothing outside this machine is reached."""
    ground = Ground(_cluster("10.71.0", "10.71.0.0/24"), has_networks=True)
    try:
        _ip("link", "add", _BRIDGE, "type", "bridge")
        _ip("addr", "add", _BRIDGE_ADDRESS, "dev", _BRIDGE)
        _ip("link", "set", _BRIDGE, "up")
        for node in ground.cluster.nodes:
            _join_bridge(node)
        yield ground
    finally:
        for node in ground.cluster.nodes:
            _ip("netns", "del", _network(node), must=False)
        _ip("link", "del", _BRIDGE, must=False)


def _join_bridge(node: Node) -> None:
    network, outside = _network(node), f"trial-{node.name}"
    _ip("netns", "add", network)
    _ip("link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", network)
    _ip("link", "set", outside, "master", _BRIDGE, "up")
    _ip("-n", network, "addr", "add", f"{node.address}/24", "dev", "eth0")
    _ip("-n", network, "link", "set", "eth0", "up")
    _ip("-n", network, "link", "set", "lo", "up")


def _network(node: Node) -> str:
    return f"trial-failover-{node.name}"


def _cluster(network: str, services: str) -> Cluster:
    one, two, three = (Node(name, f"{network}.{nth}") for nth, name in enumerate(NAMES, 1))
    return Cluster((one, two, three), services)


def _ip(*words: str, must: bool = True) -> None:
    quiet = None if must else subprocess.DEVNULL
    subprocess.run(["ip", *words], check=must, stderr=quiet)
