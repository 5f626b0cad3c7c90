"""Plain HTTP stays inside this machine (rule E2)."""

import socket
from pathlib import Path

import pytest

from kiosk.central.certificates.securing import secured
from kiosk.central.certificates.settings import TlsSettings
from kiosk.central.certificates.showing import Shown
from kiosk.central.doors import Descriptors, doors
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong
from tests.central.certificates.conftest import Issuing
from tests.central.conftest import POLICIES


@pytest.mark.rule("E2")
def test_a_unix_socket_is_answered_plainly(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        assert secured(listener, None, "--fd") == {}


@pytest.mark.rule("E2")
@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9"])
def test_loopback_is_answered_plainly(host: str) -> None:
    with socket.create_server((host, 0)) as listener:
        assert secured(listener, None, "--fd") == {}


@pytest.mark.rule("E2")
def test_another_address_is_not_answered_plainly() -> None:
    with socket.create_server(("0.0.0.0", 0)) as listener, pytest.raises(SettingWrong) as wrong:
        secured(listener, None, "--counter-fd")
    assert (wrong.value.key, wrong.value.found) == ("--counter-fd", "plain HTTP at 0.0.0.0")


@pytest.mark.rule("E2")
def test_another_address_is_answered_with_a_certificate(issuer: Issuing) -> None:
    shown = Shown(TlsSettings(issuer.certificate()))
    with socket.create_server(("0.0.0.0", 0)) as listener:
        assert secured(listener, shown, "--fd")["ssl_context_factory"]() is shown.context


@pytest.mark.rule("E2")
@pytest.mark.parametrize("public", ["kiosks", "counter", "watch", "phones"])
def test_no_public_is_let_in_plainly_from_outside(tmp_path: Path, public: str) -> None:
    settings = CentralSettings(tmp_path, POLICIES / "demonstration.toml")
    with socket.create_server(("127.0.0.1", 0)) as inside:
        outside = socket.create_server(("0.0.0.0", 0))
        fds = {"kiosks": inside.detach(), public: outside.detach()}
        with pytest.raises(SettingWrong), doors(settings, Descriptors(**fds)):
            pass


def test_the_certificate_of_the_house_is_none_for_phones(tmp_path: Path, issuer: Issuing) -> None:
    tls = TlsSettings(issuer.certificate())
    settings = CentralSettings(tmp_path, POLICIES / "demonstration.toml", tls=tls)
    inside = socket.create_server(("127.0.0.1", 0)).detach()
    outside = socket.create_server(("0.0.0.0", 0)).detach()
    with pytest.raises(SettingWrong) as wrong, doors(settings, Descriptors(inside, phones=outside)):
        pass
    assert wrong.value.key == "--phones-fd"


def test_a_certificate_without_its_key_stops_the_start(tmp_path: Path, issuer: Issuing) -> None:
    for content in (issuer.pem.read_bytes(), b"", None):
        path = tmp_path / "central.pem"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(SettingWrong) as wrong:
            Shown(TlsSettings(path))
        assert wrong.value.key == "tls.certificate"
