"""A hasher that is quick, and counts what it is asked."""

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.accounts.pepper import Pepper


class CountingHasher(ArgonHasher):
    def __init__(self, passes: int = 1, pepper: Pepper | None = None) -> None:
        super().__init__(HashCost(passes=passes, memory_kib=8, lanes=1), pepper)
        self.verifications = 0

    def _verify(self, password_hash: str, password: str) -> bool:
        self.verifications += 1
        return super()._verify(password_hash, password)
