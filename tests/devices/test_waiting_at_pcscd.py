"""pcscd tells by itself that a card came or went: a wait ends, and others look meanwhile."""

from collections.abc import Iterator
from threading import Thread

import pytest

from kiosk.domain.errors import DeviceGone
from kiosk.hardware.card_reader.pcsc import PcscField
from tests.devices.patient_field import FAR_LONGER_S
from tests.devices.private_pcscd import PrivatePcscd
from tests.devices.virtual_card import VirtualCard
from tests.devices.virtual_slot import VirtualSlot
from tests.devices.watched_desk import wait_until

LOOKS = 200  # far more than fit before the wait has begun


@pytest.fixture
def card() -> VirtualCard:
    return VirtualCard.of_the_test_authority()


class Waiting:
    """Waits at pcscd for far longer than any test takes; only a change can end it."""

    def __init__(self) -> None:
        self.field = PcscField()
        wait_until(self._can_look)
        self.seen = self.field.look()
        self._thread = Thread(target=self.field.wait, args=(self.seen, FAR_LONGER_S), daemon=True)
        self._thread.start()

    def until_it_ends(self) -> None:
        self._thread.join(20)
        assert not self._thread.is_alive(), "nobody told"

    @property
    def goes_on(self) -> bool:
        return self._thread.is_alive()

    def close(self) -> None:
        self.interrupt_until_it_ends()
        self.field.close()

    def interrupt_until_it_ends(self) -> None:
        wait_until(self._has_ended)

    def _has_ended(self) -> bool:
        self.field.interrupt()
        return not self._thread.is_alive()

    def _can_look(self) -> bool:
        """After a daemon's death the first look finds the old one."""
        try:
            return self.field.look().readers > 0
        except DeviceGone:
            return False


@pytest.fixture
def slot(pcscd: PrivatePcscd) -> Iterator[VirtualSlot]:
    slot = pcscd.slot()
    yield slot
    slot.take_away()
    pcscd.wait_until_empty()


@pytest.fixture
def waiting(slot: VirtualSlot) -> Iterator[Waiting]:
    del slot  # empty
    waiting = Waiting()
    yield waiting
    waiting.close()


def test_pcscd_ends_the_wait_when_a_card_comes(
    waiting: Waiting, slot: VirtualSlot, card: VirtualCard
) -> None:
    slot.lay_down(card)
    waiting.until_it_ends()
    assert waiting.field.look().cards


def test_pcscd_ends_the_wait_when_a_card_goes(slot: VirtualSlot, card: VirtualCard) -> None:
    slot.lay_down(card)
    eyes = PcscField()
    wait_until(lambda: bool(eyes.look().cards))
    eyes.close()
    waiting = Waiting()
    slot.take_away()
    waiting.until_it_ends()
    assert not waiting.field.look().cards
    waiting.close()


def test_what_changed_before_is_not_waited_for(
    slot: VirtualSlot, pcscd: PrivatePcscd, card: VirtualCard
) -> None:
    eyes = PcscField()
    before = eyes.look()
    slot.lay_down(card)
    wait_until(lambda: bool(eyes.look().cards))
    slot.take_away()
    pcscd.wait_until_empty()
    slot.lay_down(card)
    wait_until(lambda: bool(eyes.look().cards))
    wait = Thread(target=eyes.wait, args=(before, FAR_LONGER_S), daemon=True)
    wait.start()
    wait.join(20)
    assert not wait.is_alive()
    eyes.close()


def test_others_look_while_somebody_waits(waiting: Waiting) -> None:
    """PC/SC lets one thread at a time use a context: each look would last as long as the wait."""
    for _ in range(LOOKS):
        assert waiting.field.look() == waiting.seen
    assert waiting.goes_on


def test_a_wait_at_pcscd_can_be_interrupted_and_the_readers_looked_at_again(
    waiting: Waiting,
) -> None:
    waiting.interrupt_until_it_ends()
    assert waiting.field.look() == waiting.seen


def test_pcscds_death_ends_the_wait_and_nobody_waits_for_a_dead_one(
    pcscd: PrivatePcscd, waiting: Waiting
) -> None:
    pcscd.kill()
    try:
        waiting.until_it_ends()
        wait = Thread(target=waiting.field.wait, args=(waiting.seen, FAR_LONGER_S), daemon=True)
        wait.start()
        wait.join(20)
        assert not wait.is_alive()
    finally:
        pcscd.start()
