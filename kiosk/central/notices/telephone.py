"""The library's one telephone line: of all processes, one calls at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from kiosk.central.storage.lease import Leases

# A minute until nobody is heard, a minute of ringing, and what a telephone needs to start and end.
LONGEST_CALL = timedelta(minutes=4)
_NAME = "telephone"


class Telephone:
    """An exchange knows one account: who calls twice at once over it may cut the other off."""

    def __init__(self, leases: Leases) -> None:
        self._leases = leases

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Whether it is ours until the block is left; a dead holder's is free after a while."""
        lease = self._leases.take(_NAME)
        try:
            yield lease is not None
        finally:
            if lease is not None:
                self._leases.give_back(lease)
