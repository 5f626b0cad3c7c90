"""Whether a card is known, open or closed costs the same work and is said in the same words."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from kiosk.central.service import Service
from kiosk.central.staff.colleagues import named
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.errors import StaffSignInWrong
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.staff import Role, StaffNumber
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.conftest import BRANCH
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, NEW_CARD, PASSWORD

UNKNOWN, CLOSED, CLOSED_UNKNOWN = (
    CardNumber(each) for each in ("99999999", "01234591", "88888888")
)
WRONG = "momiji2026"


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """What is asked of any database."""
    asked: list[str] = []

    def note(*given: object) -> None:
        asked.append(str(given[2]).split()[0])

    event.listen(Engine, "before_cursor_execute", note)
    yield asked
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture(autouse=True)
def _closed(service: Service, clock: TurnedClock) -> None:
    """One card with a patron and one without are closed; all have been tried before."""
    with service.database.writing() as session:
        row = PatronRow(
            id=PatronId("p3"),
            card_number=CLOSED,
            name="浜 ゆうと",
            birth_date=service.clock.now().date(),
            password_hash=service.passwords.hasher.hash(PASSWORD),
        )
        session.add(row)
    for card in (CLOSED, CLOSED_UNKNOWN):
        for place in range(service.policy.attempts.per_card):
            service.passwords.attempts.begin(card, f"9{place:02}")
    for card in (CARD, NEW_CARD, UNKNOWN):
        service.passwords.attempts.begin(card, "900")
    clock.turn(timedelta(seconds=1))


@pytest.mark.rule("L7")
@pytest.mark.parametrize("path", ["/sessions", "/password-resets"])
def test_every_card_costs_the_same_statements_and_verifications(
    kiosk: Caller, hasher: CountingHasher, statements: list[str], clock: TurnedClock, path: str
) -> None:
    """For a reset it is no verification: no code is a password."""
    work = {}
    for card in (UNKNOWN, CARD, NEW_CARD, CLOSED, CLOSED_UNKNOWN):
        clock.turn(timedelta(seconds=1))
        kiosk.send(*_asked(path, card))  # the first time at this kiosk, the card is new to it
        clock.turn(timedelta(seconds=1))
        statements.clear()
        hasher.verifications = 0
        kiosk.send(*_asked(path, card))
        work[card] = (tuple(statements), hasher.verifications)
    assert len(set(work.values())) == 1, work
    assert work[UNKNOWN][1] == (1 if path == "/sessions" else 0)


@pytest.mark.rule("L5", "L7")
def test_asking_for_a_code_costs_the_same_until_it_is_answered(
    service: Service, kiosk: Caller, statements: list[str]
) -> None:
    """Only what comes after the answer depends on whether the card has an address."""
    with service.database.writing() as session:
        row = session.get_one(PatronRow, PatronId("p1"))
        row.email, row.email_is_confirmed = "haruka@example.jp", True
    work = set()
    service.own_password.ask_reset(CardNumber("77777777"), "001")  # the kiosk's first
    for card in (CARD, NEW_CARD, UNKNOWN, CLOSED):
        statements.clear()
        service.own_password.ask_reset(card, "001")
        work.add(tuple(statements))
    assert len(work) == 1


@pytest.mark.rule("L7")
@pytest.mark.parametrize("number", ["7001", "7999"])
def test_a_staff_number_that_nobody_has_costs_one_verification_too(
    service: Service, hasher: CountingHasher, number: str
) -> None:
    somebody = named("7001", "棚橋 志保", Role.COUNTER, BRANCH)
    with service.database.writing() as session:
        session.add(BranchRow(id=BRANCH, name="港図書館", rank=1))
    service.staff.colleagues.add(somebody, "tana-kara-tana")
    with pytest.raises(StaffSignInWrong):
        service.staff.sign_in.sign_in(StaffNumber(number), WRONG)
    assert hasher.verifications == 1


@pytest.mark.rule("L7")
def test_right_and_wrong_passwords_of_closed_cards_are_answered_alike(kiosk: Caller) -> None:
    answers = {
        kiosk.post("/sessions", {"card": card, "password": password}).content
        for card in (CLOSED, CLOSED_UNKNOWN)
        for password in (PASSWORD, WRONG)
    }
    assert len(answers) == 1


def _asked(path: str, card: str) -> tuple[str, str, dict[str, str]]:
    if path == "/sessions":
        return "POST", path, {"card": card, "password": WRONG}
    return "PUT", path, {"card": card, "code": "123456", "new": WRONG}
