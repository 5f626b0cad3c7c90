"""Encrypts a backup piece by piece: what is lost, cut, changed or put in another order is seen.

AES-256-GCM with a key for each file, derived from the library's; a piece's nonce is its number
and whether it is the last (as in "STREAM": Hoang, Reyhanitabar, Rogaway, Vizár, 2015).
"""

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.central.backups.errors import BackupUnusable, noted
from kiosk.central.secret_file import UnfitFile, owners_only
from kiosk.domain.errors import SettingWrong

MAGIC = b"kiosk backup 1\n"
PIECE = 1 << 20
_SALT = 32
_TAG = 16


def read_key(file: Path) -> bytes:
    """Raises SettingWrong: it cannot be read, others may read it too, or it is no key."""
    allowed = "a file with 64 hexadecimal digits that only the service's user may read"
    try:
        text = owners_only(file)
    except UnfitFile as unfit:
        raise SettingWrong(str(file), "backups.key_file", None, allowed, unfit.found) from unfit
    if not re.fullmatch("[0-9a-fA-F]{64}", text):
        raise SettingWrong(str(file), "backups.key_file", None, allowed)
    return bytes.fromhex(text)


def pieces(source: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file or a pipe."""
    while piece := source.read(PIECE):
        yield piece


def sealed(plain: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """Encrypt; each piece but the last has PIECE bytes when it comes."""
    salt = os.urandom(_SALT)
    cipher = _cipher(key, salt)
    yield MAGIC + salt
    for number, (piece, is_last) in zip(count(), _with_end(_even(plain, PIECE)), strict=False):
        yield cipher.encrypt(_nonce(number, is_last=is_last), piece, None)


def opened(source: BinaryIO, key: bytes) -> Iterator[bytes]:
    """Decrypt.

    Raises:
        BackupUnusable: another key, or bytes were changed, or the end is missing.
    """
    start = source.read(len(MAGIC) + _SALT)
    if not start.startswith(MAGIC):
        raise noted(BackupUnusable(), "it is not encrypted by this program")
    cipher = _cipher(key, start[len(MAGIC) :])
    parts = iter(lambda: source.read(PIECE + _TAG), b"")
    try:
        for number, (part, is_last) in zip(count(), _with_end(parts), strict=False):
            yield cipher.decrypt(_nonce(number, is_last=is_last), part, None)
    except InvalidTag as error:
        raise BackupUnusable from error


def is_sealed(file: Path) -> bool:
    with file.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, MAGIC).derive(key))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _with_end(parts: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each with whether it is the last; where there is none, an empty one is."""
    before: bytes | None = None
    for part in parts:
        if before is not None:
            yield before, False
        before = part
    yield before or b"", True


def _even(parts: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in pieces of one size, but for the last."""
    gathered = bytearray()
    for part in chain(parts):
        gathered += part
        while len(gathered) >= size:
            yield bytes(gathered[:size])
            del gathered[:size]
    if gathered:
        yield bytes(gathered)
