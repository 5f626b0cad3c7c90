"""Numbers that only grow: places in the queue, and the changes of the feeds."""

from collections.abc import Iterable
from itertools import count

from sqlalchemy import text
from sqlalchemy.orm import Session

# One statement of both databases: whoever comes first makes the counter, and nobody two.
_RAISE = text(
    "INSERT INTO counter (name, value) VALUES (:name, :by)"
    " ON CONFLICT (name) DO UPDATE SET value = counter.value + :by RETURNING value"
)


def next_number(session: Session, counter: str) -> int:
    """Raise a counter, from 1 on.

    Whoever raises it holds it until the transaction ends: numbers are given in the order in
    which the transactions are kept, so nobody who reads on from a number misses one. Everybody
    else waits meanwhile; so it is raised after all that can be decided without it.
    """
    return next_numbers(session, counter, 1)[0]


def next_numbers(session: Session, counter: str, by: int) -> range:
    """Raise a counter by as many as are needed at once."""
    last: int = session.execute(_RAISE, {"name": counter, "by": by}).scalar_one()
    return range(last - by + 1, last + 1)


def lowest_free(taken: Iterable[int | None]) -> int:
    """The slot that a new one of a kind takes, from 1.

    Two who look at once find the same, and a unique index lets one of them have it. That
    holds a limit where a count that was read before would not.
    """
    held = set(taken)
    return next(slot for slot in count(1) if slot not in held)
