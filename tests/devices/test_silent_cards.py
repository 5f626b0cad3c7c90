"""Cards that hang, and the process that is ended instead of the panel."""

import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from kiosk.domain.codes import NotOurs
from kiosk.domain.errors import CardSilent, DeviceGone, LibraryError, PinWrong
from kiosk.domain.my_number import CardSecret
from kiosk.events import IcCardRemoved, MyNumberCardPresented, UnknownCodeScanned
from kiosk.hardware.card_reader.pcsc import PcscField
from kiosk.hardware.card_reader.watched_field import SILENT_S
from kiosk.ports import MyNumberCard
from tests.devices.private_pcscd import PrivatePcscd
from tests.devices.test_my_number import CHALLENGE, assert_proves
from tests.devices.virtual_card import Fault, VirtualCard, at_verify
from tests.devices.watched_desk import WatchedDesk, is_running, wait_until

PIN, WRONG = "4927", "8305"
SHORT_S = 1.5  # before a hanging card is given up here; a kiosk waits SILENT_S
SIGN, SELECT = bytes.fromhex("802A0080"), bytes.fromhex("00A4040C")
PARENT = """
import sys, time
from kiosk.hardware.card_reader.card_process import CardProcess
worker = CardProcess()
worker.wait_until_ready()
print(worker.pid, flush=True)
time.sleep(60)
"""


def at_start(kind: str, command: bytes) -> Fault:
    return Fault(kind, lambda _before, heard: heard.startswith(command))


@pytest.fixture
def card() -> VirtualCard:
    return VirtualCard.of_the_test_authority(PIN)


@pytest.fixture
def desk(pcscd: PrivatePcscd) -> Iterator[WatchedDesk]:
    desk = WatchedDesk(pcscd, SHORT_S)
    yield desk
    desk.close()


@pytest.fixture
def patient_desk(pcscd: PrivatePcscd) -> Iterator[WatchedDesk]:
    desk = WatchedDesk(pcscd, SILENT_S)
    yield desk
    desk.close()


