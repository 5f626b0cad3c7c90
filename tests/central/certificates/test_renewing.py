"""A renewed certificate is shown to whoever comes next; who is there stays."""

import socket
import ssl
import threading
from pathlib import Path

import pytest

from kiosk.central.certificates.settings import TlsSettings
from kiosk.central.certificates.showing import Shown
from tests.central.certificates.conftest import Issuing

HOST = "127.0.0.1"


class Server:
    """Shakes hands, and says each byte back."""

    def __init__(self, shown: Shown) -> None:
        self._context = shown.context
        self._listener = socket.create_server((HOST, 0))
        self.place = self._listener.getsockname()
        self._threads: list[threading.Thread] = []

    def call(self, trust: ssl.SSLContext) -> ssl.SSLSocket:
        thread = threading.Thread(target=self._serve)
        thread.start()
        self._threads.append(thread)
        return trust.wrap_socket(socket.create_connection(self.place), server_hostname=HOST)

    def close(self) -> None:
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _serve(self) -> None:
        call, _ = self._listener.accept()
        with self._context.wrap_socket(call, server_side=True) as shaken:
            while said := shaken.recv(1):
                shaken.sendall(said)


def test_a_call_goes_on_while_the_certificate_is_renewed(issuer: Issuing) -> None:
    shown = Shown(TlsSettings(issuer.certificate()))
    server, trust = Server(shown), ssl.create_default_context(cafile=issuer.pem)
    with server.call(trust) as before:
        first = before.getpeercert()
        issuer.certificate()
        assert shown.renew()
        with server.call(trust) as after:
            assert after.getpeercert() != first
        before.sendall(b"x")
        assert before.recv(1) == b"x"
    server.close()


def test_what_has_not_changed_is_not_loaded_again(issuer: Issuing) -> None:
    shown = Shown(TlsSettings(issuer.certificate()))
    assert not shown.renew()


@pytest.mark.parametrize("content", [b"", b"half a certificate"])
def test_what_cannot_be_used_is_not_shown(
    issuer: Issuing, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path: Path = issuer.certificate()
    shown = Shown(TlsSettings(path))
    server, trust = Server(shown), ssl.create_default_context(cafile=issuer.pem)
    path.write_bytes(content)
    assert not shown.renew()
    assert "the one before is shown" in caplog.text
    with server.call(trust) as call:
        assert call.getpeercert()
    server.close()
