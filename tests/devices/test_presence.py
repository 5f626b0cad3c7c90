"""Cards coming and going, readers and their daemon failing: each is told, once."""

import pytest

from kiosk.domain.codes import NotOurs
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import CardGone, DeviceGone
from kiosk.events import (
    Event,
    HealthChanged,
    IcCardRemoved,
    MyNumberCardPresented,
    UnknownCodeScanned,
)
from kiosk.hardware.card_reader.pcsc import PcscField
from kiosk.hardware.card_reader.presence import HELD_LOOKS, MUTE_LOOKS, Presence
from kiosk.hardware.card_reader.simulated import SimulatedCardReader
from kiosk.hardware.card_reader.simulated_cards import PretendCard
from tests.devices.card_desks import PIN, CardDesk, MemoryDesk, PcscDesk
from tests.devices.memory_field import MemoryField
from tests.devices.test_my_number import CHALLENGE, assert_proves
from tests.devices.virtual_card import DEMONSTRATION, Fault, VirtualCard, at


def health(condition: Condition, why: str = "") -> HealthChanged:
    return HealthChanged(Health(Device.CARD_READER, condition, why))


READY = health(Condition.READY)
UNPLUGGED = health(Condition.GONE, "not_plugged_in")
NO_SERVICE = health(Condition.GONE, "no_service")
HELD = health(Condition.DEGRADED, "held_by_another_program")


class Watched:
    """Looks when the test says so."""

    def __init__(self) -> None:
        self.field = MemoryField()
        self.card = VirtualCard.of_the_test_authority(PIN)
        self._said: list[Event] = []
        self._presence = Presence(self.field, self._said.append)

    def looks(self, times: int = 1) -> list[Event]:
        """What is said while looking so often."""
        self._said.clear()
        for _ in range(times):
            self._presence.look()
        return list(self._said)

    def may_wait(self) -> bool:
        """Whether the next look is worth it only when something changes."""
        return self._presence.look() is not None


@pytest.fixture
def watched() -> Watched:
    watched = Watched()
    assert watched.looks() == [READY]
    return watched


def test_a_card_is_told_once_however_long_it_lies(watched: Watched) -> None:
    watched.field.lay_down(watched.card)
    assert watched.looks(5) == [MyNumberCardPresented()]
    watched.field.take_away()
    assert watched.looks(5) == [IcCardRemoved()]


def test_a_card_changed_between_two_looks_is_two_events(watched: Watched) -> None:
    watched.field.lay_down(watched.card)
    watched.looks()
    watched.field.take_away()
    watched.field.lay_down(watched.card)
    assert watched.looks(3) == [IcCardRemoved(), MyNumberCardPresented()]


def test_a_second_card_is_refused_until_one_is_taken_away(watched: Watched) -> None:
    second = VirtualCard.of_the_test_authority(PIN)
    watched.field.lay_down(watched.card)
    watched.looks()
    watched.field.lay_down(second)
    assert watched.looks(3) == [UnknownCodeScanned(NotOurs.TWO_CARDS)]
    watched.field.take_away(second)
    assert watched.looks(3) == [IcCardRemoved(), MyNumberCardPresented()]


def test_finding_out_what_lies_there_asks_for_no_pin(watched: Watched) -> None:
    watched.field.lay_down(watched.card)
    watched.looks()
    assert not watched.card.verifies
    assert len(watched.card.log) == 3


def test_a_reader_pulled_out_with_a_card_on_it_tells_both(watched: Watched) -> None:
    watched.field.lay_down(watched.card)
    watched.looks()
    watched.field.is_plugged_in = False
    assert watched.looks(2) == [UNPLUGGED, IcCardRemoved()]
    watched.field.is_plugged_in = True
    assert watched.looks(2) == [READY, MyNumberCardPresented()]


def test_the_daemons_death_is_told_and_its_return_too(watched: Watched) -> None:
    watched.field.is_service_there = False
    assert watched.looks(3) == [NO_SERVICE]
    watched.field.is_service_there = True
    assert watched.looks(3) == [READY]


def test_a_card_that_another_program_holds_is_told_once_it_is_free(watched: Watched) -> None:
    watched.field.is_held = True
    watched.field.lay_down(watched.card)
    assert watched.looks(HELD_LOOKS) == []
    assert watched.looks(5) == [HELD]
    watched.field.is_held = False
    assert watched.looks(3) == [MyNumberCardPresented(), READY]


