"""Puts one library's addresses and folders into the templates."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

from tools.database.cluster import Cluster, Node

TEMPLATES = Path(__file__).parents[2] / "packaging" / "database"
OF_A_NODE = ("patroni.yml", "etcd.yml")
OF_A_SERVICE = "haproxy.cfg"


@dataclass(frozen=True, slots=True)
class Folders:
    """As Debian's packages have them; a trial has others."""

    settings: str = "/etc/library-database"  # certificates and keys
    data: str = "/var/lib/postgresql/15"
    etcd: str = "/var/lib/etcd/library"
    run: str = "/var/run/postgresql"
    owner: str = "postgres"  # the system's user, and the superuser of the same name
    watchdog: str = "automatic"


def node_files(cluster: Cluster, node: Node, folders: Folders) -> dict[str, str]:
    """What lies on one database machine, by file name."""
    values = {**_shared(cluster), **_places(folders), "name": node.name, "address": node.address}
    return {name: _filled(name, values) for name in OF_A_NODE}


def service_file(cluster: Cluster, folders: Folders, here: str = "127.0.0.1") -> str:
    """HAProxy's file, for each machine where the service runs."""
    return _filled(OF_A_SERVICE, {**_shared(cluster), **_places(folders), "here": here})


def _shared(cluster: Cluster) -> dict[str, str]:
    values = {"services": cluster.services}
    for number, node in zip(("one", "two", "three"), cluster.nodes, strict=True):
        values |= {number: node.address, f"name_{number}": node.name}
    return values


def _places(folders: Folders) -> dict[str, str]:
    return {
        "settings": folders.settings,
        "data": folders.data,
        "etcd": folders.etcd,
        "run": folders.run,
        "owner": folders.owner,
        "watchdog": folders.watchdog,
    }


def _filled(name: str, values: dict[str, str]) -> str:
    return Template((TEMPLATES / name).read_text()).substitute(values)
