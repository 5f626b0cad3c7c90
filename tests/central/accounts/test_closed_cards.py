"""Too many wrong passwords from all kiosks close a card for passwords (rule L7)."""

from datetime import timedelta

import httpx
import pytest

from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.service import Service
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import Policy
from kiosk.wire.signing_in import ChallengeAnswer, ProofRequest
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, INITIAL, NEW_CARD, PASSWORD

UNKNOWN_CARD = CardNumber("99999999")
SECOND = timedelta(seconds=1)
WRONG = "momiji2026"
CARDS = pytest.mark.parametrize("card", [CARD, NEW_CARD, UNKNOWN_CARD])


def attempt(kiosk: Caller, card: str, password: str = WRONG) -> httpx.Response:
    return kiosk.post("/sessions", {"card": card, "password": password})


def close(service: Service, card: CardNumber) -> None:
    """From as many kiosks as there are tries: none of them has to wait."""
    for place in range(service.policy.attempts.per_card):
        service.passwords.attempts.begin(card, f"9{place:02}")


@pytest.mark.rule("L7")
@CARDS
def test_after_twenty_wrong_passwords_none_opens_the_card(
    service: Service, kiosk: Caller, card: CardNumber
) -> None:
    close(service, card)
    answers = [attempt(kiosk, card, password) for password in (WRONG, PASSWORD, INITIAL)]
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {
        (403, "card_closed")
    }
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.rule("L7")
@CARDS
def test_a_closed_card_costs_one_verification_too(
    service: Service, kiosk: Caller, hasher: CountingHasher, card: CardNumber
) -> None:
    close(service, card)
    attempt(kiosk, card, PASSWORD)
    assert hasher.verifications == 1


def test_one_less_leaves_it_open(service: Service, kiosk: Caller, policy: Policy) -> None:
    for place in range(policy.attempts.per_card - 1):
        service.passwords.attempts.begin(CARD, f"9{place:02}")
    assert attempt(kiosk, CARD, PASSWORD).status_code == 201


def test_signing_in_does_not_wipe_out_what_others_guessed(
    service: Service, kiosk: Caller, policy: Policy
) -> None:
    for place in range(policy.attempts.per_card - 1):
        service.passwords.attempts.begin(CARD, f"9{place:02}")
    attempt(kiosk, CARD, PASSWORD)
    attempt(kiosk, CARD)
    assert attempt(kiosk, CARD, PASSWORD).json()["code"] == "card_closed"


def test_time_opens_it_again(service: Service, kiosk: Caller, clock: TurnedClock) -> None:
    close(service, CARD)
    clock.turn(service.policy.attempts.within - SECOND)
    assert attempt(kiosk, CARD, PASSWORD).status_code == 403
    clock.turn(SECOND)
    assert attempt(kiosk, CARD, PASSWORD).status_code == 201


def test_the_staff_open_it_again(service: Service, kiosk: Caller) -> None:
    close(service, CARD)
    service.passwords.attempts.release(CARD)
    assert attempt(kiosk, CARD, PASSWORD).status_code == 201


def test_tries_while_it_is_closed_keep_it_closed_no_longer(
    service: Service, kiosk: Caller, clock: TurnedClock
) -> None:
    close(service, CARD)
    for _ in range(23):
        clock.turn(timedelta(hours=1))
        attempt(kiosk, CARD)
    clock.turn(timedelta(hours=1))
    assert attempt(kiosk, CARD, PASSWORD).status_code == 201


def test_who_stays_below_the_limit_each_day_closes_it_in_the_end(
    service: Service, clock: TurnedClock, policy: Policy
) -> None:
    """Nineteen a day would try every birthday within three weeks."""
    looked_at = 0
    for _ in range(policy.attempts.remembered_days - 1):
        for place in range(policy.attempts.per_card - 1):
            looked_at += service.passwords.attempts.begin(NEW_CARD, f"9{place:02}").is_looked_at
        clock.turn(timedelta(days=1))
    assert looked_at == policy.attempts.per_card_in_all


def test_a_my_number_card_opens_it_all_the_same(
    service: Service, kiosk: Caller, card_authority: CardAuthority
) -> None:
    close(service, CARD)
    card = card_authority.issue()
    Credentials(service.database).bind(PatronId("p1"), Credential.of(card.certificate))
    asked = kiosk.post("/my-number/challenges")
    challenge = ChallengeAnswer.model_validate_json(asked.content).to_challenge()
    proof = ProofRequest.of(card.proof(challenge)).model_dump_json().encode()
    assert kiosk.post("/my-number/sessions", proof).status_code == 201


def test_no_code_by_email_is_a_way_around(service: Service, kiosk: Caller) -> None:
    close(service, CARD)
    asked = {"card": CARD, "code": "123456", "new": "kaede2026"}
    assert kiosk.put("/password-resets", asked).json()["code"] == "card_closed"
    of_nobody = {**asked, "card": "88888888"}
    assert kiosk.put("/password-resets", of_nobody).json()["code"] == "code_wrong"