def test_nobody_waits_for_a_change_before_all_is_told(watched: Watched) -> None:
    assert watched.may_wait()
    watched.field.is_held = True
    watched.field.lay_down(watched.card)
    assert not watched.may_wait()
    watched.looks(HELD_LOOKS + 1)
    watched.field.is_held = False
    assert not watched.may_wait()  # the card is told now, the reader's health next time
    assert watched.may_wait()


def test_nobody_waits_while_the_daemon_is_away(watched: Watched) -> None:
    watched.field.is_service_there = False
    assert not watched.may_wait()
    watched.field.is_service_there = True
    assert watched.may_wait()


def test_a_reader_that_is_pulled_out_is_waited_for(watched: Watched) -> None:
    watched.field.is_plugged_in = False
    assert watched.may_wait()


def test_a_mute_card_is_nothing_we_know(watched: Watched) -> None:
    mute = VirtualCard.of_the_test_authority(PIN)
    mute.faults = [at(count, "half") for count in range(MUTE_LOOKS)]
    watched.field.lay_down(mute)
    assert watched.looks(MUTE_LOOKS) == [UnknownCodeScanned(NotOurs.IC_CARD)]


def test_a_contact_lost_while_laying_down_is_tried_again(watched: Watched) -> None:
    watched.card.faults = [at(1, "half")]
    watched.field.lay_down(watched.card)
    assert watched.looks(3) == [MyNumberCardPresented()]


def test_the_simulated_reader_tells_the_same(watched: Watched) -> None:
    said: list[Event] = []
    reader = SimulatedCardReader()
    reader.lay_down(PretendCard.load(DEMONSTRATION, PIN))
    reader.start(said.append)
    reader.unplug()
    reader.plug_in()
    reader.take_away()
    presented, gone = MyNumberCardPresented(), IcCardRemoved()
    assert said == [READY, presented, gone, UNPLUGGED, READY, presented, gone]


# ---- with threads, and what only a real daemon can show
def test_a_stopped_reader_says_no_more_and_starts_again(desk: CardDesk) -> None:
    desk.reader.stop()
    desk.heard.forget()
    desk.reader.start(desk.heard)
    desk.heard.wait_for(READY)
    desk.lay_down()
    desk.heard.wait_for(MyNumberCardPresented())


def test_a_stopped_reader_lets_go_of_its_readers(memory_desk: MemoryDesk) -> None:
    memory_desk.reader.stop()
    assert memory_desk.field.is_closed


def test_pcscd_killed_and_started_again_goes_on(pcsc_desk: PcscDesk) -> None:
    pcsc_desk.lay_down()
    pcsc_desk.daemon.kill()
    pcsc_desk.heard.wait_for(NO_SERVICE)
    pcsc_desk.heard.wait_for(IcCardRemoved())
    with pytest.raises(DeviceGone):
        pcsc_desk.card.tries_left()
    pcsc_desk.let_go()
    pcsc_desk.heard.forget()
    pcsc_desk.daemon.start()
    pcsc_desk.heard.wait_for(READY)
    pcsc_desk.lay_down()
    assert_proves(pcsc_desk.card.prove(PIN, CHALLENGE), CHALLENGE)


def test_a_card_that_another_program_holds_can_not_be_talked_with(pcsc_desk: PcscDesk) -> None:
    pcsc_desk.lay_down()
    with PcscField().connect(), pytest.raises(DeviceGone):
        pcsc_desk.card.prove(PIN, CHALLENGE)
    assert pcsc_desk.pins_that_reached_the_card() == 0
    assert_proves(pcsc_desk.card.prove(PIN, CHALLENGE), CHALLENGE)


def test_whoever_comes_next_finds_no_pin_given(pcsc_desk: PcscDesk) -> None:
    pcsc_desk.lay_down()
    pcsc_desk.card.prove(PIN, CHALLENGE)
    with PcscField().connect():
        assert not pcsc_desk.laid.auth_pin.is_verified


@pytest.mark.parametrize("kind", ["half", "6F00", "gone before"])
def test_a_broken_signature_over_pcscd_is_no_proof(pcsc_desk: PcscDesk, kind: str) -> None:
    pcsc_desk.lay_down()
    is_sign = bytes.fromhex("802A0080")
    pcsc_desk.laid.faults = [Fault(kind, lambda _before, command: command.startswith(is_sign))]
    with pytest.raises(CardGone):
        pcsc_desk.card.prove(PIN, CHALLENGE)
    assert pcsc_desk.pins_that_reached_the_card() == 1
