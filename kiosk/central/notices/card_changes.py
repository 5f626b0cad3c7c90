"""Tells patrons what changed of that which opens their card, in the transaction of the change."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kiosk.central.clock import Clock
from kiosk.central.notices.letters import send_letter
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.card_changes import CardChangeRow
from kiosk.central.tables.kiosks import KioskRow
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.card_changes import CardChange, ToldChange
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import LetterId, LetterKind, NoticeState
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy

TOLD_FOR = timedelta(days=30)  # longer than a loan: whoever comes to the library comes in it
MOST_TOLD = 20
_NEVER_ARRIVED = (NoticeState.FAILED, NoticeState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Where:
    """At which kiosk or at which branch's counter; nothing is known: at some kiosk."""

    kiosk: str | None = None
    counter: BranchId | None = None

    @classmethod
    def at_kiosk(cls, number: str) -> Self:
        return cls(kiosk=number)

    @classmethod
    def at_counter(cls, branch: BranchId) -> Self:
        return cls(counter=branch)

    @property
    def is_counter(self) -> bool:
        return self.counter is not None


SOME_KIOSK = Where()


@dataclass(frozen=True, slots=True)
class CardChanges:
    """By e-mail, whatever notice method is chosen for reservations; else at the next sign-ins.

    Nobody is called for it: a voice that speaks of passwords is what swindlers use.
    """

    clock: Clock
    policy: Policy

    def tell(
        self, session: Session, patron: PatronId, what: CardChange, where: Where = SOME_KIOSK
    ) -> None:
        """Call it once for each change that is made, and not where nothing changed."""
        session.add(
            CardChangeRow(
                id=uuid4().hex,
                patron_id=patron,
                what=what,
                changed_at=self.clock.now(),
                at_counter=where.is_counter,
                letter_id=self._letter(session, patron, what, where),
            )
        )

    def untold(self, session: Session, patron: PatronId) -> tuple[ToldChange, ...]:
        """What no e-mail has told, latest first, each time until it is old.

        A sign-in does not use it up: it may be the stranger's, who is to be told of.
        """
        row, today = CardChangeRow, self.policy.calendar.today
        wanted = (
            select(row)
            .outerjoin(LetterRow, LetterRow.id == row.letter_id)
            .where(row.patron_id == patron, row.changed_at > self.clock.now() - TOLD_FOR)
            .where(or_(row.letter_id.is_(None), LetterRow.state.in_(_NEVER_ARRIVED)))
            .order_by(row.changed_at.desc(), row.id)
            .limit(MOST_TOLD)
        )
        found = session.scalars(wanted)
        return tuple(
            ToldChange(each.what, today(each.changed_at), at_counter=each.at_counter)
            for each in found
        )

    def _letter(
        self, session: Session, patron: PatronId, what: CardChange, where: Where
    ) -> LetterId | None:
        address = session.get_one(PatronRow, patron).to_contacts().of(NoticeMethod.EMAIL)
        if not address:
            return None
        kind, language, now = (
            LetterKind.CARD_CHANGED,
            self.policy.notice.languages[0],
            self.clock.now(),
        )
        local = now.astimezone(ZoneInfo(self.policy.calendar.zone))
        facts = {"what": what.value, "at": local.isoformat(), **_place(session, where)}
        return send_letter(session, kind, address, language, now=now, **facts)


def _place(session: Session, where: Where) -> dict[str, str]:
    """The branch as the letter names it; empty where nobody knows it."""
    kiosk = session.get(KioskRow, where.kiosk) if where.kiosk is not None else None
    branch_id = kiosk.branch_id if kiosk is not None else where.counter
    branch = session.get(BranchRow, branch_id) if branch_id is not None else None
    return {
        "place": "counter" if where.is_counter else "kiosk",
        "branch": branch.name if branch is not None else "",
        "latin_branch": branch.latin_name if branch is not None else "",
        "telephone": branch.telephone if branch is not None else "",
    }
