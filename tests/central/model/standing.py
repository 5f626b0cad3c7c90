"""How somebody stands in the queue: by the rules R7 and R9, over the model's dictionaries."""

from dataclasses import dataclass

from tests.central.model.library import Library, Reservation


@dataclass(frozen=True, slots=True)
class Seen:
    """What "my reservations" tells of one that is open."""

    wish: str
    state: str
    position: int | None
    rank: int | None
    comes_after: str


def seen(library: Library, wish: str) -> Seen:
    row = library.reservations[wish]
    place = position(library, row) if row.state == "queued" else None
    before = library.before(row) if row.state == "queued" else []
    return Seen(wish, row.state, place, row.rank or None, before[-1] if before else "")


def position(library: Library, mine: Reservation) -> int:
    """One after all who asked earlier, wait too, and would be given what comes for me."""
    return 1 + sum(
        each.place < mine.place and _would_be_given(library, each, mine)
        for each in library.reservations.values()
        if each.state == "queued" and not library.before(each)
    )


def _would_be_given(library: Library, other: Reservation, mine: Reservation) -> bool:
    return other.title == mine.title or any(
        library.does_for(item, other) and library.does_for(item, mine)
        for item in library.items.values()
    )
