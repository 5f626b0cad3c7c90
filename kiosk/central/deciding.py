"""Deeds of two who were quick at once: a constraint lets one through, the other looks again."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from kiosk.central.storage_errors import RaceLost
from kiosk.domain.errors import StorageBusy

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

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
