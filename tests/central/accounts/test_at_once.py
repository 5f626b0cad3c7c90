from concurrent.futures import ThreadPoolExecutor

from kiosk.central.service import Service
from kiosk.domain.errors import LibraryError
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, INITIAL, NEW_CARD, sign_in

AT_ONCE = 8


def test_guesses_sent_at_once_count_each(
    service: Service, kiosk: Caller, hasher: CountingHasher, policy: Policy
) -> None:
    """The clock stands still: after the tries that cost nothing, and one more, all others wait."""
    answers = at_once(service, ["001"] * 30)
    looked_at = policy.attempts.free_tries + 1
    assert hasher.verifications == looked_at
    assert answers.count("CardOrPasswordWrong") == looked_at
    assert answers.count("TriedTooOften") == 30 - looked_at


def test_guesses_sent_at_once_from_everywhere_close_the_card_after_twenty(
    service: Service, kiosk: Caller, policy: Policy
) -> None:
    answers = at_once(service, [f"{100 + number}" for number in range(30)])
    assert answers.count("CardOrPasswordWrong") == policy.attempts.per_card
    assert answers.count("CardClosed") == 30 - policy.attempts.per_card


def at_once(service: Service, kiosks: list[str]) -> list[str]:
    """What came of a guess at each of them."""

    def guess(number: int, kiosk: str) -> str:
        try:
            service.passwords.sign_in(CARD, f"guess{number}", kiosk)
        except LibraryError as refused:
            return type(refused).__name__
        return "in"

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(guess, range(len(kiosks)), kiosks))


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
