"""The demonstration's library behind a service, as those who call at random find it."""

from datetime import date
from pathlib import Path

from sqlalchemy import select, update

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.service import Service
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.patrons import CardNumber
from tests.central.card_authority import CardOnReader
from tests.central.clock import TurnedClock

ASSETS = Path(__file__).parents[3] / "assets"
TODAY = date(2026, 11, 20)
CHEAP = HashCost(passes=1, memory_kib=8, lanes=1)
KIOSK, BRANCH = "001", BranchId("main")
READER, FORGETFUL, CHANGING = (
    CardNumber(number) for number in ("01000002", "01000005", "01000007")
)
BORROWER, NEW = CardNumber("01000006"), CardNumber("01234567")
PASSWORD = "sakura2026"
IC_NUMBER = "012E4CD8A9B1C203"


class KnownLibrary:
    """Who calls may ask it for what a patron would know: a session, a card, a letter."""

    def __init__(self, service: Service, my_number: CardOnReader) -> None:
        assert isinstance(service.clock, TurnedClock), "time stands still in tests"
        self.service = service
        self.clock = service.clock
        self.key = service.kiosks.register(KIOSK, BRANCH)
        self._let_be_possible()
        self.my_number = my_number
        patron = self._patron(READER).id
        Credentials(service.database).bind(patron, Credential.of(self.my_number.certificate))
        ic_card = IcIdentifier.of(bytes.fromhex(IC_NUMBER))
        assert ic_card is not None, "the number stays the same"
        service.ic_cards.bindings.bind(patron, ic_card)

    def titles(self) -> tuple[str, ...]:
        """Some that are there."""
        changes = self.service.feed.records(0, 40).changes
        return tuple(title.id for change in changes if (title := change.to_title()) is not None)

    def session(self, card: CardNumber) -> str:
        """A session of the patron that is good now."""
        session = self.service.sessions.open(self._patron(card), KIOSK)
        return str(session.token)

    def code(self) -> str:
        """What the latest letter with a code says."""
        latest = (
            select(LetterRow).where(LetterRow.facts.is_not(None)).order_by(LetterRow.due_at.desc())
        )
        with self.service.database.session() as session:
            letters = session.scalars(latest).all()
        codes = [
            letter.facts["code"] for letter in letters if letter.facts and "code" in letter.facts
        ]
        return codes[0] if codes else ""

    def _let_be_possible(self) -> None:
        """What is on loan is due today, and can be renewed; a letter reaches the forgetful."""
        reached = {"email": "forgetful@example.jp", "email_is_confirmed": True}
        forgetful = update(PatronRow).where(PatronRow.card_number == FORGETFUL)
        with self.service.database.writing() as session:
            session.execute(update(LoanRow).values(due_on=TODAY, renewals=0))
            session.execute(forgetful.values(**reached))

    def _patron(self, card: CardNumber) -> PatronRow:
        wanted = select(PatronRow).where(PatronRow.card_number == card)
        with self.service.database.session() as session:
            return session.scalars(wanted).one()
