"""TLS between kiosk and service: what is refused, what the log says, and a renewal."""

import logging
import socket
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPSConnection
from pathlib import Path
from time import monotonic

import pytest

from kiosk.domain.errors import LineLost
from kiosk.services.central.http import CentralHttp
from kiosk.wire.branches import BranchesAnswer
from tests.central.certificates.conftest import A_YEAR, Issuing, issuing
from tests.e2e.tls_city import HOST, ONCE, PATIENCE_S, City

pytestmark = pytest.mark.slow

PAUSE = threading.Event()  # never set: the service is looked at again and again


def test_a_renewed_certificate_is_shown_and_who_is_connected_goes_on(city: City) -> None:
    """The service looks twice a minute."""
    trust = ssl.create_default_context(cafile=city.issuing.pem)
    place = city.listener.getsockname()[:2]
    kept = HTTPSConnection(place[0], place[1], context=trust, timeout=PATIENCE_S)
    assert asked_on(kept) == HTTPStatus.OK
    socket_before, before = kept.sock, shown_at(place, trust)
    city.issuing.certificate()
    end = monotonic() + PATIENCE_S
    while shown_at(place, trust) == before:
        assert monotonic() < end, "the renewed certificate is not shown"
        assert asked_on(kept) == HTTPStatus.OK
        PAUSE.wait(0.5)
    assert asked_on(kept) == HTTPStatus.OK
    assert kept.sock is socket_before, "the same connection, never opened again"
    kept.close()


def asked_on(connection: HTTPSConnection) -> int:
    connection.request("GET", "/healthz")
    with connection.getresponse() as answer:
        answer.read()
        return answer.status


def shown_at(place: tuple[str, int], trust: ssl.SSLContext) -> bytes | None:
    """The certificate that a new connection is shown."""
    with (
        socket.create_connection(place, PATIENCE_S) as call,
        trust.wrap_socket(call, server_hostname=HOST) as shaken,
    ):
        return shaken.getpeercert(binary_form=True)


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
