"""Which IC card finds which patron, in memory."""

from kiosk.domain.errors import IcCardBoundToAnother, IcCardNotBound, IcCardNotOffered
from kiosk.domain.ic_cards import IcCardRules, IcIdentifier
from kiosk.domain.patrons import CardNumber


class SimulatedIcCards:
    """One card a patron; the library may change its rules while a test looks."""

    def __init__(self, *, is_offered: bool = True, asks_password: bool = True) -> None:
        self.rules = IcCardRules(is_offered=is_offered, asks_password=asks_password)
        self._bound: dict[IcIdentifier, CardNumber] = {}

    def asks_no_password(self) -> None:
        self.rules = IcCardRules(is_offered=True, asks_password=False)

    def are_not_offered(self) -> None:
        self.rules = IcCardRules(is_offered=False, asks_password=True)

    def holder(self, identifier: IcIdentifier) -> CardNumber | None:
        """Raises IcCardNotOffered; IcCardNotBound where no password will be asked."""
        self._must_be_offered()
        holder = self._bound.get(identifier)
        if holder is None and not self.rules.asks_password:
            raise IcCardNotBound
        return holder

    def bind(self, card: CardNumber, identifier: IcIdentifier) -> None:
        """Raises IcCardNotOffered, IcCardBoundToAnother."""
        self._must_be_offered()
        if self._bound.get(identifier, card) != card:
            raise IcCardBoundToAnother
        self.let_go(card)
        self._bound[identifier] = card

    def let_go(self, card: CardNumber) -> None:
        self._bound = {key: holder for key, holder in self._bound.items() if holder != card}

    def of(self, card: CardNumber) -> IcIdentifier | None:
        return next((key for key, holder in self._bound.items() if holder == card), None)

    def _must_be_offered(self) -> None:
        if not self.rules.is_offered:
            raise IcCardNotOffered
