"""Random secrets that are given away, and their hashes, which are kept."""

import secrets
from hashlib import sha256

_SECRET_BYTES = 32


def new_secret() -> str:
    """256 random bits, as text that fits into a header."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def hash_of(secret: str | bytes) -> str:
    """What the database keeps; a quick hash is enough, for nobody guesses 256 bits."""
    return sha256(secret.encode() if isinstance(secret, str) else secret).hexdigest()
