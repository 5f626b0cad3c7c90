"""Thousands of dialogues, several in a row with one card: no try is wasted, no secret told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.devices.allowed import strays
from tests.devices.private_pcscd import PrivatePcscd
from tests.devices.scripts import (
    IN_MEMORY_ONLY,
    KINDS,
    Secrets,
    Turn,
    Written,
    asks_for_nothing,
    card_with,
    some_secrets,
    some_turns,
    take,
)
from tests.devices.talks import lay
from tests.devices.watched_desk import WatchedDesk

IN_MEMORY, OVER_PCSCD = 10_000, 200
A_SCRIPT, A_LONG_SCRIPT = 8, 20  # dialogues; laying a card down before pcscd takes a second
RARELY_GONE = (*KINDS, "half", "short", "long", "6F00", "6982", *([""] * 8))
LONG_S = 12.0


def assert_secret(written: str, secrets: Secrets, script: list[Turn]) -> None:
    typed = {turn.text for turn in script if len(turn.text) >= 4 and turn.text != "right"}
    assert [text for text in (*secrets.pins.values(), *typed) if text in written] == []


def test_ten_thousand_dialogues_waste_no_try() -> None:
    dialogues: list[str] = []

    @settings(
        deadline=None,
        derandomize=True,
        max_examples=IN_MEMORY // A_SCRIPT,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        secrets=some_secrets,
        script=st.lists(some_turns(KINDS + IN_MEMORY_ONLY), min_size=A_SCRIPT, max_size=A_SCRIPT),
    )
    def play(secrets: Secrets, script: list[Turn]) -> None:
        card = card_with(secrets)
        field, my_number = lay(card)
        with Written() as written:
            for turn in script:
                field.take_away()
                field.lay_down(card)
                dialogues.append(take(turn, card, my_number))
        field.take_away()
        field.lay_down(card)
        assert asks_for_nothing(card, my_number)
        assert strays(card.log) == []
        assert_secret(written.text + "".join(dialogues[-A_SCRIPT:]), secrets, script)

    play()
    assert len(dialogues) >= IN_MEMORY
    kinds = {each.partition("(")[0] for each in dialogues}
    assert kinds >= {"MyNumberProof", "BasicFour", "CardSignature", "CardSilent"}


@pytest.fixture
def desk(pcscd: PrivatePcscd) -> WatchedDesk:
    return WatchedDesk(pcscd, LONG_S)


@pytest.mark.slow
def test_two_hundred_dialogues_over_pcscd_waste_no_try(desk: WatchedDesk) -> None:
    dialogues: list[str] = []

    @settings(
        deadline=None,
        derandomize=True,
        max_examples=OVER_PCSCD // A_LONG_SCRIPT,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(
        secrets=some_secrets,
        script=st.lists(some_turns(RARELY_GONE), min_size=A_LONG_SCRIPT, max_size=A_LONG_SCRIPT),
    )
    def play(secrets: Secrets, script: list[Turn]) -> None:
        card = card_with(secrets)
        with Written() as written:
            for turn in script:
                desk.lay_down_if_gone(card)
                dialogues.append(take(turn, card, desk.card))
        desk.lay_down_if_gone(card)
        assert asks_for_nothing(card, desk.card)
        desk.take_away()
        assert strays(card.log) == []
        assert_secret(written.text + "".join(dialogues[-A_LONG_SCRIPT:]), secrets, script)

    try:
        play()
    finally:
        desk.close()
    assert len(dialogues) >= OVER_PCSCD
