from concurrent.futures import ThreadPoolExecutor

from kiosk.central.service import Service
from kiosk.domain.errors import LibraryError, TriedTooOften
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, INITIAL, NEW_CARD, sign_in

AT_ONCE = 8


def test_guesses_sent_at_once_count_each(
    service: Service, kiosk: Caller, hasher: CountingHasher, policy: Policy
) -> None:
    def guess(number: int) -> str:
        try:
            service.passwords.sign_in(CARD, f"guess{number}", "001")
        except LibraryError as refused:
            return type(refused).__name__
        return "in"

    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(threads.map(guess, range(30)))
    assert hasher.verifications == policy.attempts.per_card
    assert answers.count("CardOrPasswordWrong") == policy.attempts.per_card
    assert answers.count(TriedTooOften.__name__) == 30 - policy.attempts.per_card


def test_of_passwords_chosen_at_once_one_is_kept(service: Service, kiosk: Caller) -> None:
    token = sign_in(kiosk, NEW_CARD, INITIAL)
    passwords = [f"momiji{number}" for number in range(AT_ONCE)]

    def choose(password: str) -> int:
        return kiosk.put("/session/password", {"password": password}, token).status_code

    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(threads.map(choose, passwords))
    [kept] = [word for word, answer in zip(passwords, answers, strict=True) if answer == 204]
    assert answers.count(405) == AT_ONCE - 1
    assert sign_in(kiosk, NEW_CARD, kept)
