from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.central.database import Database
from kiosk.central.tables.kiosks import AttemptRow, PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.policy import Policy
from tests.central.accounts.conftest import MINE
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, INITIAL, NEW_CARD, PASSWORD, sign_in

UNKNOWN_CARD = "99999999"
WRONG = {"card": CARD, "password": "momiji2026"}
RIGHT = {"card": CARD, "password": PASSWORD}


@pytest.mark.rule("L1")
def test_a_patron_signs_in_with_card_and_password(kiosk: Caller) -> None:
    answer = kiosk.post("/sessions", RIGHT)
    assert answer.status_code == 201
    assert answer.json()["must_choose_password"] is False
    assert kiosk.get(MINE, answer.json()["token"]).json() == "p1"


@pytest.mark.rule("L1")
def test_a_scanned_number_may_come_with_start_and_stop_characters(kiosk: Caller) -> None:
    assert kiosk.post("/sessions", {**RIGHT, "card": f"A{CARD}b"}).status_code == 201


@pytest.mark.rule("L7")
def test_a_wrong_password_says_nothing_about_the_card(kiosk: Caller) -> None:
    of_nobody = kiosk.post("/sessions", {"card": UNKNOWN_CARD, "password": PASSWORD})
    of_somebody = kiosk.post("/sessions", WRONG)
    assert of_nobody.status_code == of_somebody.status_code == 401
    assert of_nobody.content == of_somebody.content
    assert of_nobody.json()["code"] == "card_or_password_wrong"


@pytest.mark.rule("L7")
@pytest.mark.parametrize(
    ("card", "password"),
    [
        (UNKNOWN_CARD, PASSWORD),
        (CARD, "momiji2026"),
        (CARD, PASSWORD),
        (NEW_CARD, "momiji2026"),
        (NEW_CARD, INITIAL),
    ],
)
def test_every_try_costs_one_verification(
    kiosk: Caller, hasher: CountingHasher, card: str, password: str
) -> None:
    kiosk.post("/sessions", {"card": card, "password": password})
    assert hasher.verifications == 1


@pytest.mark.rule("L7")
@pytest.mark.parametrize("card", [CARD, UNKNOWN_CARD])
def test_the_sixth_wrong_try_waits_whether_the_card_exists_or_not(
    kiosk: Caller, clock: TurnedClock, card: str
) -> None:
    wrong = {**WRONG, "card": card}
    for _ in range(5):
        assert kiosk.post("/sessions", wrong).json()["code"] == "card_or_password_wrong"
    clock.turn(timedelta(minutes=1))
    waiting = kiosk.post("/sessions", wrong)
    assert (waiting.status_code, waiting.json()["code"]) == (429, "tried_too_often")
    assert waiting.json()["wait_s"] == 14 * 60
    assert waiting.headers["Retry-After"] == str(14 * 60)


def test_the_right_password_waits_too_and_no_guess_is_verified(
    kiosk: Caller, hasher: CountingHasher, clock: TurnedClock
) -> None:
    for _ in range(5):
        kiosk.post("/sessions", WRONG)
    assert kiosk.post("/sessions", RIGHT).status_code == 429
    assert hasher.verifications == 5
    clock.turn(timedelta(minutes=15))
    assert kiosk.post("/sessions", RIGHT).status_code == 201


@pytest.mark.rule("L7")
def test_a_card_is_counted_over_all_kiosks(kiosk: Caller, other_kiosk: Caller) -> None:
    for place in (kiosk, other_kiosk, kiosk, other_kiosk, kiosk):
        place.post("/sessions", WRONG)
    assert other_kiosk.post("/sessions", WRONG).status_code == 429
    assert other_kiosk.post("/sessions", {**WRONG, "card": NEW_CARD}).status_code == 401


def test_a_scanned_card_and_a_typed_one_count_together(kiosk: Caller) -> None:
    for card in (CARD, f"A{CARD}A", f"B{CARD}C", CARD, f"a{CARD}d"):
        kiosk.post("/sessions", {**WRONG, "card": card})
    assert kiosk.post("/sessions", WRONG).status_code == 429


def test_a_right_password_forgets_the_wrong_ones(kiosk: Caller) -> None:
    for _ in range(4):
        kiosk.post("/sessions", WRONG)
    sign_in(kiosk)
    for _ in range(4):
        assert kiosk.post("/sessions", WRONG).status_code == 401


def test_a_kiosk_where_many_cards_are_guessed_waits(
    kiosk: Caller, other_kiosk: Caller, policy: Policy
) -> None:
    for number in range(policy.attempts.per_kiosk):
        kiosk.post("/sessions", {"card": f"7{number:07}", "password": "0000"})
    assert kiosk.post("/sessions", RIGHT).status_code == 429
    assert other_kiosk.post("/sessions", RIGHT).status_code == 201


def test_a_busy_kiosk_without_mistakes_never_waits(kiosk: Caller, policy: Policy) -> None:
    for _ in range(policy.attempts.per_kiosk + 1):
        sign_in(kiosk)


def test_no_card_number_password_or_token_is_kept_in_the_clear(
    kiosk: Caller, database: Database
) -> None:
    kiosk.post("/sessions", {"card": UNKNOWN_CARD, "password": "momiji2026"})
    token = sign_in(kiosk)
    with database.session() as session:
        kept = [
            *session.scalars(select(AttemptRow.subject)),
            *session.scalars(select(PatronSessionRow.token_hash)),
            *session.scalars(select(PatronRow.password_hash)),
        ]
    assert not [
        text for text in kept for secret in (UNKNOWN_CARD, token, PASSWORD) if secret in str(text)
    ]
