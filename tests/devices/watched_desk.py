"""A reader of pcscd with a short-tempered watchdog, whose card workers a test may look at."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.hardware.card_reader.card_process import CardProcess
from kiosk.hardware.card_reader.looking import LookingCardReader
from kiosk.hardware.card_reader.my_number import ConnectedMyNumberCard
from kiosk.hardware.card_reader.pcsc import PcscField
from kiosk.hardware.card_reader.watched_field import WatchedField
from tests.devices.listening import Heard
from tests.devices.private_pcscd import PrivatePcscd
from tests.devices.virtual_card import VirtualCard


class WatchedDesk:
    def __init__(self, daemon: PrivatePcscd, silent_s: float) -> None:
        self.workers: list[CardProcess] = []
        self.field = WatchedField(PcscField(), silent_s, self._new_worker)
        self.card = ConnectedMyNumberCard(self.field)
        self.heard = Heard()
        self.reader = LookingCardReader(self.field)
        self._daemon = daemon
        self._slot = daemon.slot()

    def lay_down(self, card: VirtualCard) -> None:
        """Returns once pcscd sees it."""
        self._slot.lay_down(card)
        eyes = PcscField()
        wait_until(lambda: bool(eyes.look().cards))
        eyes.close()

    def lay_down_if_gone(self, card: VirtualCard) -> None:
        """A card that broke off in a dialogue lies there no more."""
        if not self._slot.is_empty:
            return
        self.take_away()
        self.lay_down(card)

    def take_away(self) -> None:
        """Returns once pcscd has seen it."""
        self._slot.take_away()
        self._daemon.wait_until_empty()

    def close(self) -> None:
        self.take_away()
        self.reader.stop()
        self.field.close()
        wait_until(lambda: not any(is_running(worker.pid) for worker in self.workers))

    def _new_worker(self) -> CardProcess:
        self.workers.append(CardProcess())
        return self.workers[-1]


def is_running(pid: int | None) -> bool:
    """A zombie is none."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until(is_so: Callable[[], bool], timeout_s: float = 20) -> None:
    deadline = time.monotonic() + timeout_s
    while not is_so():
        assert time.monotonic() < deadline, "it did not come to that"
        os.sched_yield()
        time.sleep(0.02)
