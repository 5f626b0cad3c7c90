"""Whether IC cards that are known by their number only open anything."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.ic_cards import IcCardRules, IcKind


class Binder(StrEnum):
    """Who may bind an IC card to a patron."""

    STAFF = "staff"
    PATRON = "patron"  # the signed-in one, to themselves


@dataclass(frozen=True, slots=True)
class IcCardPolicy:
    """A number says who it may be, and can be copied: so a password is asked, unless this is off.

    Whoever has chosen no password of their own yet signs in with the library card all the same.
    """

    is_offered: bool = False
    asks_password: bool = True
    kinds: tuple[IcKind, ...] = tuple(IcKind)
    bound_by: tuple[Binder, ...] = tuple(Binder)

    @property
    def rules(self) -> IcCardRules:
        """As far as a kiosk must know them."""
        return IcCardRules(is_offered=self.is_offered, asks_password=self.asks_password)

    def takes(self, kind: IcKind) -> bool:
        return self.is_offered and kind in self.kinds

    def may_bind(self, binder: Binder) -> bool:
        return self.is_offered and binder in self.bound_by
