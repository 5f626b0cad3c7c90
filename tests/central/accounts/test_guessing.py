"""Somebody tries every birthday, or every card: no card opens, and no town is locked out."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.service import Service
from kiosk.domain.errors import CardClosed, CardOrPasswordWrong, LibraryError, TriedTooOften
from kiosk.domain.passwords import initial_password
from kiosk.domain.patrons import CardNumber, PatronId, SessionToken
from kiosk.wire.signing_in import ChallengeAnswer
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority
from tests.central.clock import START, TurnedClock
from tests.central.conftest import BRANCH
from tests.central.hashing import CountingHasher
from tests.central.patrons import INITIAL, NEW_CARD

TEN = tuple(f"{number:03}" for number in range(1, 11))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
IN = "in"


@pytest.fixture
def birthdays(service: Service) -> tuple[str, ...]:
    """All initial passwords that this card may have; the right one comes late."""
    leap_year = datetime(2020, 1, 1, tzinfo=UTC)
    days: list[date] = [(leap_year + DAY * nth).date() for nth in range(366)]
    passwords = [initial_password(NEW_CARD, day, service.policy.password) for day in days]
    assert passwords.index(INITIAL) == 253
    return tuple(passwords)


def attempt(service: Service, card: CardNumber, password: str, kiosk: str) -> str:
    """What comes of it: "in", or the error's name."""
    try:
        service.passwords.sign_in(card, password, kiosk)
    except LibraryError as error:
        return type(error).__name__
    return IN


def attempt_patiently(
    service: Service, clock: TurnedClock, card: CardNumber, password: str, kiosk: str
) -> str:
    """The same, after whatever wait is asked for."""
    while True:
        try:
            service.passwords.sign_in(card, password, kiosk)
        except TriedTooOften as waiting:
            clock.turn(timedelta(seconds=waiting.wait_s))
        except (CardClosed, CardOrPasswordWrong) as error:
            return type(error).__name__
        else:
            return IN


@pytest.mark.rule("L7")
def test_366_guesses_from_ten_kiosks_do_not_open_a_card(
    service: Service,
    clock: TurnedClock,
    kiosk: Caller,
    birthdays: tuple[str, ...],
    card_authority: CardAuthority,
) -> None:
    answers = [
        attempt_patiently(service, clock, NEW_CARD, password, TEN[nth % 10])
        for nth, password in enumerate(birthdays)
    ]
    while clock.now() < START + DAY - 3 * HOUR:
        clock.turn(2 * HOUR)
        answers += [attempt_patiently(service, clock, NEW_CARD, INITIAL, kiosk) for kiosk in TEN]
    assert clock.now() < START + DAY
    assert answers.count("CardOrPasswordWrong") == service.policy.attempts.per_card
    assert answers.count("CardClosed") == len(answers) - service.policy.attempts.per_card

    opened = sign_in_with_my_number(service, kiosk, card_authority)
    assert service.sessions.find(SessionToken(opened), "001").patron == "p2"
    service.passwords.attempts.release(NEW_CARD)
    assert attempt(service, NEW_CARD, INITIAL, "001") == IN


def sign_in_with_my_number(service: Service, kiosk: Caller, authority: CardAuthority) -> str:
    """The card's owner, meanwhile."""
    card = authority.issue()
    Credentials(service.database).bind(PatronId("p2"), Credential.of(card.certificate))
    asked = kiosk.post("/my-number/challenges").content
    proof = card.proof(ChallengeAnswer.model_validate_json(asked).to_challenge())
    return service.my_number.sign_in(proof, "001").token


@pytest.mark.rule("L7")
def test_a_thousand_cards_tried_at_one_kiosk_are_all_open_still(
    service: Service, clock: TurnedClock, kiosk: Caller, hasher: CountingHasher
) -> None:
    policy = service.policy.attempts
    slow_down(service, "001")
    for nth in range(policy.per_kiosk, 1000):
        card = CardNumber(f"{30_000_000 + nth}")
        if nth % 100 == 0:
            assert attempt(service, card, "0000", "001") == "TriedTooOften"
        clock.turn(policy.slowed)
        assert attempt(service, card, "0000", "001") == "CardOrPasswordWrong"
    assert hasher.verifications == 1000
    assert clock.now() - START == (1000 - policy.per_kiosk) * policy.slowed
    assert service.staff.guessing.closed() == 0
    [slowed] = service.staff.guessing.slowed()
    assert (slowed.place, slowed.slowed_at) == ("001", START + policy.slowed)
    assert slowed.failures == HOUR / policy.slowed


@pytest.mark.rule("L7")
def test_however_often_a_slowed_kiosk_tries_a_card_it_does_not_close_it(
    service: Service, clock: TurnedClock, kiosk: Caller
) -> None:
    slow_down(service, "001")
    answers = [attempt_patiently(service, clock, NEW_CARD, f"{nth:04}", "001") for nth in range(20)]
    share = service.policy.attempts.per_card_when_slowed
    assert answers == ["CardOrPasswordWrong"] * share + ["CardClosed"] * (20 - share)
    assert not service.passwords.attempts.is_closed(NEW_CARD)
    service.kiosks.register("002", BRANCH)
    assert attempt(service, NEW_CARD, INITIAL, "002") == IN


@pytest.mark.rule("L7")
def test_at_a_slowed_kiosk_everybody_waits_in_turn_and_signs_in(
    service: Service, clock: TurnedClock, kiosk: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    slow_down(service, "001")
    assert attempt(service, NEW_CARD, INITIAL, "001") == "TriedTooOften"
    clock.turn(service.policy.attempts.slowed)
    assert attempt(service, NEW_CARD, INITIAL, "001") == IN
    assert attempt(service, NEW_CARD, INITIAL, "001") == "TriedTooOften"
    clock.turn(service.policy.attempts.slowed)
    assert attempt(service, NEW_CARD, INITIAL, "001") == IN
    told = [record for record in caplog.records if "slowed" in record.message]
    assert [vars(record)["told"] for record in told] == [{"kiosk": "001"}]


def test_a_kiosk_is_free_again_after_an_hour(
    service: Service, clock: TurnedClock, kiosk: Caller
) -> None:
    slow_down(service, "001")
    clock.turn(HOUR)
    assert service.staff.guessing.slowed() == ()
    for _ in range(3):
        assert attempt(service, NEW_CARD, INITIAL, "001") == IN


def test_closed_cards_are_counted_not_named(service: Service) -> None:
    for place in range(service.policy.attempts.per_card):
        service.passwords.attempts.begin(NEW_CARD, f"9{place:02}")
    assert service.staff.guessing.closed() == 1
    assert service.staff.guessing.slowed() == ()


def slow_down(service: Service, kiosk: str) -> None:
    """By one wrong password for each of many cards."""
    for nth in range(service.policy.attempts.per_kiosk):
        assert attempt(service, CardNumber(f"{30_000_000 + nth}"), "0000", kiosk) != IN
