"""A kiosk of a city, from its code to its revocation: real processes, real TLS."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest

from kiosk.central.certificates.authority import fingerprint_of
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import KioskUnknown
from kiosk.domain.kiosks import KioskReport
from kiosk.domain.searching import Query
from kiosk.events import Event, KioskShutOut
from kiosk.fitting import central_http, trust_of
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.key_change import change_key
from kiosk.services.central.reporting import Reporting
from kiosk.services.kiosk_key import read_key
from kiosk.settings import Settings, read_settings
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.calls import OpenCallAnswer
from tests.central.certificates.conftest import issuing
from tests.central.patrons import CARD, PASSWORD
from tests.central.small_library import MAIN
from tests.e2e.city import Panel
from tests.e2e.tls_city import ONCE, City, command, enrol

pytestmark = pytest.mark.slow


@contextmanager
def line_of(settings: Settings) -> Iterator[CentralHttp]:
    http = central_http(settings)
    try:
        yield http
    finally:
        http.close()


class AnswerLost(httpx.BaseTransport):
    """The first answer to a change of the key never arrives; what was asked is done."""

    def __init__(self, line: httpx.BaseTransport) -> None:
        self._line = line
        self.lost = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._line.handle_request(request)
        if request.url.path == "/kiosk/key" and not self.lost:
            self.lost += 1
            response.close()
            raise httpx.ReadError("cut")
        return response

    def close(self) -> None:
        self._line.close()


def cut_once(settings: Settings) -> tuple[CentralHttp, AnswerLost]:
    """The kiosk's line over its own TLS; each call is sent once."""
    line = AnswerLost(httpx.HTTPTransport(verify=trust_of(settings) or True))
    file = settings.kiosk_key_file
    address = settings.central.address
    fresh = partial(read_key, file)
    return CentralHttp(line, fresh(), address=address, limits=ONCE, fresh_key=fresh), line


def reporting(http: CentralHttp, settings: Settings, said: list[Event]) -> Reporting:
    report = KioskReport(MAIN, "0.3.0", (), catalogue_age_s=None, outbox=0)
    change = partial(change_key, http, settings.kiosk_key_file)
    return Reporting(http, lambda: report, change, said.append)


def test_a_kiosk_is_enrolled_reserves_changes_its_key_and_is_revoked(
    city: City, panel: Path, tmp_path: Path
) -> None:
    code = city.says("enrol", "--number", "003", "--branch", "main").strip()
    enrolled = enrol(city, panel, code)
    assert enrolled.stdout == "Kiosk 003 is let in at main.\n", enrolled.stderr
    settings, said = read_settings(panel), list[Event]()
    reserve_at(Panel(tmp_path / "panel", central_http(settings), MAIN, 3))
    change_by_report(city, settings, said)
    assert said == [], "who reports with the old key or the new one is let in"

    with line_of(settings) as http:
        reporting(http, settings, said).report()
        assert "003  main  well" in city.says("kiosks", "list")
        city.says("kiosks", "revoke", "003")
        with pytest.raises(KioskUnknown):
            http.get("/calls/open", OpenCallAnswer)
        reporting(http, settings, said).report()
    assert said == [KioskShutOut()]
    assert "003  main  revoked" in city.says("kiosks", "list")
    assert enrol(city, panel, code).returncode == 2


def reserve_at(panel: Panel) -> None:
    """As the panel does for a patron, over its own line."""
    panel.refresh()
    [found] = panel.catalogue.search(Query("坊っちゃん")).titles
    session = panel.accounts.sign_in(CARD, PASSWORD)
    options = panel.reservations.options(session, found.title.id)
    placed = panel.reservations.reserve(options, MAIN, NoticeMethod.NONE)
    assert [one.id for one in panel.reservations.mine(session)] == [placed.id]
    panel.accounts.sign_out(session)
    panel.close()


def change_by_report(city: City, settings: Settings, said: list[Event]) -> None:
    """The service asks for another key; its first yes is lost, and nobody is shut out."""
    file = settings.kiosk_key_file
    old = read_key(file)
    city.age_key("003")
    http, line = cut_once(settings)
    report = reporting(http, settings, said).report
    report()
    assert (line.lost, read_key(file)) == (1, old), "the kiosk was not told yes, so keeps the old"
    report()
    new = read_key(file)
    assert new != old
    report()
    assert read_key(file) == new, "it is young again"
    http.close()
    with line_of(settings) as fresh:
        fresh.get("/branches", BranchesAnswer)


def test_a_kiosk_that_was_told_another_fingerprint_sends_nothing(city: City, panel: Path) -> None:
    other = fingerprint_of(issuing(panel.parent / "other").authority.certificate)
    words = ["--code", "4444-4444-4444", "--authority-fingerprint", other]
    refused = command("enrol", *words, "--settings", str(panel))
    assert refused.returncode == 2
    assert not read_settings(panel).kiosk_key_file.exists()
