"""Hashes of passwords: slow on purpose, and equally slow for a card that nobody has."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import get_native_id
from typing import Annotated, Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.domain.bounds import Between

_GIVES_WAY = 5  # of nice's 19: a third of the time beside who does not


@dataclass(frozen=True, slots=True)
class HashCost:
    """What one hash costs (argon2id); RFC 9106's second recommended choice."""

    passes: Annotated[int, Between(1, 20)] = 3
    memory_kib: Annotated[int, Between(8, 1_048_576)] = 65_536
    lanes: Annotated[int, Between(1, 16)] = 4
    at_once: Annotated[int, Between(1, 64)] = 4  # hashes: each of them takes its memory


class Hasher(Protocol):
    def hash(self, password: str) -> str: ...

    def matches(self, password_hash: str | None, password: str) -> bool:
        """Costs one verification, always; without a hash (None) nothing matches."""
        ...

    def anew(self, password_hash: str, password: str) -> str | None:
        """A password that was right, hashed at today's cost; None: its hash has cost that."""
        ...


class ArgonHasher:
    """Safe for many threads; those beyond at_once wait.

    It works in threads of its own that give way to all others: a hash keeps every processor busy
    for a tenth of a second, and nobody who only reserves shall wait for whoever signs in.
    """

    def __init__(self, cost: HashCost) -> None:
        self._argon = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
        self._threads = ThreadPoolExecutor(cost.at_once, "argon2", initializer=_give_way)
        self._of_nobody = self._argon.hash("")  # verified where there is no hash

    def hash(self, password: str) -> str:
        return self._threads.submit(self._argon.hash, password).result()

    def matches(self, password_hash: str | None, password: str) -> bool:
        compared_with = password_hash or self._of_nobody
        is_right = self._threads.submit(self._verify, compared_with, password).result()
        return is_right and password_hash is not None

    def anew(self, password_hash: str, password: str) -> str | None:
        return self.hash(password) if self._argon.check_needs_rehash(password_hash) else None

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._argon.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def _give_way() -> None:
    """In Linux a thread has a priority of its own, and those that it starts have the same."""
    os.setpriority(os.PRIO_PROCESS, get_native_id(), _GIVES_WAY)