def test_a_card_that_hangs_at_the_pin_is_given_up_and_the_next_one_signs(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    card.faults = [at_verify("hang")]
    desk.lay_down(card)
    with pytest.raises(CardSilent):
        desk.card.prove(PIN, CHALLENGE)
    desk.take_away()
    next_card = VirtualCard.of_the_test_authority(PIN)
    desk.lay_down(next_card)
    assert_proves(desk.card.prove(PIN, CHALLENGE), CHALLENGE)
    assert len(card.verifies) == len(next_card.verifies) == 1


def test_a_card_that_hangs_when_laid_down_is_told_and_its_removal_too(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    card.faults = [at_start("hang", SELECT)]
    desk.reader.start(desk.heard)
    desk.lay_down(card)
    desk.heard.wait_for(UnknownCodeScanned(NotOurs.IC_CARD))
    desk.take_away()
    desk.heard.wait_for(IcCardRemoved())
    desk.lay_down(VirtualCard.of_the_test_authority(PIN))
    desk.heard.wait_for(MyNumberCardPresented())


def test_a_hanging_card_taken_away_is_told_before_any_watchdog(
    patient_desk: WatchedDesk, card: VirtualCard
) -> None:
    card.faults = [at_start("hang", SELECT)]
    patient_desk.reader.start(patient_desk.heard)
    patient_desk.lay_down(card)
    wait_until(card.is_hanging.is_set)
    patient_desk.take_away()
    patient_desk.lay_down(VirtualCard.of_the_test_authority(PIN))
    patient_desk.heard.wait_for(MyNumberCardPresented(), timeout_s=SILENT_S)


def test_a_reader_stops_without_waiting_for_a_hanging_card(
    patient_desk: WatchedDesk, card: VirtualCard
) -> None:
    """Waited for, the watchdog would have told of a card that is silent."""
    card.faults = [at_start("hang", SELECT)]
    patient_desk.reader.start(patient_desk.heard)
    patient_desk.lay_down(card)
    wait_until(card.is_hanging.is_set)
    patient_desk.reader.stop()
    assert UnknownCodeScanned(NotOurs.IC_CARD) not in patient_desk.heard.events


def test_a_worker_is_started_anew_by_itself_once_the_account_is_shown(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    desk.reader.start(desk.heard)
    desk.lay_down(card)
    desk.heard.wait_for(MyNumberCardPresented())
    desk.card.prove(PIN, CHALLENGE)
    [used] = desk.workers
    wait_until(lambda: len(desk.workers) > 1)
    assert not used.is_alive


def test_a_card_that_needs_three_seconds_for_an_answer_signs(
    patient_desk: WatchedDesk, card: VirtualCard
) -> None:
    card.slow_s = 3
    card.faults = [at_start("slow", SIGN)]
    patient_desk.lay_down(card)
    assert_proves(patient_desk.card.prove(PIN, CHALLENGE), CHALLENGE)


def test_no_pin_stays_given_when_the_worker_is_killed_after_it(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    card.faults = [at_start("hang", SIGN)]
    desk.lay_down(card)
    with pytest.raises(CardSilent):
        desk.card.prove(PIN, CHALLENGE)
    assert card.auth_pin.is_verified
    desk.take_away()
    desk.lay_down(card)
    with PcscField().connect():
        assert not card.auth_pin.is_verified


def test_a_worker_that_has_seen_a_pin_is_ended_and_another_one_asked_next(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    desk.lay_down(card)
    desk.card.tries_left()
    first = desk.workers[-1].pid
    desk.card.tries_left()
    assert [worker.pid for worker in desk.workers] == [first]
    desk.card.prove(PIN, CHALLENGE)
    wait_until(lambda: not is_running(first))
    assert desk.card.tries_left() == 3
    assert desk.workers[-1].pid != first


def test_a_worker_that_dies_in_mid_dialogue_is_a_reader_gone(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    assert isinstance(_ended_at_the_pin(desk, card, signal.SIGKILL)[0], DeviceGone)
    assert len(card.verifies) == 1


def _ended_at_the_pin(
    desk: WatchedDesk, card: VirtualCard, how: signal.Signals
) -> tuple[LibraryError | None, bytes]:
    """What comes of a worker ended with the PIN in its hands, and what others saw of it."""
    seen: list[bytes] = []

    def end() -> None:
        card.is_hanging.wait(20)
        pid = desk.workers[-1].pid
        assert pid is not None
        folder = Path(f"/proc/{pid}")
        seen.extend((folder / name).read_bytes() for name in ("cmdline", "environ", "limits"))
        os.kill(pid, how)

    card.faults = [at_verify("hang")]
    desk.lay_down(card)
    ending = Thread(target=end)
    ending.start()
    trouble = _trouble_of(desk.card, PIN)
    ending.join()
    desk.take_away()
    return trouble, b"\n".join(seen)


def _trouble_of(card: MyNumberCard, pin: str) -> LibraryError | None:
    try:
        card.prove(pin, CHALLENGE)
    except LibraryError as error:
        return error
    return None


# ---- what the worker leaves behind
@pytest.fixture
def where_cores_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which a program that aborts leaves a core file."""
    monkeypatch.chdir(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    subprocess.run([sys.executable, "-c", "import os; os.abort()"], check=False)
    cores = list(tmp_path.iterdir())
    for core in cores:
        core.unlink()
    yield tmp_path
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
    if not cores:
        pytest.skip("on this machine no program leaves a core file here")


def test_a_worker_that_aborts_with_a_pin_in_its_hands_leaves_it_nowhere(
    where_cores_fall: Path, desk: WatchedDesk, card: VirtualCard
) -> None:
    trouble, seen = _ended_at_the_pin(desk, card, signal.SIGABRT)
    assert isinstance(trouble, DeviceGone)
    assert list(where_cores_fall.iterdir()) == []
    assert b"card_worker" in seen
    assert PIN.encode() not in seen
    assert re.search(rb"core file size +0 +0 ", seen)


def test_a_worker_dies_with_its_panel_even_while_it_can_do_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as panel:
        assert panel.stdout is not None
        worker = int(panel.stdout.readline())
        os.kill(worker, signal.SIGSTOP)
        assert is_running(worker)
        panel.kill()
    wait_until(lambda: not is_running(worker))


def test_a_card_whose_silence_cost_a_try_is_asked_again_and_it_is_told(
    desk: WatchedDesk, card: VirtualCard
) -> None:
    """The card spends the try, and answers again only to the next who asks."""
    card.faults = [at_verify("hang")]
    desk.lay_down(card)
    with pytest.raises(CardSilent):
        desk.card.prove(WRONG, CHALLENGE)
    desk.take_away()
    desk.lay_down(card)
    assert desk.card.tries_left() == 2
    assert desk.card.tries_left(CardSecret.ITEMS) == 3
    with pytest.raises(PinWrong) as wrong:
        desk.card.prove(WRONG, CHALLENGE)
    assert wrong.value.tries_left == 1
