"""Who of the staff looked at which patron, when and why."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from kiosk.central.circulation.rows import patron_of
from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.staff import LookRow, StaffRow
from kiosk.domain.card_numbers import bare_number
from kiosk.domain.contacts import Contacts
from kiosk.domain.errors import ReservationUnknown
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.staff import LookPurpose, StaffNumber

MOST_LISTED = 500
DEEDS = (
    LookPurpose.RELEASE,
    LookPurpose.MY_NUMBER,
    LookPurpose.IC_CARD,
)  # each of them is written down
SAME_LOOK = timedelta(minutes=10)  # one page after the other about one matter is one look


@dataclass(frozen=True, slots=True)
class SeenPatron:
    """What staff see of a patron; whoever has one of these has been written down."""

    id: PatronId
    card: CardNumber = field(repr=False)
    name: str = field(repr=False)
    contacts: Contacts = field(repr=False)
    has_chosen_password: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A line of the record."""

    staff: StaffNumber
    staff_name: str = field(repr=False)
    card: CardNumber = field(repr=False)
    purpose: LookPurpose
    at: datetime  # UTC


class Looks:
    """The one door through which staff see a patron. Safe for many threads."""

    def __init__(self, database: Database, clock: Clock, policy: Policy) -> None:
        self._database = database
        self._clock = clock
        self._policy = policy

    def by_card(self, staff: StaffNumber, card: str, purpose: LookPurpose) -> SeenPatron:
        """Raises PatronUnknown; then nothing is written down."""
        number = bare_number(CardNumber(card), self._policy.card)
        with self._database.writing() as session:
            return self._look(session, staff, patron_of(session, number), purpose)

    def by_reservation(
        self, staff: StaffNumber, number: ReservationNumber, purpose: LookPurpose
    ) -> SeenPatron:
        """Whose reservation it is. Raises ReservationUnknown."""
        wanted = (
            select(PatronRow)
            .join(ReservationRow, ReservationRow.patron_id == PatronRow.id)
            .where(ReservationRow.number == number)
        )
        with self._database.writing() as session:
            patron = session.scalars(wanted).one_or_none()
            if patron is None:
                raise ReservationUnknown
            return self._look(session, staff, patron, purpose)

    def again(self, staff: StaffNumber, patron: PatronId, purpose: LookPurpose) -> SeenPatron:
        """Look at a patron whose page is open. Raises PatronUnknown."""
        with self._database.writing() as session:
            card = select(PatronRow.card_number).where(PatronRow.id == patron)
            found = patron_of(session, session.scalar(card) or CardNumber(""))
            return self._look(session, staff, found, purpose)

    def listed(self, card: str | None = None) -> tuple[Look, ...]:
        """The latest first; those at one patron, or all. Raises PatronUnknown."""
        looks = (
            select(LookRow, StaffRow.name, PatronRow.card_number)
            .join(StaffRow, StaffRow.number == LookRow.staff_number)
            .join(PatronRow, PatronRow.id == LookRow.patron_id)
            .order_by(LookRow.looked_at.desc(), LookRow.id)
            .limit(MOST_LISTED)
        )
        with self._database.session() as session:
            if card is not None:
                number = bare_number(CardNumber(card), self._policy.card)
                looks = looks.where(LookRow.patron_id == patron_of(session, number).id)
            return tuple(
                Look(row.staff_number, name, number, row.purpose, row.looked_at)
                for row, name, number in session.execute(looks)
            )

    def erase(self) -> int:
        """Erase what is older than the policy keeps it; how many there were."""
        days = timedelta(days=self._policy.counter.looks_kept_days)
        old = delete(LookRow).where(LookRow.looked_at <= self._clock.now() - days)
        with self._database.writing() as session:
            return session.connection().execute(old).rowcount

    def _look(
        self, session: Session, staff: StaffNumber, patron: PatronRow, purpose: LookPurpose
    ) -> SeenPatron:
        now = self._clock.now()
        same = exists().where(
            LookRow.staff_number == staff,
            LookRow.patron_id == patron.id,
            LookRow.purpose == purpose,
            LookRow.looked_at > now - SAME_LOOK,
        )
        is_deed = purpose in DEEDS
        if is_deed or not session.scalar(select(same)):
            session.add(
                LookRow(
                    id=uuid4().hex,
                    staff_number=staff,
                    patron_id=patron.id,
                    purpose=purpose,
                    looked_at=now,
                )
            )
        return SeenPatron(
            id=patron.id,
            card=patron.card_number,
            name=patron.name,
            contacts=patron.to_contacts(),
            has_chosen_password=patron.has_chosen_password,
        )
