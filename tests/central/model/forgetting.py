"""Parts of a service that each forget one rule: what the machine must find by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy import delete, select, update

from kiosk.central.accounts.attempts import Attempts, Try
from kiosk.central.accounts.secrets import hash_of
from kiosk.central.accounts.sessions import Sessions, SignedPatron
from kiosk.central.circulation.circulation import Circulation
from kiosk.central.clock import Clock
from kiosk.central.lending.lending import Lending
from kiosk.central.lending.loans import Loans
from kiosk.central.lending.placing import Placed
from kiosk.central.storage.counting import next_number
from kiosk.central.storage.database import Database
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.patrons import CardNumber, PatronId, SessionToken
from kiosk.domain.policy import Policy, QuotaGroup, QuotaPolicy
from kiosk.domain.reservations import Reservation, ReservationId, Wish
from tests.central.model.world import Makers


class Endless(Lending):
    """Forgets the number of rule R5."""

    def __init__(self, database: Database, policy: Policy, clock: Clock) -> None:
        groups = (QuotaGroup(each.name, each.materials) for each in policy.quota.groups[1:])
        super().__init__(database, replace(policy, quota=QuotaPolicy(tuple(groups))), clock)


class Unfair(Lending):
    """Forgets that who takes back a cancelling has the old place (R9)."""

    def restore(self, patron: PatronId, reservation: ReservationId) -> Reservation:
        restored = super().restore(patron, reservation)
        with self._database.writing() as session:
            row = session.get_one(ReservationRow, reservation)
            row.place = next_number(session, "reservation")
        return restored


class Narrow(Lending):
    """Forgets, in telling positions, who waits for any edition (R9)."""

    def mine(self, patron: PatronId) -> tuple[Reservation, ...]:
        return tuple(
            replace(each, position=each.position and min(each.position, self._waiting(each)))
            for each in super().mine(patron)
        )

    def _waiting(self, mine: Reservation) -> int:
        queued = select(ReservationRow.id).where(ReservationRow.title_id == mine.title)
        with self._database.session() as session:
            return list(session.scalars(queued.order_by(ReservationRow.place))).index(mine.id) + 1


class AnsweringAnew(Lending):
    """Forgets the first answer to a wish that was placed."""

    def reserve(self, kiosk: str, wish: Wish, *, has_left: bool = False) -> Placed:
        with self._database.session() as session:
            is_known = session.get(ReservationRow, wish.id) is not None
        asked = replace(wish, id=ReservationId(str(uuid4()))) if is_known else wish
        return super().reserve(kiosk, asked, has_left=has_left)


class ForgettingRefusals(Lending):
    """Forgets the first answer to a wish that was refused."""

    def reserve(self, kiosk: str, wish: Wish, *, has_left: bool = False) -> Placed:
        with self._database.writing() as session:
            session.execute(delete(RefusalRow).where(RefusalRow.id == wish.id))
        return super().reserve(kiosk, wish, has_left=has_left)


class Generous(Lending):
    """Forgets that a permit is honoured once."""

    def reserve(self, kiosk: str, wish: Wish, *, has_left: bool = False) -> Placed:
        row, permit = ReservationRow, self._seal.open(wish.permit).id
        used = update(row).where(row.permit_id == permit, row.id != wish.id)
        with self._database.writing() as session:
            session.execute(used.values(permit_id=None))
        return super().reserve(kiosk, wish, has_left=has_left)


class Orderless(Circulation):
    """Forgets 順番予約 as soon as it is set (R7)."""

    def set_sequence(
        self,
        patron: PatronId,
        ordered: Sequence[ReservationId],
        channel: Channel | None = None,
    ) -> None:
        super().set_sequence(patron, ordered, channel)
        self.release_sequence(patron, ordered[0])


class Patient(Circulation):
    """Forgets that the hold shelf is cleared."""

    def expire(self) -> int:
        return 0


class RenewingTwice(Loans):
    """Forgets that a loan was renewed today, when asked again (N2)."""

    def renew(self, patron: PatronId, loan: LoanId, seen: date | None = None) -> Loan:
        with self._database.writing() as session:
            of_it = update(LoanRow).where(LoanRow.id == loan)
            session.execute(of_it.values(renewed_on=None, renewed_from=None, renewals=0))
        return super().renew(patron, loan, seen)


class StayingIn(Sessions):
    """Forgets to end a session."""

    def end(self, token: SessionToken, kiosk: str) -> None:
        """Nothing."""


class Anywhere(Sessions):
    """Forgets that a session is one kiosk's."""

    def find(self, token: SessionToken, kiosk: str) -> SignedPatron:
        with self._database.session() as session:
            row = session.get(PatronSessionRow, hash_of(token))
        return super().find(token, row.kiosk_number if row is not None else kiosk)


class OpenToAll(Sessions):
    """Forgets that the initial password leads to choosing one (L3)."""

    def find(self, token: SessionToken, kiosk: str) -> SignedPatron:
        return replace(super().find(token, kiosk), must_choose_password=False)


class Guessed(Attempts):
    """Forgets the guesses before this one (L7)."""

    def begin(self, card: CardNumber, place: str) -> Try:
        self.release(card)
        return super().begin(card, place)


FORGETTING = {
    "the limit": Makers(lending=Endless),
    "the place, on restoring": Makers(lending=Unfair),
    "who waits for any edition": Makers(lending=Narrow),
    "the first answer": Makers(lending=AnsweringAnew),
    "the first refusal": Makers(lending=ForgettingRefusals),
    "that a permit is used": Makers(lending=Generous),
    "順番予約": Makers(circulation=Orderless),
    "to clear the hold shelf": Makers(circulation=Patient),
    "that it is renewed already": Makers(loans=RenewingTwice),
    "to end a session": Makers(sessions=StayingIn),
    "whose kiosk a session is": Makers(sessions=Anywhere),
    "that a password must be chosen": Makers(sessions=OpenToAll),
    "what was guessed": Makers(attempts=Guessed),
}
