"""The key on the kiosk's disk: for this machine, and never lost while it is changed."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from kiosk.domain.errors import KioskUnknown, LibraryError, LineLost, SettingWrong
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.key_change import change_key
from kiosk.services.central.limits import LineLimits
from kiosk.services.kiosk_key import hash_of_key, new_key, read_key, write_key
from kiosk.services.machine_seal import MachineSeal
from kiosk.wire.kiosks import KeyRequest
from kiosk.wire.problems import MEDIA_TYPE, Problem

ONCE = LineLimits(tries=1)
Answering = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def machine(tmp_path: Path) -> MachineSeal:
    path = tmp_path / "machine-id"
    path.write_text("0123456789abcdef0123456789abcdef\n")
    return MachineSeal(path)


@pytest.fixture
def other_machine(tmp_path: Path) -> MachineSeal:
    path = tmp_path / "other-machine-id"
    path.write_text("fedcba9876543210fedcba9876543210\n")
    return MachineSeal(path)


def test_a_key_opens_on_its_own_machine(tmp_path: Path, machine: MachineSeal) -> None:
    key, file = new_key(), tmp_path / "kiosk-key"
    write_key(file, key, machine)
    assert read_key(file, machine) == key
    assert key not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_copied_key_opens_on_no_other(
    tmp_path: Path, machine: MachineSeal, other_machine: MachineSeal
) -> None:
    file = tmp_path / "kiosk-key"
    write_key(file, new_key(), machine)
    with pytest.raises(SettingWrong) as wrong:
        read_key(file, other_machine)
    assert "a key that was enrolled here" in str(wrong.value)


@pytest.mark.parametrize("damaged", ["sealed1:", "sealed1:!", "sealed1:AAAA"])
def test_a_damaged_key_is_named(tmp_path: Path, machine: MachineSeal, damaged: str) -> None:
    file = tmp_path / "kiosk-key"
    file.write_text(damaged)
    with pytest.raises(SettingWrong):
        read_key(file, machine)


class KeyService:
    """What the service does about keys, in few lines; it may lose an answer."""

    def __init__(self, key: str) -> None:
        self.keys = {hash_of_key(key)}
        self.loses_answers = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        used = hash_of_key(request.headers["Authorization"].removeprefix("Bearer "))
        if used not in self.keys:
            problem = Problem.of(KioskUnknown())
            headers = {"Content-Type": MEDIA_TYPE}
            return httpx.Response(problem.status, content=problem.to_json(), headers=headers)
        if request.url.path == "/kiosk/key":
            self.keys = {used, KeyRequest.model_validate_json(request.content).key_hash}
        elif len(self.keys) > 1:
            self.keys = {used}  # the first use of either settles it here
        if self.loses_answers:
            raise httpx.ReadError("cut")
        return httpx.Response(204)

    def line(self, file: Path) -> CentralHttp:
        transport = httpx.MockTransport(self)
        return CentralHttp(transport, read_key(file), limits=ONCE, fresh_key=lambda: read_key(file))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk-key"
    write_key(file, new_key())
    return file


def test_a_changed_key_is_used_by_all_processes_of_the_kiosk(file: Path) -> None:
    service, old = KeyService(read_key(file)), read_key(file)
    panel, spare = service.line(file), service.line(file)
    change_key(panel, file)
    assert read_key(file) != old
    service.keys.discard(hash_of_key(old))
    panel.delete("/calls/1")
    spare.delete("/calls/1")


def test_a_lost_answer_shuts_nobody_out(file: Path) -> None:
    old = read_key(file)
    service = KeyService(old)
    service.loses_answers = True
    with pytest.raises(LineLost):
        change_key(service.line(file), file)
    assert read_key(file) == old
    told = set(service.keys)
    service.loses_answers = False
    change_key(service.line(file), file)
    assert service.keys == told, "the same key is told again"
    service.line(file).delete("/calls/1")


def test_a_power_cut_before_the_new_key_is_taken_leaves_the_old_one(file: Path) -> None:
    from kiosk.services.kiosk_key import next_key  # noqa: PLC0415 - what was done before the cut

    service = KeyService(read_key(file))
    line = service.line(file)
    line.set("/kiosk/key", KeyRequest(key_hash=hash_of_key(next_key(file))))
    change_key(service.line(file), file)
    service.line(file).delete("/calls/1")


def test_a_kiosk_that_is_not_known_asks_once_more_at_most(file: Path) -> None:
    service = KeyService("another")
    with pytest.raises(KioskUnknown):
        service.line(file).delete("/calls/1")


def test_a_patrons_refusal_is_never_asked_again(file: Path) -> None:
    from kiosk.domain.errors import CardOrPasswordWrong  # noqa: PLC0415 - here only

    asked: list[httpx.Request] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        problem = Problem.of(CardOrPasswordWrong())
        return httpx.Response(401, content=problem.to_json(), headers={"Content-Type": MEDIA_TYPE})

    http = CentralHttp(httpx.MockTransport(refuse), "old", limits=ONCE, fresh_key=new_key)
    with pytest.raises(LibraryError):
        http.delete("/calls/1")
    assert len(asked) == 1
