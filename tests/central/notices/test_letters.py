"""Letters are written with what they tell of, or not at all."""

import pytest
from sqlalchemy import select

from kiosk.central.notices.letters import send_letter
from kiosk.central.storage.database import Database
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, NoticeState
from tests.central.clock import START

ADDRESS, CODE = "haruka@example.jp", "481516"


def test_a_letter_is_due_once_its_transaction_is_kept(database: Database) -> None:
    with database.writing() as session:
        letter = send_letter(
            session, LetterKind.CONFIRM_EMAIL, ADDRESS, Language.JAPANESE, now=START, code=CODE
        )
    with database.session() as session:
        row = session.scalars(select(LetterRow)).one()
    assert (row.id, row.state, row.due_at) == (letter, NoticeState.DUE, START)
    assert (row.to_address, row.facts) == (ADDRESS, {"code": CODE})


def test_nothing_personal_stands_in_its_repr(database: Database) -> None:
    with database.writing() as session:
        send_letter(
            session, LetterKind.PASSWORD_RESET, ADDRESS, Language.ENGLISH, now=START, code=CODE
        )
        session.flush()
        row = session.scalars(select(LetterRow)).one()
        assert ADDRESS not in repr(row)
        assert CODE not in repr(row)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (LetterKind.CONFIRM_EMAIL, {}),
        (LetterKind.PASSWORD_RESET, {"code": CODE, "name": "港 はるか"}),
        (LetterKind.TEST_EMAIL, {"code": CODE}),
    ],
)
def test_a_letter_tells_its_own_facts_and_no_others(
    database: Database, kind: LetterKind, facts: dict[str, str]
) -> None:
    with database.writing() as session, pytest.raises(AssertionError):
        send_letter(session, kind, ADDRESS, Language.JAPANESE, now=START, **facts)
