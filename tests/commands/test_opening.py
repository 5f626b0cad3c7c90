"""Where a service of its own listens, and what is said where it cannot."""

import os
import socket
from pathlib import Path

import pytest

from kiosk.commands.opening import listener
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
