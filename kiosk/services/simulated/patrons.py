"""The patrons of the simulated library: cards and passwords, no names."""

from dataclasses import dataclass, field
from datetime import time

from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.details import PatronDetails
from kiosk.domain.notices import NoticeFacts
from kiosk.domain.patrons import CardNumber
from kiosk.services.simulated.lent import DEMONSTRATION_LOANS, SimulatedLoan

CARD = CardNumber("01234567")
PASSWORD = "sakura2026"  # noqa: S105 - of an invented patron
NEW_CARD = CardNumber("01234575")  # born on 10 September: never signed in so far
INITIAL_PASSWORD = "45750910"  # noqa: S105 - rule L2: end of the card number, then the birthday
CERTIFICATE = b"certificate of 01234567"

FACTS = NoticeFacts("toshokan@library.example", "086-555-0199", (time(9), time(20)))
NOTICES = tuple(
    FACTS.told_with(option)
    for option in (
        NoticeOption(NoticeMethod.EMAIL, "ha•••@example.jp"),
        NoticeOption(NoticeMethod.TELEPHONE, "090-••••-5678"),
        NoticeOption(NoticeMethod.MISSED_CALL, "090-••••-5678"),
        NoticeOption(NoticeMethod.FAX, why_not=WhyNot.NO_FAX),
        NoticeOption(NoticeMethod.NONE),
    )
)
DETAILS = PatronDetails(email="ha•••@example.jp", telephone="090-••••-5678")
NOTICES_WITHOUT_CONTACT = tuple(
    FACTS.told_with(option)
    for option in (
        NoticeOption(NoticeMethod.EMAIL, why_not=WhyNot.NO_EMAIL),
        NoticeOption(NoticeMethod.TELEPHONE, why_not=WhyNot.NO_TELEPHONE),
        NoticeOption(NoticeMethod.MISSED_CALL, why_not=WhyNot.NO_TELEPHONE),
        NoticeOption(NoticeMethod.FAX, why_not=WhyNot.NO_FAX),
        NoticeOption(NoticeMethod.NONE),
    )
)


@dataclass(slots=True)
class SimulatedPatron:
    """One patron, as far as the simulated service knows them."""

    card: CardNumber = field(repr=False)
    password: str = field(repr=False)
    is_initial: bool = False  # the password is the library's, not yet the patron's own
    certificate: bytes | None = field(default=None, repr=False)  # bound My Number card
    notices: tuple[NoticeOption, ...] = NOTICES
    details: PatronDetails = field(default_factory=PatronDetails)
    loans: list[SimulatedLoan] = field(default_factory=list, repr=False)


def demonstration_patrons() -> tuple[SimulatedPatron, ...]:
    """New ones each time: they learn passwords, and bring back what they had."""
    return (
        SimulatedPatron(
            CARD,
            PASSWORD,
            certificate=CERTIFICATE,
            loans=list(DEMONSTRATION_LOANS),
            details=DETAILS,
        ),
        SimulatedPatron(
            NEW_CARD, INITIAL_PASSWORD, is_initial=True, notices=NOTICES_WITHOUT_CONTACT
        ),
    )
