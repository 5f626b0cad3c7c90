"""Writes e-mails that are to be sent, inside the transaction of what they tell of."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from kiosk.central.tables.notices import LetterRow
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterId, LetterKind

_WANTED = {
    LetterKind.CONFIRM_EMAIL: {"code"},
    LetterKind.PASSWORD_RESET: {"code"},
    LetterKind.RESERVATION_REFUSED: {"title", "number", "why"},
    LetterKind.CARD_CHANGED: {"what", "at", "place", "branch", "latin_branch", "telephone"},
    LetterKind.CERTIFICATE_ENDS: {"until"},
}


def send_letter(
    session: Session,
    kind: LetterKind,
    to_address: str,
    language: Language,
    *,
    now: datetime,
    **facts: str,
) -> LetterId:
    """Write an e-mail that is sent within seconds after the transaction; gives its id.

    Address and facts are erased from the row as soon as it is sent, or can't be.
    """
    assert _are_its_own(kind, set(facts)), f"{kind} tells other facts"
    letter = LetterRow(
        id=LetterId(uuid4().hex),
        kind=kind,
        language=language,
        to_address=to_address,
        facts=facts,
        written_at=now,
        due_at=now,
    )
    session.add(letter)
    return letter.id


def _are_its_own(kind: LetterKind, facts: set[str]) -> bool:
    """Whether it tells what it must and nothing else; a refusal adds what its reason needs."""
    wanted = _WANTED.get(kind, set())
    return facts == wanted or (kind is LetterKind.RESERVATION_REFUSED and facts > wanted)
