"""Two central services, as on two hosts: without state of their own, one database."""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

import httpx

from kiosk.settings import PROJECT
from tools.trial_failover.nodes import until
from tools.trial_failover.processes import Processes

KIOSK = Path(sys.executable).parent / "kiosk"
NUMBERS = ("998", "999")
_SETTINGS = """
data_folder = "{folder}"
is_demonstration = false
kiosk_number = "{number}"

[central]
policy = "{policy}"
service = "{folder}/service.toml"
counter = ""
"""


def start_services(
    folder: Path, processes: Processes, database_url: str, replica_url: str
) -> tuple[str, ...]:
    """Their addresses, once they answer."""
    given = {
        "LIBRARY_SERVICE_DATABASE_URL": database_url,
        "LIBRARY_SERVICE_REPLICA_URL": replica_url,
    }
    addresses = tuple(_start(folder, processes, number, given) for number in NUMBERS)
    until(lambda: all(_is_well(address) for address in addresses), "the services answer")
    return addresses


def _start(folder: Path, processes: Processes, number: str, given: Mapping[str, str]) -> str:
    place = folder / f"service-{number}"
    place.mkdir()
    (place / "service.toml").touch()
    policy = PROJECT / "assets" / "policies" / "demonstration.toml"
    settings = place / "kiosk.toml"
    settings.write_text(_SETTINGS.format(folder=place, number=number, policy=policy))
    at = f"127.0.0.1:{_free_port()}"
    command = [str(KIOSK), "central", "serve", "--at", at, "--settings", str(settings), "--quiet"]
    environment = {**given, "HOME": str(place), "PATH": os.environ["PATH"]}
    with_us = ["setpriv", "--pdeathsig", "TERM"]
    processes.start(f"service-{number}", [*with_us, *command], environment)
    return f"http://{at}"


def _is_well(address: str) -> bool:
    try:
        return httpx.get(f"{address}/healthz", trust_env=False).is_success
    except httpx.HTTPError:
        return False


def _free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port
