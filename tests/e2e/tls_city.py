"""A city's service behind a certificate, in a process of its own, and kiosks to be let in."""

import os
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.certificates.authority import fingerprint_of
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.kiosks import KioskRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import PatronId
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.wire.kiosks import AuthorityAnswer
from tests.central import small_library
from tests.central.certificates.conftest import A_YEAR, issuing
from tests.central.conftest import POLICIES
from tests.central.patrons import CARD, PASSWORD

PATIENT = LineLimits(connect_s=30, read_s=60, whole_s=90, tries=2)
ONCE = LineLimits(connect_s=30, read_s=30, tries=1)
PATIENCE_S = 120
CHEAP = HashCost(passes=1, memory_kib=8, lanes=1)
HOST = "127.0.0.1"


class City:
    """A service in a process of its own, on a port of this machine, behind a certificate."""

    def __init__(self, folder: Path) -> None:
        self.issuing = issuing(folder / "certificates")
        self.issuing.certificate()
        self.settings = folder / "service.toml"
        self.settings.write_text(
            f'data_folder = "{folder / "city"}"\n'
            f'policy_file = "{POLICIES / "demonstration.toml"}"\n'
            "[tls]\n"
            f'certificate = "{folder / "certificates" / "central.pem"}"\n'
            f'authority = "{self.issuing.pem}"\n'
            "[password_hash]\npasses = 1\nmemory_kib = 8\nlanes = 1\n"
        )
        self.database = f"sqlite:///{folder / 'city' / 'central.sqlite'}"
        (folder / "city").mkdir(mode=0o700)
        migrate(self.database)
        self._fill()
        self.listener = socket.create_server((HOST, 0))
        self.address = f"https://{HOST}:{self.listener.getsockname()[1]}"
        fd = self.listener.fileno()
        words = ["central", "serve", "--fd", str(fd), "--service", str(self.settings)]
        self.log = (folder / "service.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *words], pass_fds=[fd], stderr=self.log
        )

    def _fill(self) -> None:
        """A small library, with one patron of whom we know the password."""
        database = Database(self.database)
        small_library.fill(database)
        with database.writing() as session:
            session.add(
                PatronRow(
                    id=PatronId("haruka"),
                    card_number=CARD,
                    name="港 はるか",
                    birth_date=date(1990, 4, 1),
                    password_hash=ArgonHasher(CHEAP).hash(PASSWORD),
                )
            )
        database.close()

    def age_key(self, number: str) -> None:
        """Let a kiosk's key be older than the library allows."""
        database = Database(self.database)
        with database.writing() as session:
            session.get_one(KioskRow, number).key_since = datetime.now(UTC) - A_YEAR
        database.close()

    def says(self, *words: str) -> str:
        """What a command at the service prints."""
        named = [*words, "--service", str(self.settings)]
        return command("central", *named).stdout

    def line(self, trust: ssl.SSLContext | None, limits: LineLimits = PATIENT) -> CentralHttp:
        return CentralHttp.over_network(self.address, "nobody", limits, trust)

    def end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE_S)
        self.listener.close()
        self.log.close()


def command(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        env=dict(os.environ),
    )


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    city = City(tmp_path_factory.mktemp("city"))
    http = city.line(ssl.create_default_context(cafile=city.issuing.pem))
    http.get("/authority", AuthorityAnswer)  # waits in the socket until the service is ready
    http.close()
    yield city
    city.end()


@pytest.fixture
def panel(tmp_path: Path, city: City) -> Path:
    """The settings of a kiosk that nobody let in yet."""
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'data_folder = "{tmp_path / "kiosk"}"\nkiosk_number = "003"\n'
        f'[central]\naddress = "{city.address}"\nconnect_s = 30\nanswer_s = 60\n'
    )
    return file


def enrol(city: City, panel: Path, code: str) -> subprocess.CompletedProcess[str]:
    fingerprint = fingerprint_of(city.issuing.authority.certificate)
    words = ["--code", code, "--authority-fingerprint", fingerprint, "--settings", str(panel)]
    return command("enrol", *words)
