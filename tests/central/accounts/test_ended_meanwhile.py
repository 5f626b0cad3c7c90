"""A service that ends in the middle: a new password and the end of other sessions are one."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kiosk.central.accounts.sessions import SignedPatron
from kiosk.central.service import Service
from kiosk.domain.errors import SessionEnded
from kiosk.domain.patrons import CardNumber
from tests.central.caller import Caller
from tests.central.ending import EndedError, Ending
from tests.central.patrons import CARD, INITIAL, NEW_CARD, PASSWORD

KIOSK, ANOTHER = "001", "momiji2026"
Sets = Callable[[Service, Ending, SignedPatron], None]


@pytest.fixture
def ending(service: Service) -> Iterator[Ending]:
    database = Ending(service.database.url)
    database.ends_after = True
    yield database
    database.close()


def chooses(service: Service, ending: Ending, signed: SignedPatron) -> None:
    replace(service.passwords, database=ending).choose(signed, ANOTHER)


def changes(service: Service, ending: Ending, signed: SignedPatron) -> None:
    replace(service.own_password, database=ending).change(signed, PASSWORD, ANOTHER, KIOSK)


@pytest.mark.parametrize(
    ("card", "password", "sets"), [(NEW_CARD, INITIAL, chooses), (CARD, PASSWORD, changes)]
)
def test_no_other_session_outlives_a_new_password_though_the_service_ends_right_after_it(
    service: Service, ending: Ending, kiosk: Caller, card: CardNumber, password: str, sets: Sets
) -> None:
    del kiosk  # number 001 is known
    mine, other = (service.passwords.sign_in(card, password, KIOSK).token for _ in range(2))
    with pytest.raises(EndedError):
        sets(service, ending, service.sessions.find(mine, KIOSK))
    assert not service.passwords.sign_in(card, ANOTHER, KIOSK).must_choose_password
    assert service.sessions.find(mine, KIOSK)
    with pytest.raises(SessionEnded):
        service.sessions.find(other, KIOSK)
