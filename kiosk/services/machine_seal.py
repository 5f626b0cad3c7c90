"""Locks a small text to this machine: a copy of the file opens on no other.

Whoever can read /etc/machine-id and the file on the machine itself can open it: without a
security chip no file can do better. It is for copies: a backup, a disk image, a wrong device.
"""

import secrets
from base64 import b64decode, b64encode
from binascii import Error
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MACHINE_ID = Path("/etc/machine-id")
SEALED = "sealed1:"  # what such a text begins with
_KEY_BYTES = 32
_NONCE_BYTES = 12
_USE = b"kiosk key"


class MachineSeal:
    def __init__(self, machine: Path = MACHINE_ID) -> None:
        self._machine = machine

    def close(self, text: str) -> str:
        """Raises OSError: the machine has no id."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = AESGCM(self._key()).encrypt(nonce, text.encode(), _USE)
        return SEALED + b64encode(nonce + sealed).decode()

    def open(self, sealed: str) -> str | None:
        """None: it was closed on another machine, or is damaged. Raises OSError, as above."""
        try:
            raw = b64decode(sealed.removeprefix(SEALED), validate=True)
            opened = AESGCM(self._key()).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], _USE)
        except (Error, ValueError, InvalidTag):
            return None
        return opened.decode()

    def _key(self) -> bytes:
        """Not the id itself: it is to be shown to nobody (systemd, machine-id(5))."""
        machine = self._machine.read_bytes().strip()
        return HKDF(SHA256(), _KEY_BYTES, salt=None, info=_USE).derive(machine)
