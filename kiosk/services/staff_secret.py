"""Staff cards and the staff PIN as they may stand in a settings file: hashed by scrypt."""

import hmac
import secrets
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass, field
from hashlib import scrypt

COST = 2**14  # with blocks of 8: 16 MiB and some 50 ms for each try
SALT_BYTES = 16
HASH_BYTES = 32
COSTS = frozenset(str(2**power) for power in range(10, 19))


@dataclass(frozen=True, slots=True)
class StaffSecret:
    """One hash, written `scrypt$16384$salt$hash`."""

    cost: int
    salt: bytes = field(repr=False)
    hash: bytes = field(repr=False)

    @classmethod
    def of(cls, text: str, *, salt: bytes | None = None, cost: int = COST) -> "StaffSecret":
        """Hash a card's code or the PIN; cards that share a salt are checked together."""
        salt = salt or secrets.token_bytes(SALT_BYTES)
        return cls(cost, salt, _hash(text, salt, cost))

    @classmethod
    def read(cls, written: str) -> "StaffSecret":
        """Raises ValueError: no such hash."""
        kind, cost, salt, digest = (*written.split("$"), "", "", "", "")[:4]
        if kind != "scrypt" or cost not in COSTS:
            raise ValueError("a staff secret is written scrypt$cost$salt$hash")
        try:
            return cls(int(cost), b64decode(salt, validate=True), b64decode(digest, validate=True))
        except Error as error:
            raise ValueError("salt and hash of a staff secret are Base64") from error

    def fits(self, text: str) -> bool:
        return hmac.compare_digest(_hash(text, self.salt, self.cost), self.hash)

    def __str__(self) -> str:
        return f"scrypt${self.cost}${b64encode(self.salt).decode()}${b64encode(self.hash).decode()}"


def fits_any(text: str, known: tuple[StaffSecret, ...]) -> bool:
    """Whether one of them is the text's; each is looked at, and each salt costs one hash."""
    hashes = {
        (salt, cost): _hash(text, salt, cost)
        for salt, cost in {(secret.salt, secret.cost) for secret in known}
    }
    fitting = (hmac.compare_digest(hashes[one.salt, one.cost], one.hash) for one in known)
    return sum(fitting) > 0


def _hash(text: str, salt: bytes, cost: int) -> bytes:
    return scrypt(text.encode(), salt=salt, n=cost, r=8, p=1, dklen=HASH_BYTES, maxmem=cost * 2048)
