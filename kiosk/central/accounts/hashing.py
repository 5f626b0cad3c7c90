"""Hashes of passwords: slow on purpose, and equally slow for a card that nobody has."""

from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Annotated, Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.domain.bounds import Between


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


class ArgonHasher:
    """Safe for many threads; those beyond at_once wait."""

    def __init__(self, cost: HashCost) -> None:
        self._argon = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
        self._room = BoundedSemaphore(cost.at_once)
        self._of_nobody = self._argon.hash("")  # verified where there is no hash

    def hash(self, password: str) -> str:
        with self._room:
            return self._argon.hash(password)

    def matches(self, password_hash: str | None, password: str) -> bool:
        with self._room:
            is_right = self._verify(password_hash or self._of_nobody, password)
        return is_right and password_hash is not None

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._argon.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False
