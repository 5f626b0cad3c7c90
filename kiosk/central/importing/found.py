"""What files hold, one row or record after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Found(Generic[Record]):
    """A record, or the wish that what has its key be taken away."""

    row: int
    key: str = field(repr=False)  # by which the same thing is known again
    record: Record | None = field(repr=False)  # None: it is withdrawn
    remarks: tuple[str, ...] = ()  # what was left out of it, in sentences for technicians


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row of which nothing can be made."""

    row: int
    reason: str


class Source(Protocol[Record]):
    """A file that can be read as often as wished; each reading gives the same."""

    @property
    def name(self) -> str:
        """What a technician knows it by."""
        ...

    @property
    def unit(self) -> str:
        """What is counted in it: "row" or "record"."""
        ...

    def read(self) -> Iterator[Found[Record] | NotTaken]:
        """Raises FileRefused, at the begin or after what could be read."""
        ...
