"""The key that lets this kiosk in at the central service: a file of its own, made once."""

import re
import secrets
from hashlib import sha256
from pathlib import Path

from kiosk.domain.errors import SettingWrong
from kiosk.services.file_lock import FileLock
from kiosk.services.machine_seal import SEALED, MachineSeal
from kiosk.services.whole_file import write_whole

_BYTES = 32
_KEY = re.compile(r"[!-~]+")  # what a header can carry
_HERE = MachineSeal()


def keep_key(path: Path) -> None:
    """Make a key where there is none yet; who starts at the same moment finds the same one.

    Raises:
        KioskDiskFull: there is none, or the whole of one, never a part.
        OSError: the folder cannot be written.
    """
    if _is_there(path):
        return
    with key_lock(path).held():
        if not _is_there(path):
            write_whole(path, new_key())


def read_key(path: Path, seal: MachineSeal = _HERE) -> str:
    """Raises SettingWrong: a technician put something else there. It is not repeated."""
    try:
        key = path.read_bytes().decode("ascii", errors="replace").strip()
        if key.startswith(SEALED):
            key = seal.open(key) or ""
    except OSError as error:
        found = error.strerror or ""
        raise SettingWrong(str(path), "(key)", None, "a file that can be read", found) from error
    if not _KEY.fullmatch(key):
        allowed = "one line of letters, digits and signs, or a key that was enrolled here"
        raise SettingWrong(str(path), "(key)", None, allowed, "something else")
    return key


def is_enrolled_key(path: Path) -> bool:
    """Whether it was let in once; not one that was made for a service beside the kiosk."""
    try:
        return path.read_bytes().startswith(SEALED.encode())
    except OSError:
        return False


def write_key(path: Path, key: str, seal: MachineSeal = _HERE) -> None:
    """Keep a key for this machine alone. Raises KioskDiskFull, OSError."""
    write_whole(path, seal.close(key))


def next_key(path: Path, seal: MachineSeal = _HERE) -> str:
    """The key that is to follow, on the disk before anybody is told of it.

    Until it is taken, whoever asks again gets the same one.

    Raises:
        KioskDiskFull, OSError.
    """
    waiting = _next(path)
    if _is_there(waiting):
        opened = seal.open(waiting.read_text(encoding="ascii"))
        if opened:
            return opened
    key = new_key()
    write_key(waiting, key, seal)
    return key


def take_next(path: Path) -> None:
    """Let the next key take the place of the key, in one step."""
    _next(path).replace(path)


def key_lock(path: Path) -> FileLock:
    return FileLock(path.with_suffix(".lock"))


def new_key() -> str:
    return secrets.token_urlsafe(_BYTES)


def hash_of_key(key: str) -> str:
    """What the service is told of a new key."""
    return sha256(key.encode()).hexdigest()


def _next(path: Path) -> Path:
    return path.with_name(f"{path.name}.next")


def _is_there(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
