"""What baresip says arrives in pieces, and is understood whole."""

import json
import socket
from collections.abc import Iterator

import pytest

from kiosk.central.notices.calling.control_port import ControlPort, Happened


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def port(listener: socket.socket) -> Iterator[ControlPort]:
    port = ControlPort(listener.getsockname()[1], limit_s=5)
    yield port
    port.close()


@pytest.fixture
def baresip(listener: socket.socket, port: ControlPort) -> Iterator[socket.socket]:
    """The other end."""
    client, _ = listener.accept()
    with client:
        yield client


def netstring(**said: object) -> bytes:
    text = json.dumps(said).encode()
    return b"%d:%s," % (len(text), text)


RINGING = netstring(event=True, type="CALL_RINGING", **{"class": "call"}, param="sip:1@pbx")


def test_a_command_is_a_netstring(port: ControlPort, baresip: socket.socket) -> None:
    port.command("dial", "sip:1@pbx")
    assert baresip.recv(4096) == b'42:{"command": "dial", "params": "sip:1@pbx"},'


def test_an_event_in_pieces_is_heard_whole(port: ControlPort, baresip: socket.socket) -> None:
    baresip.sendall(RINGING[:3])
    assert port.next_event(0.01) is None
    baresip.sendall(RINGING[3:] + RINGING)
    assert [port.next_event(5), port.next_event(5)] == [Happened("CALL_RINGING", "sip:1@pbx")] * 2


def test_what_is_no_event_of_a_call_is_passed_over(
    port: ControlPort, baresip: socket.socket
) -> None:
    other = netstring(event=True, type="CALL_LOCAL_SDP", **{"class": "other"})
    baresip.sendall(other + netstring(response=True, ok=True, data="é") + RINGING)
    assert port.next_event(5) == Happened("CALL_RINGING", "sip:1@pbx")


def test_a_command_that_is_refused_is_told(port: ControlPort, baresip: socket.socket) -> None:
    baresip.sendall(netstring(response=True, ok=False, data="could not find UA"))
    assert port.next_event(5) == Happened("COMMAND_REFUSED")


@pytest.mark.parametrize("nonsense", [b"x:{},", b"3:[{,,"])
def test_what_is_no_netstring_breaks_the_connection(
    port: ControlPort, baresip: socket.socket, nonsense: bytes
) -> None:
    baresip.sendall(nonsense)
    with pytest.raises(ValueError, match=r"."):
        port.next_event(5)


def test_an_end_that_is_gone_breaks_the_connection(
    port: ControlPort, baresip: socket.socket
) -> None:
    baresip.close()
    with pytest.raises(OSError, match=r".*"):
        port.next_event(5)


def test_a_number_stands_in_no_repr() -> None:
    assert "090" not in repr(Happened("CALL_RINGING", "sip:09012345678@pbx"))
