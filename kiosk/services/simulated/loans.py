"""Loans in memory, renewed by the rules that hold where a library decides nothing else."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from kiosk.domain.errors import LoanUnknown, NotRenewable
from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.patrons import CardNumber, Session
from kiosk.domain.policy.renewal import Lent, RenewalPolicy, RenewalTerms
from kiosk.domain.titles import Title
from kiosk.ports import Clock
from kiosk.services.simulated.accounts import SimulatedAccounts
from kiosk.services.simulated.clock import LIBRARY_ZONE
from kiosk.services.simulated.lent import SimulatedLoan
from kiosk.services.simulated.patrons import SimulatedPatron
from kiosk.services.simulated.reservations import SimulatedReservations
from kiosk.services.simulated.trouble import Breakable


class SimulatedLoans(Breakable):
    def __init__(
        self,
        accounts: SimulatedAccounts,
        reservations: SimulatedReservations,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._accounts = accounts
        self._reservations = reservations
        self._clock = clock
        self._policy = RenewalPolicy()

    def mine(self, session: Session) -> tuple[Loan, ...]:
        self._stumble()
        patron = self._accounts.patron_of(session)
        by_due = sorted(patron.loans, key=lambda held: (held.due_on, held.id))
        return tuple(self._shown(patron, held) for held in by_due)

    def renew(self, session: Session, loan: LoanId, seen: date | None = None) -> Loan:
        self._stumble()
        patron = self._accounts.patron_of(session)
        held = next((one for one in patron.loans if one.id == loan), None)
        if held is None:
            raise LoanUnknown
        if held.renewed_on != self._today and seen in {None, held.due_on}:
            held = self._renewed(patron, held)
        return self._shown(patron, held)

    def lends(self, card: CardNumber, title: Title, due_on: date) -> LoanId:
        """As staff would do it."""
        loan = SimulatedLoan(LoanId(str(uuid4())), title, due_on)
        self._accounts.holder_of(card).loans.append(loan)
        return loan.id

    def takes_back(self, loan: LoanId) -> None:
        for patron in self._accounts.holders:
            patron.loans[:] = [held for held in patron.loans if held.id != loan]

    def takes_all_back(self, card: CardNumber) -> None:
        """As when the patron returns whatever was lent."""
        self._accounts.holder_of(card).loans.clear()

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(LIBRARY_ZONE).date()

    def _renewed(self, patron: SimulatedPatron, held: SimulatedLoan) -> SimulatedLoan:
        terms = self._terms(patron, held)
        if terms.renewed_until is None:
            assert terms.why_not is not None, "what can't be renewed says why"
            raise NotRenewable(terms.why_not, terms.day)
        renewed = replace(held, due_on=terms.renewed_until, renewed_on=self._today)
        patron.loans[patron.loans.index(held)] = renewed
        return renewed

    def _terms(self, patron: SimulatedPatron, held: SimulatedLoan) -> RenewalTerms:
        title = held.title
        renewals = 0 if held.renewed_on is None else 1
        is_reserved = held.is_reserved or self._reservations.is_awaited(title.id, besides=patron)
        lent = Lent(title.material, "", held.due_on, renewals, is_reserved)
        return self._policy.terms(lent, self._today)

    def _shown(self, patron: SimulatedPatron, held: SimulatedLoan) -> Loan:
        title, terms = held.title, self._terms(patron, held)
        return Loan(
            id=held.id,
            title=title.id,
            title_name=title.name,
            creator=title.creators[0].name if title.creators else "",
            call_number=title.call_number,
            material=title.material,
            due_on=held.due_on,
            is_overdue=held.due_on < self._today,
            is_renewed=held.renewed_on is not None,
            renewable_from=terms.renewable_from,
            renewed_until=terms.renewed_until,
            why_not=terms.why_not,
        )
