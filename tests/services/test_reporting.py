"""The kiosk says how it is, changes its key when asked, and learns that it was shut out."""

import logging
import threading
from collections.abc import Callable
from http import HTTPStatus

import httpx
import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import KioskDiskFull, KioskUnknown
from kiosk.domain.kiosks import KioskReport
from kiosk.events import Event, HealthChanged, KioskLetIn, KioskShutOut
from kiosk.hardware.card_reader.simulated import SimulatedCardReader
from kiosk.hardware.known_health import KnownHealth
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.reporting import Reporting
from kiosk.wire.kiosks import ReportAnswer, ReportRequest
from kiosk.wire.problems import MEDIA_TYPE, Problem
from tests.services.conftest import SHORT

KEY = "the-key-of-this-kiosk"
UNPLUGGED = Health(Device.CARD_READER, Condition.GONE, "not_plugged_in")
REPORT = KioskReport(BranchId("main"), "0.3.0", (UNPLUGGED,), catalogue_age_s=7, outbox=2)


class Service:
    """Answers as it is told, and keeps what it was sent."""

    def __init__(self) -> None:
        self.answers: Callable[[], httpx.Response] = well
        self.sent: list[httpx.Request] = []
        self.said: list[Event] = []
        self.keys_changed = 0
        self.reported = threading.Event()

    def reporting(self, change_key: Callable[[], object] | None = None) -> Reporting:
        http = CentralHttp(httpx.MockTransport(self._answer), KEY, limits=SHORT)
        change = change_key or self._change_key
        return Reporting(http, lambda: REPORT, change, self.said.append, every_s=0.001)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        self.reported.set()
        return self.answers()

    def _change_key(self) -> None:
        self.keys_changed += 1


def well(*, change_key: bool = False) -> httpx.Response:
    return httpx.Response(200, text=ReportAnswer(change_key=change_key).model_dump_json())


def refused() -> httpx.Response:
    problem = Problem.of(KioskUnknown())
    return httpx.Response(
        HTTPStatus.UNAUTHORIZED,
        content=problem.model_dump_json(),
        headers={"Content-Type": MEDIA_TYPE},
    )


def lost() -> httpx.Response:
    raise httpx.ConnectError("gone")


@pytest.fixture
def service() -> Service:
    return Service()


def test_it_says_how_the_kiosk_is(service: Service) -> None:
    service.reporting().report()
    (request,) = service.sent
    assert (request.method, request.url.path) == ("PUT", "/kiosk/report")
    assert ReportRequest.model_validate_json(request.content).to_report() == REPORT


def test_the_key_is_changed_when_the_service_asks_for_it(service: Service) -> None:
    reporting = service.reporting()
    reporting.report()
    assert service.keys_changed == 0
    service.answers = lambda: well(change_key=True)
    reporting.report()
    assert service.keys_changed == 1


def test_a_disk_that_is_full_keeps_the_key_and_the_panel_goes_on(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise KioskDiskFull

    service.answers = lambda: well(change_key=True)
    service.reporting(fail).report()
    assert "could not report: KioskDiskFull" in caplog.text
    assert service.said == []


def test_being_shut_out_and_let_in_again_is_said_once_each(service: Service) -> None:
    reporting = service.reporting()
    for service.answers in (well, refused, refused, well, well):
        reporting.report()
    assert service.said == [KioskShutOut(), KioskLetIn()]


def test_a_lost_line_is_neither(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    reporting = service.reporting()
    for service.answers in (lost, refused, lost, refused):
        reporting.report()
    assert service.said == [KioskShutOut()]
    assert "could not report: LineLost" in caplog.text


def test_the_log_tells_a_technician_where_to_look_and_no_key(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.answers = refused
    service.reporting().report()
    assert "docs/enrolling.md" in caplog.text
    assert KEY not in caplog.text


def test_it_reports_in_a_thread_of_its_own(service: Service) -> None:
    reporting = service.reporting()
    reporting.start()
    assert service.reported.wait(5)
    reporting.stop()


def test_nothing_is_said_to_a_panel_that_has_left(service: Service) -> None:
    reporting = service.reporting()
    reporting.stop()
    service.answers = refused
    reporting.report()
    assert service.said == []


def test_the_card_readers_condition_is_known_as_it_said_it_last() -> None:
    reader, known, heard = SimulatedCardReader(), KnownHealth(), list[Event]()
    reader.start(known.noting(heard.append))
    assert known.devices() == (Health(Device.CARD_READER, Condition.READY),)
    reader.unplug()
    assert known.devices() == (UNPLUGGED,)
    assert len(heard) == 2, "whoever stands behind it hears all of it"


def test_who_is_asked_now_knows_better_and_the_line_is_left_out() -> None:
    known = KnownHealth()
    note = known.noting(lambda _event: None)
    for device in (Device.LINE, Device.PRINTER):
        note(HealthChanged(Health(device, Condition.READY)))
    empty = Health(Device.PRINTER, Condition.GONE, "paper_out")
    assert known.devices(empty) == (empty,)
