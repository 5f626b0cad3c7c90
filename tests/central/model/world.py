"""The service beside its model: the same deed is done to both, and both must say the same."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.passwords import Passwords
from kiosk.central.accounts.sessions import Sessions, SignedPatron
from kiosk.central.circulation.circulation import Circulation
from kiosk.central.clock import Clock
from kiosk.central.lending.lending import Lending
from kiosk.central.lending.loans import Loans
from kiosk.central.notices.card_changes import CardChanges
from kiosk.central.storage.database import Database
from kiosk.central.tables.loans import LoanRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LibraryError, PasswordMustBeChosen
from kiosk.domain.loans import LoanId
from kiosk.domain.patrons import CardNumber, PatronId, SessionToken
from kiosk.domain.policy import AttemptPolicy, CardPolicy, PasswordPolicy, Policy, SessionPolicy
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import Permit, ReservationId, Wish
from kiosk.domain.titles import TitleId
from tests.central.clock import TurnedClock
from tests.central.ending import EndedError, Ending
from tests.central.hashing import CountingHasher
from tests.central.model.accounts import CLOSES_AT, Accounts, Visit
from tests.central.model.library import SAID_NO, Item, Library, Sealed
from tests.central.model.town import GROUPS, HOMES, INITIAL, PATRONS, WORKS
from tests.central.small_library import KIOSK, POLICY

ATTEMPTS = AttemptPolicy(per_card=CLOSES_AT, per_kiosk=1000)  # nobody plays that long
HASHER = CountingHasher()


@dataclass(frozen=True, slots=True)
class Makers:
    """Of the parts that are tried; a test puts one there that forgets a rule."""

    lending: Callable[[Database, Policy, Clock], Lending] = Lending
    circulation: Callable[[Database, Policy, Clock], Circulation] = Circulation
    loans: Callable[[Database, Policy, Clock], Loans] = Loans
    sessions: Callable[[Database, Clock, SessionPolicy], Sessions] = Sessions
    attempts: Callable[[Database, Clock, AttemptPolicy], Attempts] = Attempts


@dataclass
class World:
    """Whatever the service must remember is in its database: the rest is thrown away at an end."""

    database: Ending
    makers: Makers = field(default_factory=Makers)

    def __post_init__(self) -> None:
        self.clock = TurnedClock()
        items = {code: Item(title, home) for code, (title, home) in HOMES.items()}
        self.model = Library(WORKS, GROUPS, items, self.clock.now())
        self.accounts = Accounts(INITIAL, self.clock.now())
        self.permits: list[tuple[Permit, Sealed]] = []
        self.wishes: list[tuple[Wish, int]] = []  # each with its permit's place in the list
        self.visits: list[tuple[SessionToken, Visit]] = []
        self.assemble()

    def assemble(self) -> None:
        """A new process, that knows what the database knows."""
        self.database.begin_anew()
        given = (self.database, POLICY, self.clock)
        self.lending = self.makers.lending(*given)
        self.circulation = self.makers.circulation(*given)
        self.loans = self.makers.loans(*given)
        self.sessions = self.makers.sessions(self.database, self.clock, SessionPolicy())
        attempts = self.makers.attempts(self.database, self.clock, ATTEMPTS)
        rules, changes = (CardPolicy(), PasswordPolicy()), CardChanges(self.clock, POLICY)
        self.passwords = Passwords(self.database, HASHER, attempts, self.sessions, *rules, changes)

    def turn(self, by: timedelta) -> None:
        self.clock.turn(by)
        self.model.now += by
        self.accounts.now += by

    def end_before(self, deed: Callable[[], str]) -> None:
        """Let the process end before anything of a deed is kept, and begin anew."""
        self.database.ends_before = True
        self._end_in(deed)

    def end_after(self, deed: Callable[[], str]) -> None:
        """Let the process end once the deed is kept, and nobody has heard of it."""
        self.database.ends_after = True
        self._end_in(deed)

    def _end_in(self, deed: Callable[[], str]) -> None:
        with suppress(EndedError):
            told(deed)
        self.assemble()

    # ---- the patron
    def options(self, patron: str, title: str) -> str:
        given = self.lending.options(
            PatronId(patron), TitleId(title), KIOSK, BranchId("main"), Channel.KIOSK
        )
        sealed = (str(len(self.permits)), patron, title, self.clock.now())
        self.permits.append((given.permit, sealed))
        return ""

    def wish(self, nth_permit: int, pickup: str, *, any_edition: bool) -> Wish:
        count = len(self.wishes) + 1
        wish = Wish(
            ReservationId(str(UUID(int=count))),
            reservation_number(1, count),
            self.permits[nth_permit][0],
            BranchId(pickup),
            NoticeMethod.NONE,
            any_edition,
        )
        self.wishes.append((wish, nth_permit))
        return wish

    def reserve(self, wish: Wish) -> str:
        self.lending.reserve(KIOSK, wish)
        return "placed"

    def renew(self, patron: str, code: str) -> str:
        with self.database.session() as session:
            is_its = (LoanRow.item_barcode == code) & LoanRow.returned_at.is_(None)
            loan = session.scalars(select(LoanRow.id).where(is_its)).first()
        return f"until {self.loans.renew(PatronId(patron), LoanId(loan or 'none')).due_on}"

    # ---- the patron, and who they are
    def sign_in(self, patron: str, password: str, kiosk: str) -> SessionToken:
        card = CardNumber(PATRONS[patron])
        return self.passwords.sign_in(card, password, kiosk).token

    def call(self, token: SessionToken, kiosk: str) -> SignedPatron:
        """Anything but choosing a password and signing out (rule L3)."""
        signed = self.sessions.find(token, kiosk)
        if signed.must_choose_password:
            raise PasswordMustBeChosen
        return signed

    def choose(self, token: SessionToken, kiosk: str, password: str) -> str:
        self.passwords.choose(self.sessions.find(token, kiosk), password)
        return "chosen"

    # ---- the counter
    def lend(self, patron: str, code: str) -> str:
        self.circulation.lend(CardNumber(PATRONS[patron]), code)
        return "lent"


def told(deed: Callable[[], str]) -> str:
    try:
        return deed()
    except LibraryError as refused:
        return SAID_NO + type(refused).__name__
