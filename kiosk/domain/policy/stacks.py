"""Which shelves patrons can't walk to: their books are asked for at the counter."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StacksPolicy:
    closed: tuple[str, ...] = ("書庫", "閉架", "閉架書庫")  # as shelves or floors are signed

    def are_at(self, shelf: str, floor: str) -> bool:
        """Whether one of the words of shelf or floor is a sign of closed stacks."""
        signed = unicodedata.normalize("NFKC", f"{shelf} {floor}").split()
        return not set(self.closed).isdisjoint(signed)
