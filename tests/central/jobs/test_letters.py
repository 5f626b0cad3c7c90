"""Nothing of an e-mail is kept for long."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.central.jobs.letters import erase_letters
from kiosk.central.notices.letters import send_letter
from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, NoticeState
from tests.central.clock import START, TurnedClock


@pytest.mark.parametrize(
    ("state", "is_erased"),
    [
        (NoticeState.DELIVERED, True),
        (NoticeState.FAILED, True),
        (NoticeState.UNCERTAIN, True),
        (NoticeState.DUE, False),
        (NoticeState.HANDING_OVER, False),
    ],
)
def test_a_letter_that_is_over_is_erased_after_thirty_days(
    service: Service, clock: TurnedClock, state: NoticeState, *, is_erased: bool
) -> None:
    with service.database.writing() as session:
        send_letter(session, LetterKind.TEST_EMAIL, "a@example.jp", Language.ENGLISH, now=START)
        session.flush()
        session.scalars(select(LetterRow)).one().state = state
    clock.turn(timedelta(days=30))
    assert erase_letters(service) == 0
    clock.turn(timedelta(seconds=1))
    assert erase_letters(service) == int(is_erased)
