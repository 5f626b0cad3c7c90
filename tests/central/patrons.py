"""Two invented patrons: one chose a password, one has only the initial one."""

from datetime import date

from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import CardNumber, PatronId
from tests.central.caller import Caller

CARD = CardNumber("01234575")
PASSWORD = "sakura2026"
NEW_CARD = CardNumber("01234567")
INITIAL = "45670910"  # of the guide's example: born 2020-09-10


def settle(service: Service) -> None:
    """Enter both into the database."""
    with service.database.writing() as session:
        session.add_all(
            [
                PatronRow(
                    id=PatronId("p1"),
                    card_number=CARD,
                    name="港 はるか",
                    birth_date=date(1990, 4, 1),
                    password_hash=service.passwords.hasher.hash(PASSWORD),
                ),
                PatronRow(
                    id=PatronId("p2"),
                    card_number=NEW_CARD,
                    name="丘 みどり",
                    birth_date=date(2020, 9, 10),
                ),
            ]
        )


def sign_in(kiosk: Caller, card: str = CARD, password: str = PASSWORD) -> str:
    """The token of a new session."""
    answer = kiosk.post("/sessions", {"card": card, "password": password})
    assert answer.status_code == 201, answer.text
    token: str = answer.json()["token"]
    return token
