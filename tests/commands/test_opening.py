"""Where a service of its own listens, and what is said where it cannot."""

import os
import socket
from pathlib import Path

import pytest

from kiosk.commands.opening import another_listener, listener
from kiosk.domain.errors import AddressInUse, SettingWrong


def test_a_socket_that_was_handed_over_is_taken_as_it_is() -> None:
    assert listener(7, None) == 7


def test_a_path_is_listened_at(tmp_path: Path) -> None:
    path = tmp_path / "run" / "central.sock"
    descriptor = listener(None, str(path))
    with socket.socket(socket.AF_UNIX) as call:
        call.connect(str(path))
        with pytest.raises(AddressInUse) as refused:
            listener(None, str(path))
    os.close(descriptor)
    assert str(path) in str(refused.value)


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        at = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(AddressInUse) as refused:
            listener(None, at)
    assert str(refused.value) == f"{at}: another program listens there already"


@pytest.mark.parametrize(
    "at", ["0.0.0.0:8080", "8080", "127.0.0.1:0", "127.0.0.1:x", "[::1]:70000"]
)
def test_only_this_machine_is_listened_at(at: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        listener(None, at)
    assert (wrong.value.file, wrong.value.key) == ("command line", "--at")


@pytest.mark.parametrize(("fd", "at"), [(None, None), (3, "127.0.0.1:8080")])
def test_one_place_is_said(fd: int | None, at: str | None) -> None:
    with pytest.raises(SettingWrong):
        listener(fd, at)


def test_staff_are_answered_where_it_is_said_or_nowhere() -> None:
    assert another_listener(None, None, "--counter") is None
    assert another_listener(7, None, "--counter") == 7
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    descriptor = another_listener(None, f"127.0.0.1:{port}", "--counter")
    assert descriptor is not None
    socket.create_connection(("127.0.0.1", port)).close()
    os.close(descriptor)


@pytest.mark.parametrize("at", ["0.0.0.0:8631", "192.168.0.2:8631", "/run/counter.sock", "8631"])
def test_staff_are_answered_on_this_machine_only(at: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        another_listener(None, at, "--counter")
    assert "a port of this machine like 127.0.0.1:8631" in str(wrong.value)


def test_two_places_for_staff_are_one_too_many() -> None:
    with pytest.raises(SettingWrong, match="one of the two"):
        another_listener(7, "127.0.0.1:8631", "--counter")
