"""Hashes of passwords: slow on purpose, and equally slow for a card that nobody has."""

import logging
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import get_native_id
from typing import Annotated, Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.central.accounts.pepper import Pepper
from kiosk.domain.bounds import Between

log = logging.getLogger(__name__)

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
        """A password that was right, hashed as one would be today; None: it is hashed so."""
        ...


class ArgonHasher:
    """Safe for many threads; those beyond at_once wait.

    It works in threads of its own that give way to all others: a hash keeps every processor busy
    for a tenth of a second, and nobody who only reserves shall wait for whoever signs in.
    """

    def __init__(self, cost: HashCost, pepper: Pepper | None = None) -> None:
        self._argon = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
        self._threads = ThreadPoolExecutor(cost.at_once, "argon2", initializer=_give_way)
        self._of_nobody = self._argon.hash("")  # verified where there is no hash
        self._pepper = pepper or Pepper()

    def hash(self, password: str) -> str:
        name = self._pepper.current
        mixed = self._pepper.mixed(name, password)
        assert mixed is not None, "the current key is there"
        return name + self._threads.submit(self._argon.hash, mixed).result()

    def matches(self, password_hash: str | None, password: str) -> bool:
        name, known = _parted(password_hash)
        mixed = self._pepper.mixed(name, password)
        if mixed is None:
            log.warning("a password key is missing", extra={"told": {"key": name}})
        is_known = known != "" and mixed is not None
        compared_with = known if is_known else self._of_nobody
        is_right = self._threads.submit(self._verify, compared_with, mixed or "").result()
        return is_right and is_known

    def anew(self, password_hash: str, password: str) -> str | None:
        name, known = _parted(password_hash)
        is_current = name == self._pepper.current
        is_as_today = is_current and not self._argon.check_needs_rehash(known)
        return None if is_as_today else self.hash(password)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._argon.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def _parted(password_hash: str | None) -> tuple[str, str]:
    """The name of the key that it was made with, and what argon2 made of it."""
    name, dollar, known = (password_hash or "").partition("$")
    return name, dollar + known


def _give_way() -> None:
    """In Linux a thread has a priority of its own, and those that it starts have the same."""
    os.setpriority(os.PRIO_PROCESS, get_native_id(), _GIVES_WAY)
