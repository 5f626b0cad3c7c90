"""What is particular to one library's database machines."""

import re
import tomllib
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path

MACHINES = 3  # one may die, and two still agree
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Node:
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Cluster:
    nodes: tuple[Node, Node, Node]
    services: str  # a network, as pg_hba.conf takes it

    @classmethod
    def read(cls, file: Path) -> "Cluster":
        """Raises ValueError: says what is wrong in the file."""
        read = tomllib.loads(file.read_text())
        named = read.get("nodes", {})
        nodes = tuple(Node(_name(name), str(ip_address(named[name]))) for name in named)
        if len(nodes) != MACHINES or len({node.address for node in nodes}) != MACHINES:
            raise ValueError("[nodes] names three machines, each with an address of its own")
        one, two, three = nodes
        return cls((one, two, three), str(ip_network(read.get("services", ""))))


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name: small letters, digits and -")
    return name
