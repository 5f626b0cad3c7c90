import socket
import stat
from pathlib import Path

import pytest

from kiosk.central.data_folder import holding
from kiosk.central.listening import at_path, at_port
from kiosk.domain.errors import AddressInUse, DataFolderHeld, StorageBroken


def test_only_the_owner_enters_the_sockets_folder(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o755)
    at_path(folder / "central.socket").close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_a_killed_service_left_is_taken_away(tmp_path: Path) -> None:
    at_path(tmp_path / "central.socket").close()
    at_path(tmp_path / "central.socket").close()


def test_a_socket_where_somebody_answers_is_left_alone(tmp_path: Path) -> None:
    with at_path(tmp_path / "central.socket"), pytest.raises(AddressInUse) as refused:
        at_path(tmp_path / "central.socket")
    assert str(tmp_path / "central.socket") in str(refused.value)


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressInUse) as refused:
            at_port("127.0.0.1", port)
    assert str(refused.value) == f"127.0.0.1:{port}: another program listens there already"


def test_one_service_holds_a_data_folder(tmp_path: Path) -> None:
    with holding(tmp_path / "data"):
        assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
        with pytest.raises(DataFolderHeld) as refused, holding(tmp_path / "data"):
            pass
    assert str(tmp_path / "data") in str(refused.value)
    with holding(tmp_path / "data"):
        pass


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageBroken), holding(tmp_path / "file" / "data"):
        pass
