from hashlib import sha256

import pytest
from sqlalchemy import select

from kiosk.central.storage.database import Database
from kiosk.central.tables.guessing import FailedTryRow, GuardRow
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.policy import Policy
from tests.central.accounts.conftest import MINE
from tests.central.caller import Caller
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
            *session.scalars(select(GuardRow.subject)),
            *session.scalars(select(FailedTryRow.card_hash)),
            *session.scalars(select(PatronSessionRow.token_hash)),
            *session.scalars(select(PatronRow.password_hash)),
        ]
    unkeyed = sha256(UNKNOWN_CARD.encode()).hexdigest()  # of which there are not too many
    secrets = (UNKNOWN_CARD, unkeyed, token, PASSWORD)
    assert not [text for text in kept for secret in secrets if secret in str(text)]
