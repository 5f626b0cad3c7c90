"""A city's central service as it really runs: several processes on one PostgreSQL."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain.branches import BranchId
from kiosk.domain.errors import LineLost
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.records import CentralRecords
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.clock import SystemClock
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.replica import Replica

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60.0
PAUSE_S = 0.05
SETTINGS = """
data_folder = "data-{name}"
policy_file = "{root}/assets/policies/demonstration.toml"
"""


class Panel:
    """What a panel has for talking to one service: the clients that it really uses."""

    def __init__(self, folder: Path, http: CentralHttp, branch: BranchId, number: int = 1) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self.http = http
        self.catalogue = Replica(folder, branch)
        self._outbox = SqliteOutbox(folder, number)
        self.accounts = CentralAccounts(self.http)
        self.reservations = CentralReservations(
            self.http, self._outbox, self.catalogue, SystemClock(ZoneInfo("Asia/Tokyo"))
        )

    def refresh(self) -> None:
        """Read the feeds, and build the search index of them."""
        self.catalogue.refresh(CentralRecords(self.http))

    def close(self) -> None:
        self.http.close()
        self._outbox.close()
        self.catalogue.close()


@contextmanager
def serving(folder: Path, name: str, url: str) -> Iterator[Path]:
    """`kiosk central serve --service FILE` until it is left; the socket where it will answer."""
    file, socket = folder / f"{name}.toml", folder / name / "socket"
    file.write_text(SETTINGS.format(name=name, root=ROOT), encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "central", "serve", "--quiet"]
    process = subprocess.Popen(
        [*command, "--service", str(file), "--at", str(socket)],
        env={**os.environ, "LIBRARY_SERVICE_DATABASE_URL": url},
    )
    try:
        yield socket
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def until_answered(socket: Path) -> None:
    asking = CentralHttp.over_socket(socket, "nobody")
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with suppress(LineLost):
            asking.reach()
            asking.close()
            return
        time.sleep(PAUSE_S)
    raise AssertionError("the service did not answer")
