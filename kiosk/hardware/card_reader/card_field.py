"""All the readers of a kiosk as one place to lay a card on, whichever make they are."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.hardware.card_reader.apdu import Transmit


@dataclass(frozen=True, slots=True)
class LyingCard:
    reader: str
    insertion: int  # counted by the reader: the same card laid down again is another
    atr: bytes = field(default=b"", compare=False, repr=False)  # what kind of card it says it is


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look at the readers shows."""

    readers: int
    cards: frozenset[LyingCard]


class CardField(Protocol):
    def look(self) -> Sight:
        """Returns at once. Raises DeviceGone when nobody can say."""
        ...

    def wait(self, seen: Sight, limit_s: float) -> None:
        """Until something is other than it was seen, at most so long.

        Returns early where it is not known, and at once where nobody can wait: so the caller
        rests. Raises nothing.
        """
        ...

    def interrupt(self) -> None:
        """End the wait that goes on, and a dialogue too where that is possible.

        What only begins may not hear it.
        """
        ...

    def close(self) -> None:
        """Let go of the readers; the next look takes them up again."""
        ...

    def connect(self) -> AbstractContextManager[Transmit]:
        """The one card, for us alone.

        Raises CardGone, TwoCards, NotMyNumberCard, DeviceGone, CardSilent.
        """
        ...
