"""Deeds of two who were quick at once: a constraint lets one through, the other looks again.

How a deed goes, so that no two wait for each other in a circle:

1. It reads and refuses, without a lock.
2. It claims, by a row under a unique index: a loan of an item, a slot of a quota, an item for a
   reservation. Of two claims one is kept; the other is RaceLost.
3. It locks what it changes besides, in this order: loan, patron, reservations by their place,
   item, branch, notice. What was read before it was locked is read again.
4. It takes numbers from the counters, the place in the queue before the feed's. Whoever has one
   is alone in the whole library until the transaction is kept.

A new reservation needs its place to stand in the table at all: it takes that number after 1 and
holds it while it claims. Nobody who has claimed already waits for that number.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from kiosk.central.storage.storage_errors import RaceLost
from kiosk.domain.errors import StorageBusy

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

# Locks a row to which others refer: who adds such a reference need not wait.
KEEPING_KEY = {"key_share": True}
TRIES = 5  # in a row; each loss means that somebody else got on


def decided(deed: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Do a whole deed, from reading to writing, again where another was quicker meanwhile.

    What it answers the second time follows from what the other did: "already lent", say. The
    deed must be one transaction: nothing of a lost one is kept.

    Raises, besides what the deed raises:
        StorageBusy: it was overtaken again and again.
    """

    @wraps(deed)
    def do(*given: Given.args, **named: Given.kwargs) -> Answer:
        lost: RaceLost | None = None
        for _ in range(TRIES):
            try:
                return deed(*given, **named)
            except RaceLost as error:
                lost = error
        raise StorageBusy from lost

    return do
