"""One card at one kiosk: each wrong password makes the next try wait longer (rule L7)."""

from datetime import timedelta

import pytest

from kiosk.domain.policy import AttemptPolicy, Policy
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, NEW_CARD, PASSWORD, sign_in

UNKNOWN_CARD = "99999999"
WRONG = {"card": CARD, "password": "momiji2026"}
RIGHT = {"card": CARD, "password": PASSWORD}
SECOND = timedelta(seconds=1)


def wait_s(kiosk: Caller, asked: dict[str, str] = WRONG) -> int:
    """What a try is told to wait; 0: it was let through."""
    answer = kiosk.post("/sessions", asked)
    if answer.status_code != 429:
        return 0
    assert answer.headers["Retry-After"] == str(answer.json()["wait_s"])
    told: int = answer.json()["wait_s"]
    return told


def waits(
    kiosk: Caller, clock: TurnedClock, tries: int, asked: dict[str, str] = WRONG
) -> list[int]:
    """What stands between so many tries, each made as soon as it may be."""
    found = []
    for _ in range(tries):
        told = wait_s(kiosk, asked)
        found.append(told)
        if told:
            clock.turn(timedelta(seconds=told))
            assert wait_s(kiosk, asked) == 0
    return found


@pytest.mark.rule("L7")
@pytest.mark.parametrize("card", [CARD, NEW_CARD, UNKNOWN_CARD])
def test_the_wait_doubles_whether_the_card_exists_or_not(
    kiosk: Caller, clock: TurnedClock, card: str
) -> None:
    expected = [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert waits(kiosk, clock, len(expected), {**WRONG, "card": card}) == expected


def test_the_seconds_are_those_that_are_left(kiosk: Caller, clock: TurnedClock) -> None:
    waits(kiosk, clock, 8)  # the next waits for 32 seconds
    for left in (32, 31, 30):
        assert wait_s(kiosk) == left
        clock.turn(SECOND)


def test_the_right_password_waits_too_and_no_guess_is_verified(
    kiosk: Caller, hasher: CountingHasher, clock: TurnedClock
) -> None:
    waits(kiosk, clock, 3)
    assert kiosk.post("/sessions", RIGHT).status_code == 429
    assert hasher.verifications == 3
    clock.turn(SECOND)
    assert kiosk.post("/sessions", RIGHT).status_code == 201


def test_at_another_kiosk_the_card_does_not_wait(
    kiosk: Caller, other_kiosk: Caller, clock: TurnedClock
) -> None:
    waits(kiosk, clock, 6)
    assert kiosk.post("/sessions", RIGHT).status_code == 429
    assert other_kiosk.post("/sessions", RIGHT).status_code == 201


def test_another_card_does_not_wait(kiosk: Caller, clock: TurnedClock) -> None:
    waits(kiosk, clock, 6)
    assert wait_s(kiosk, {**WRONG, "card": NEW_CARD}) == 0


def test_a_scanned_card_and_a_typed_one_count_together(kiosk: Caller) -> None:
    tries = [wait_s(kiosk, {**WRONG, "card": card}) for card in (CARD, f"A{CARD}A", f"B{CARD}C")]
    assert tries == [0, 0, 0]
    assert wait_s(kiosk, {**WRONG, "card": f"a{CARD}d"}) == 1


def test_a_right_password_ends_the_wait_at_its_kiosk(kiosk: Caller, clock: TurnedClock) -> None:
    waits(kiosk, clock, 5)
    clock.turn(timedelta(seconds=4))
    sign_in(kiosk)
    assert waits(kiosk, clock, 4) == [0, 0, 0, 1]


def test_a_clock_that_was_put_back_makes_nobody_wait_longer(
    kiosk: Caller, clock: TurnedClock
) -> None:
    waits(kiosk, clock, 8)
    clock.turn(-timedelta(days=1))
    assert wait_s(kiosk) <= 32


@pytest.mark.parametrize("failures", [0, 1, 2, 3, 10, 11, 12, 1000, 10**6])
def test_no_delay_is_longer_than_the_policy_says(failures: int, policy: Policy) -> None:
    delay = policy.attempts.delay_after(failures)
    assert timedelta() <= delay <= timedelta(seconds=policy.attempts.longest_delay_s)
    assert AttemptPolicy(longest_delay_s=1).delay_after(failures) <= SECOND
