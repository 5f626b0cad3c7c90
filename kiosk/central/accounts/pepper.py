"""A secret kept beside the database, without which no password can be tried on its hashes."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from kiosk.central.secret_file import UnfitFile, owners_only
from kiosk.domain.errors import SettingWrong

_PLAIN = ""  # the name of no key: such a hash was made before there was one


@dataclass(frozen=True, slots=True)
class Pepper:
    """Keys by their names; those that are not current are for hashes that were made with them."""

    current: str = _PLAIN
    keys: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, file: Path | None) -> Self:
        """The keys of a file, one a line, the current one first; None: there is no pepper.

        Raises:
            SettingWrong: it cannot be read, others may read it too, or a line is no key.
        """
        if file is None:
            return cls()
        key, allowed = "password_key_file", "lines of 64 hexadecimal digits, for its owner alone"
        try:
            lines = owners_only(file).split()
        except UnfitFile as unfit:
            raise SettingWrong(str(file), key, None, allowed, unfit.found) from unfit
        if not lines or not all(re.fullmatch("[0-9a-fA-F]{64}", line) for line in lines):
            raise SettingWrong(str(file), key, None, allowed)
        keys = {_name(secret): secret for secret in map(bytes.fromhex, lines)}
        return cls(next(iter(keys)), keys)

    def mixed(self, name: str, password: str) -> str | None:
        """What is hashed instead of a password; None: nobody here has the key of this name."""
        if name == _PLAIN:
            return password
        key = self.keys.get(name)
        return hmac.new(key, password.encode(), sha256).hexdigest() if key is not None else None


def _name(key: bytes) -> str:
    """Stands before each hash, and tells nothing of the key."""
    return sha256(b"name of a password key" + key).hexdigest()[:16]
