"""How staff come in, and the sign they hang out."""

from typing import Protocol


class StaffDoor(Protocol):
    """Works without the line."""

    def is_staff_card(self, code: str) -> bool: ...

    def open(self, card: str, pin: str) -> None:
        """Raises StaffDoorClosed, TriedTooOften."""
        ...


class Sign(Protocol):
    """The sign "out of service"; hangs until it is taken down, over restarts too."""

    def is_up(self) -> bool: ...

    def put_up(self) -> None: ...

    def take_down(self) -> None: ...
