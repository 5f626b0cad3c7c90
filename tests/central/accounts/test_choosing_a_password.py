import pytest

from tests.central.accounts.conftest import MINE
from tests.central.caller import Caller
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, INITIAL, NEW_CARD, PASSWORD, sign_in

CHOSEN = {"password": "momiji2026"}


@pytest.fixture
def session(kiosk: Caller) -> str:
    """Of the first sign-in."""
    return sign_in(kiosk, NEW_CARD, INITIAL)


def test_the_first_sign_in_must_choose_a_password(kiosk: Caller) -> None:
    answer = kiosk.post("/sessions", {"card": NEW_CARD, "password": INITIAL})
    assert answer.json()["must_choose_password"] is True


@pytest.mark.rule("L3")
def test_nothing_else_opens_before_a_password_is_chosen(kiosk: Caller, session: str) -> None:
    refused = kiosk.get(MINE, session)
    assert (refused.status_code, refused.json()["code"]) == (403, "password_must_be_chosen")
    assert kiosk.put("/session/password", CHOSEN, session).status_code == 204
    assert kiosk.get(MINE, session).json() == "p2"


@pytest.mark.rule("L3")
def test_the_chosen_password_opens_from_now_on_and_the_initial_one_no_longer(
    kiosk: Caller, session: str
) -> None:
    kiosk.put("/session/password", CHOSEN, session)
    assert kiosk.post("/sessions", {"card": NEW_CARD, "password": INITIAL}).status_code == 401
    answer = kiosk.post("/sessions", {"card": NEW_CARD, **CHOSEN})
    assert answer.json()["must_choose_password"] is False


def test_logging_out_without_choosing_leaves_the_initial_password(
    kiosk: Caller, session: str
) -> None:
    assert kiosk.delete("/session", session).status_code == 204
    sign_in(kiosk, NEW_CARD, INITIAL)


@pytest.mark.rule("L3", "L4", "E4")
@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("abc", "length"),
        ("a" * 21, "length"),
        ("ｓａｋｕｒａ", "letters"),
        ("sakura 2026", "letters"),
        (INITIAL, "initial"),
        ("0910", "about_you"),
        ("1234567", "pattern"),
    ],
)
def test_a_password_that_is_not_allowed_is_refused_with_the_reason(
    kiosk: Caller, session: str, password: str, reason: str
) -> None:
    refused = kiosk.put("/session/password", {"password": password}, session)
    assert refused.status_code == 422
    problem = refused.json()
    assert (problem["code"], problem["reason"]) == ("password_not_allowed", reason)
    assert (problem["shortest"], problem["longest"]) == (4, 20)
    assert password not in refused.text
    assert kiosk.get(MINE, session).status_code == 403


def test_choosing_twice_the_same_chooses_once(
    kiosk: Caller, session: str, hasher: CountingHasher
) -> None:
    for _ in range(2):
        assert kiosk.put("/session/password", CHOSEN, session).status_code == 204
    assert hasher.verifications == 2  # of the sign-in, and of the repeated choice


def test_whoever_finds_an_open_session_cannot_change_the_password(kiosk: Caller) -> None:
    found = sign_in(kiosk)
    assert kiosk.put("/session/password", CHOSEN, found).status_code == 405
    assert sign_in(kiosk, CARD, PASSWORD)


def test_choosing_ends_what_else_is_open(kiosk: Caller, session: str) -> None:
    before = sign_in(kiosk, NEW_CARD, INITIAL)
    kiosk.put("/session/password", CHOSEN, session)
    assert kiosk.get(MINE, before).json()["code"] == "session_ended"
    assert kiosk.get(MINE, session).status_code == 200
