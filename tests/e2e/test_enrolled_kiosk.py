"""A kiosk of a city, from its code to its revocation: real processes, real TLS."""

import logging
import os
import signal
import socket
import ssl
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central.certificates.authority import fingerprint_of
from kiosk.central.database import Database
from kiosk.central.migrate import migrate
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import KioskUnknown, LineLost
from kiosk.fitting import central_http
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.key_change import change_key
from kiosk.services.central.limits import LineLimits
from kiosk.services.kiosk_key import read_key
from kiosk.settings import Settings, read_settings
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.calls import OpenCallAnswer
from kiosk.wire.kiosks import AuthorityAnswer
from tests.central.certificates.conftest import A_YEAR, Issuing, issuing
from tests.central.conftest import POLICIES

pytestmark = pytest.mark.slow

PATIENT = LineLimits(connect_s=30, read_s=60, whole_s=90, tries=2)
ONCE = LineLimits(connect_s=30, read_s=30, tries=1)
PATIENCE_S = 120
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
        database = Database(self.database)
        with database.writing() as session:
            session.add(BranchRow(id=BranchId("main"), name="本館", telephone="", rank=1))
        database.close()
        self.listener = socket.create_server((HOST, 0))
        self.address = f"https://{HOST}:{self.listener.getsockname()[1]}"
        fd = self.listener.fileno()
        words = ["central", "serve", "--fd", str(fd), "--service", str(self.settings)]
        self.log = (folder / "service.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *words], pass_fds=[fd], stderr=self.log
        )

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


@contextmanager
def line_of(settings: Settings) -> Iterator[CentralHttp]:
    http = central_http(settings)
    try:
        yield http
    finally:
        http.close()


def test_a_kiosk_is_enrolled_asks_changes_its_key_and_is_revoked(city: City, panel: Path) -> None:
    code = city.says("enrol", "--number", "003", "--branch", "main").strip()
    enrolled = enrol(city, panel, code)
    assert (enrolled.stdout, enrolled.returncode) == ("Kiosk 003 is let in at main.\n", 0)
    settings = read_settings(panel)
    with line_of(settings) as http:
        assert [branch.name for branch in http.get("/branches", BranchesAnswer).branches]
        old = read_key(settings.kiosk_key_file)
        assert change_key(http, settings.kiosk_key_file)
        assert read_key(settings.kiosk_key_file) != old
    with line_of(settings) as http:
        http.get("/calls/open", OpenCallAnswer)
        assert "003  main  silent" in city.says("kiosks", "list")
        city.says("kiosks", "revoke", "003")
        with pytest.raises(KioskUnknown):
            http.get("/calls/open", OpenCallAnswer)
    assert "003  main  revoked" in city.says("kiosks", "list")
    assert enrol(city, panel, code).returncode == 2


def test_a_kiosk_that_was_told_another_fingerprint_sends_nothing(city: City, panel: Path) -> None:
    other = fingerprint_of(issuing(panel.parent / "other").authority.certificate)
    words = ["--code", "4444-4444-4444", "--authority-fingerprint", other]
    refused = command("enrol", *words, "--settings", str(panel))
    assert refused.returncode == 2
    assert not read_settings(panel).kiosk_key_file.exists()


def tls_log(caplog: pytest.LogCaptureFixture, http: CentralHttp) -> str:
    caplog.set_level(logging.INFO, logger="kiosk")
    with pytest.raises(LineLost):
        http.get("/branches", BranchesAnswer)
    http.close()
    assert "nobody" not in caplog.text, "the key is told to no log"
    return caplog.text


def test_another_authority_is_not_believed(
    city: City, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    trust = ssl.create_default_context(cafile=issuing(tmp_path / "other").pem)
    assert "another authority signed" in tls_log(caplog, city.line(trust, ONCE))


@contextmanager
def odd_server(context: ssl.SSLContext | None) -> Iterator[str]:
    """Shakes hands once, with a certificate or plainly, as no good service does."""
    import threading  # noqa: PLC0415 - here only

    with socket.create_server((HOST, 0)) as listener:

        def serve() -> None:
            call, _ = listener.accept()
            with call:
                try:
                    if context is None:
                        call.recv(100)
                        call.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                    else:
                        context.wrap_socket(call, server_side=True).close()
                except OSError:
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"https://{HOST}:{listener.getsockname()[1]}"
        thread.join()


def shown(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def asked_of(context: ssl.SSLContext | None, issuer: Issuing) -> Iterator[CentralHttp]:
    with odd_server(context) as address:
        trust = ssl.create_default_context(cafile=issuer.pem)
        yield CentralHttp.over_network(address, "nobody", ONCE, trust)


@pytest.fixture
def issuer(tmp_path: Path) -> Issuing:
    return issuing(tmp_path / "certificates")


def test_a_certificate_that_is_over_is_not_believed(
    issuer: Issuing, caplog: pytest.LogCaptureFixture
) -> None:
    past = issuer.certificate(ago=timedelta(days=10), good_for=timedelta(days=9))
    for http in asked_of(shown(past), issuer):
        assert "certificate is over: renew it" in tls_log(caplog, http)


def test_a_certificate_of_another_name_is_not_believed(
    issuer: Issuing, caplog: pytest.LogCaptureFixture
) -> None:
    other = issuer.certificate(["central.example"], good_for=A_YEAR)
    for http in asked_of(shown(other), issuer):
        assert "does not name the address" in tls_log(caplog, http)


def test_plain_http_is_no_tls(issuer: Issuing, caplog: pytest.LogCaptureFixture) -> None:
    for http in asked_of(None, issuer):
        assert "speaks no TLS" in tls_log(caplog, http)


def test_tls_before_1_2_is_not_spoken(issuer: Issuing, caplog: pytest.LogCaptureFixture) -> None:
    old = shown(issuer.certificate())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = ssl.TLSVersion.TLSv1_1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    for http in asked_of(old, issuer):
        assert "older TLS than 1.2" in tls_log(caplog, http)


def test_the_service_refuses_tls_before_1_2_and_plain_http(city: City) -> None:
    context = ssl.create_default_context(cafile=city.issuing.pem)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1_1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    place = city.listener.getsockname()
    with (
        socket.create_connection(place, PATIENCE_S) as call,
        pytest.raises((ssl.SSLError, ConnectionError)),
    ):
        context.wrap_socket(call, server_hostname=HOST)
    with socket.create_connection(place, PATIENCE_S) as call:
        call.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        assert not call.recv(1000).startswith(b"HTTP")
