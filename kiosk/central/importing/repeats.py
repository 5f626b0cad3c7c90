"""Finds what comes more than once in the files of one import: the last one counts."""

from array import array
from collections import Counter
from hashlib import blake2b
from itertools import pairwise

_DIGEST_BYTES = 8  # among a million keys two alike by chance: once in 37 million imports


class Repeats:
    """Keeps eight bytes a key, and no key itself: a million records need eight megabytes."""

    def __init__(self) -> None:
        self._seen = array("Q")
        self._to_come: Counter[int] = Counter()

    def see(self, key: str) -> None:
        """Note a key, while looking through the files for the first time."""
        self._seen.append(_digest(key))

    def count(self) -> None:
        """Ready for the second time through the same files."""
        in_order = sorted(self._seen)
        twice = {one for one, other in pairwise(in_order) if one == other}
        self._to_come = Counter(one for one in in_order if one in twice)
        self._seen = array("Q")

    def is_last(self, key: str) -> bool:
        """Whether it does not come again; to be asked once each time that it comes."""
        digest = _digest(key)
        if digest in self._to_come:
            self._to_come[digest] -= 1
        return self._to_come[digest] <= 0


def _digest(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=_DIGEST_BYTES).digest())
